import http from 'node:http'

/**
 * Passes a request on to the local cloud. The page and the cloud are two origins; through here the page
 * needs no permission from the cloud to read its answers.
 */
export function forward(request: http.IncomingMessage, response: http.ServerResponse, target: string): void {
  const { host: _host, connection: _connection, ...headers } = request.headers
  const onward = http.request(target, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', (error) => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: `request:fail ${error.message}`, errCode: -1 }))
  })
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}
