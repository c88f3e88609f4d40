// npx tsx local/manager/main.ts <environment> [port] [file]: stands until it is ended.
import { startManager } from '.'

async function main(): Promise<void> {
  const [, , envId, port = '0', file] = process.argv
  if (envId === undefined)
    throw new Error('which environment? tsx local/manager/main.ts <environment> [port] [file]')
  const { origin } = await startManager({
    envId,
    port: Number(port),
    ...(file === undefined ? {} : { file }),
  })
  console.log(`${envId} is managed at ${origin}`)
}

void main()
