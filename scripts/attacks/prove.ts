// That each attack's test fails where what stands against the attack is taken out.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Copy, inCopy, type NamedTest } from '../without/copy'
import type { Mend } from './mend'
import { namedTests, patternOf } from './table'

const ROOT = path.resolve(__dirname, '../..')

export interface Proof {
  mend: Mend
  /** Empty where the test passes as things are, and fails without the mend. */
  why: string
}

/** In a copy of the project, one mend after the other: about ten seconds each. */
export const proofsOf = (mends: readonly Mend[], told: (proof: Proof) => void): Proof[] =>
  inCopy((copy) => {
    const passing = new Set(copy.passing(mends.flatMap(besideIt)).map(said))
    return mends.map((mend) => {
      const passes = passing.has(said(asked(mend.test)))
      const proof = { mend, why: passes ? faultOf(copy, mend) : 'fails as things are' }
      told(proof)
      return proof
    })
  })

function faultOf(copy: Copy, mend: Mend): string {
  const failing = copy.having(textsWithout(mend), () => copy.failing(besideIt(mend)))
  return failing.map(said).includes(said(asked(mend.test)))
    ? ''
    : 'does not fail, or does not run, without what stands against the attack'
}

/** All that the table names in its file: one test may go on where another ended. */
const besideIt = ({ test }: Mend): NamedTest[] =>
  [test, ...namedTests()].filter(({ file }) => file === test.file).map(asked)

const asked = (test: NamedTest): NamedTest => ({ file: test.file, name: patternOf(test) })

const said = ({ file, name }: NamedTest): string => `${file}: ${name}`

/** The files as they would be without the mend. Throws where something to be taken out is not there once. */
export function textsWithout({ without }: Mend): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { file, find, instead } of without) {
    const text = texts.get(file) ?? readFileSync(path.join(ROOT, file), 'utf8')
    const parts = text.split(find)
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${find}`)
    texts.set(file, parts.join(instead))
  }
  return texts
}
