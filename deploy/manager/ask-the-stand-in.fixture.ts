// Asks a stand-in through the vendor's client, in a process of its own: Jest does not load packages from `.local`.
import { ManagerError } from './call'
import { cloudbaseManager } from './cloudbase'
import { managerNodeCall } from './manager-node'

async function main(): Promise<void> {
  const [, , origin = '', envId = ''] = process.argv
  const account = { secretId: 'an-id', secretKey: 'a-key', region: 'ap-shanghai', envId }
  const manager = cloudbaseManager(managerNodeCall(account, origin), { envId, appId: null })
  const { region } = await manager.environment()
  await manager.createCollection('persons')
  const refused = await manager.createCollection('persons').catch((error: unknown) => error)
  const code = refused instanceof ManagerError ? [refused.code, refused.about.requestId] : String(refused)
  const there = [await manager.collections(), await manager.function('web')]
  process.stdout.write(JSON.stringify({ region, code, there }))
}

void main()
