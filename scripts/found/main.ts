// `npm run found`: begins a region on an environment, and tells the code by which its first reviewer registers.
import { found } from './found'

async function main(): Promise<void> {
  const { text, exitCode } = await found(process.argv.slice(2), { colours: process.stdout.isTTY })
  if (exitCode === 0) console.log(text)
  else console.error(text)
  process.exit(exitCode)
}

void main()
