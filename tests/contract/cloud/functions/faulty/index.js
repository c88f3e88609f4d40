exports.main = async ({ how }) => {
  if (how === 'throw') throw new Error('on purpose')
  return null
}
