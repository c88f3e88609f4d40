// Files of the corpus that came to harm on their way, and some that somebody harmed: read, or refused by name.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { Refused } from '../../server/kernel/refused'
import { readRoster } from '../../server/membership/roster/read-roster'
import { zipOf } from '../harness/zip'
import { KEPT } from './kept'

const FILES = KEPT.filter(({ file }) => file.endsWith('.xlsx')).map(({ file }) =>
  readFileSync(path.join(__dirname, 'kept', file)),
)

async function answersInTime(bytes: Uint8Array): Promise<void> {
  try {
    await readRoster(bytes)
  } catch (error) {
    if (!(error instanceof Refused) || !error.refusal.code.startsWith('SHEET_')) throw error
  }
}

const aFile = fc.nat(FILES.length - 1).map((at) => FILES[at] ?? Buffer.alloc(0))
const aPlace = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

test('bytes that changed', () =>
  fc.assert(
    fc.asyncProperty(
      aFile,
      fc.array(fc.tuple(aPlace, fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (file, changes) => {
        const bytes = Buffer.from(file)
        for (const [place, byte] of changes) bytes[Math.floor(place * bytes.length)] = byte
        await answersInTime(bytes)
      },
    ),
    { numRuns: 150 },
  ))

test('a file cut short', () =>
  fc.assert(
    fc.asyncProperty(aFile, aPlace, (file, place) =>
      answersInTime(file.subarray(0, Math.floor(place * file.length))),
    ),
    { numRuns: 100 },
  ))

const SIGNS = [
  '<',
  '>',
  '/',
  '"',
  '&',
  '<row>',
  '</c>',
  '<f>',
  '<v>9e999</v>',
  'r="A0"',
  'hidden="1"',
  '_x0000_',
  '\u0000',
]

test('letters of the XML that are gone, doubled or others', () =>
  fc.assert(
    fc.asyncProperty(
      aFile,
      fc.array(fc.tuple(aPlace, aPlace, fc.nat(40), fc.constantFrom('', 'again', ...SIGNS)), {
        minLength: 1,
        maxLength: 4,
      }),
      async (file, changes) => {
        const parts = Object.entries(unzipSync(file)).filter(([name]) => /\.(xml|rels)$/.test(name))
        for (const [which, where, length, put] of changes) {
          const part = parts[Math.floor(which * parts.length)]
          if (!part) continue
          const text = Buffer.from(part[1]).toString('utf8')
          const from = Math.floor(where * text.length)
          const taken = text.slice(from, from + length)
          part[1] = Buffer.from(
            `${text.slice(0, from)}${put === 'again' ? taken + taken : put}${text.slice(from + length)}`,
          )
        }
        await answersInTime(zipOf(Object.fromEntries(parts)))
      },
    ),
    { numRuns: 300 },
  ))
