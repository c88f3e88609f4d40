// Sends a message, which it may, and asks for a phone number, which it may not.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const outcomeOf = (call) =>
  call.then(
    ({ errCode }) => errCode,
    ({ errCode }) => errCode,
  )

exports.main = async ({ message, code }) => ({
  message: await outcomeOf(cloud.openapi.subscribeMessage.send(message)),
  phone: await outcomeOf(cloud.openapi.phonenumber.getPhoneNumber({ code })),
})
