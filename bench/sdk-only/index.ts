// The floor of a cold start: the real SDK, and one document read. Nothing of ours.
import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export async function main(): Promise<{ found: boolean }> {
  const database = cloud.database({ throwOnNotFound: false } as Parameters<typeof cloud.database>[0])
  const { data } = (await database.collection('persons').doc('nobody').get()) as { data?: unknown }
  return { found: Boolean(data) }
}
