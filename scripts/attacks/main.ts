// `npm run attacks`: takes out, one after the other, what stands against each attack of docs/security.md; its test must
// fail then. `npm run attacks -- WORD` tries those whose test's file or name holds the word.
import { MENDS } from './mends'
import { proofsOf } from './prove'

const [word = ''] = process.argv.slice(2)
const asked = MENDS.filter(({ test }) => `${test.file} ${test.name}`.includes(word))
const proofs = proofsOf(asked, ({ mend, why }) => {
  const { file, name } = mend.test
  console.log(`${why === '' ? '✓' : '✗'} ${file}: ${name}${why === '' ? '' : ` – ${why}`}`)
})
const failed = proofs.filter(({ why }) => why !== '').length
console.log(
  `${proofs.length - failed} attacks succeed again without what stands against them, ${failed} do not`,
)
process.exitCode = failed > 0 ? 1 : 0
