import { buildFunctions } from './build-functions'
import { buildWeapp } from './build-weapp'

async function main(): Promise<void> {
  await buildFunctions()
  await buildWeapp()
  console.log('dist/weapp and dist/cloudfunctions are built')
}

void main()
