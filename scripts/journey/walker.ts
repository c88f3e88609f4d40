// One process that walks journeys, one at a time: the SDK of a process knows one cloud only.
import { launchBrowser } from '../../local/phone/driver'
import { pack } from '../../local/phone/pack/pack'
import { BUILT } from '../world'
import { JOURNEYS, runOne } from './run'

async function main(): Promise<void> {
  const { browser, which, close } = await launchBrowser()
  const packed = pack(BUILT)
  const say = (message: object): unknown => process.send?.(message)
  process.on('message', (name: string) => {
    const journey = JOURNEYS.find((one) => one.name === name)
    if (!journey) void close().then(() => process.exit(0))
    else void runOne(journey, { browser, packed }).then((told) => say({ told }))
  })
  say({ browser: which })
}

void main()
