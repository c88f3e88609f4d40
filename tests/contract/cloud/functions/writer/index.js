const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const items = cloud.database().collection('contract-items')

/** Writes one document that says who called and when, as any function of a real program would. */
exports.main = async (event) => {
  const { OPENID = null } = cloud.getWXContext()
  const { TRIGGER_SRC = null } = process.env
  const _id = event.id ?? `timer-${event.Time}`
  await items.add({ data: { _id, openid: OPENID, trigger: TRIGGER_SRC, at: new Date() } })
  return { _id }
}
