exports.main = async (event) => ({
  event,
  openid: process.env.WX_OPENID ?? null,
  trigger: process.env.TRIGGER_SRC ?? null,
  now: Date.now(),
})
