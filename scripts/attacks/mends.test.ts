// That the list is whole, and that all it takes out stands where it says. `npm run attacks` takes it out.
import { MENDS } from './mends'
import { textsWithout } from './prove'
import { namedTests } from './table'

const said = ({ file, name }: { file: string; name: string }): string => `${file}: ${name}`

test('each test that docs/security.md names has what stands against its attack, and no other has', () => {
  expect(MENDS.map(({ test }) => said(test)).sort()).toEqual(namedTests().map(said).sort())
})

test.each(MENDS)('$test.file: $test.name', (mend) => {
  expect(textsWithout(mend).size).toBeGreaterThan(0)
})
