import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stringify } from 'yaml'
import type { Notice } from '../../domain/policy/pack'
import { sealPack } from '../../domain/policy/seal-pack'
import { NOTICES } from '../../policies'
import { QINGHAI_2023 } from '../../policies/qinghai/2023'
import { worldOf } from './ask'
import { casesIn, packs, problemsOfCase } from './cases'
import { directory, run } from './command-line.fixture'
import { readDocument } from './document'
import { misquotes, textsIn } from './quotations'
import { validateOwn } from './validate'

const files = directory()

/** Every place of a pack where words are quoted. */
function quotedIn(node: unknown, at: string[] = []): string[][] {
  if (node === null || typeof node !== 'object') return []
  const here = 'words' in node && typeof node.words === 'string' ? [[...at, 'words']] : []
  return [...here, ...Object.entries(node).flatMap(([key, child]) => quotedIn(child, [...at, key]))]
}

const changedAt = (notice: Notice, [...at]: readonly string[], to: (words: string) => string): Notice => {
  const copy = JSON.parse(JSON.stringify(notice))
  const last = at.pop() ?? ''
  const parent = at.reduce((node, key) => node[key], copy)
  parent[last] = to(parent[last])
  return copy
}

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

describe('what a pack quotes stands in its notice', () => {
  test.each(NOTICES.map((notice) => [notice.id, notice] as const))('%s, letter by letter', (_, notice) => {
    expect(misquotes(notice, textsIn())).toEqual([])
  })

  test.each(NOTICES.map((notice) => [notice.id, notice] as const))(
    '%s: any other letter is found',
    (_, notice) => {
      const places = quotedIn(notice)
      expect(places.length).toBeGreaterThan(5)
      for (const place of places) {
        const changed = changedAt(notice, place, (words) => `${words.slice(0, -2)}伪${words.slice(-1)}`)
        expect(misquotes(changed, textsIn()).map(({ path: at }) => at.join('/'))).toEqual([place.join('/')])
      }
    },
  )

  test('a title that the text does not bear, and a notice whose text is not at hand', () => {
    const [id] = Object.keys(QINGHAI_2023.documents)
    const retitled = changedAt(QINGHAI_2023, ['documents', String(id), 'title'], (title) => `${title}二`)
    expect(misquotes(retitled, textsIn())).toEqual([
      { path: ['documents', 'QH23', 'title'], reason: 'not in QH23.md' },
    ])
    const elsewhere = { ...QINGHAI_2023, documents: { GS24: QINGHAI_2023.documents.QH23 } } as never
    expect(misquotes(elsewhere, textsIn())).toEqual([
      { path: ['documents', 'GS24'], reason: 'no text GS24.md to compare its quotations with' },
    ])
  })

  test('a notice of ours must also have its clauses numbered', () => {
    const unknown = {
      ...QINGHAI_2023,
      documents: { ...QINGHAI_2023.documents, GS24: QINGHAI_2023.documents.QH23 },
    }
    expect(validateOwn([unknown as never]).map(({ path: at, reason }) => `${at}: ${reason}`)).toEqual([
      'documents/GS24: no clauses numbered in scripts/policy/clause-list.ts',
      'documents/GS24: no text GS24.md to compare its quotations with',
    ])
  })
})

describe('a region that nobody knows yet', () => {
  const text = readFileSync(path.resolve(__dirname, '../../policies/texts/QH23.md'), 'utf8')
  const renamed = JSON.parse(
    JSON.stringify({ ...QINGHAI_2023, id: 'chengbei/2023', region: 'chengbei' }).replaceAll('QH23', 'CB23'),
  )
  const pack = files.file('chengbei.yaml', yaml(renamed))

  test('its quotations are compared with the texts that are given', () => {
    expect(run('validate', pack)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no text CB23.md to compare its quotations with'),
    })
    files.file('CB23.md', text)
    expect(run('validate', pack, '--texts', path.dirname(pack))).toMatchObject({ code: 0, err: '' })
    files.file('CB23.md', text.replaceAll('90', '91'))
    expect(run('validate', pack, '--texts', path.dirname(pack))).toMatchObject({
      code: 1,
      err: expect.stringContaining('requirement/total/words not in CB23.md, letter by letter'),
    })
  })

  test('it is served from its file alone: years, titles and dates; without it the region is refused', () => {
    const year = files.file('year.yaml', yaml({ region: 'chengbei', year: 2023, items: [] }))
    const title = files.file(
      'title.yaml',
      yaml({ region: 'chengbei', level: 'senior', applicationYear: 2023, years: [] }),
    )
    const date = files.file('date.yaml', yaml({ region: 'chengbei', act: 'submit-claim', at: '2023-10-01' }))
    for (const [command, facts] of [
      ['evaluate', year],
      ['explain', year],
      ['title', title],
      ['dates', date],
    ] as const) {
      const like = files.file('like.yaml', readFileSync(facts, 'utf8').replace('chengbei', 'qinghai'))
      const served = run(command, facts, '--pack', pack)
      expect(served.err).toBe('')
      expect(served.out.replaceAll('CB23', 'QH23').replaceAll('chengbei', 'qinghai')).toBe(
        run(command, like).out,
      )
      expect(JSON.parse(run(command, facts).out)).toMatchObject({
        code: 'INPUT_INVALID',
        fields: [{ path: 'region', reason: 'REGION_UNKNOWN' }],
      })
    }
  })
})

describe('the worked province of docs/policies.md', () => {
  const worked = path.resolve(__dirname, '../../policies/worked')
  const pack = path.join(worked, 'yunling-2024.yaml')

  test('is whole, and quotes its own text', () => {
    expect(run('validate', pack, '--texts', worked)).toMatchObject({ code: 0, err: '' })
  })

  test.each(casesIn('policies/worked/yunling-2024.cases.yaml').map((one) => [one.name, one] as const))(
    '%s',
    (_, one) => {
      const served = sealPack(readDocument(pack).value as Notice)
      expect(problemsOfCase(worldOf(served, packs), one)).toEqual([])
    },
  )

  test('its cases are asked under each change of a value', () => {
    const ran = run('mutate', pack)
    expect(ran.out).toMatch(/^yunling\/2024: \d+ changes; \d+ noticed by a case/)
    expect(ran.out).not.toContain('requirement/total')
    expect(ran.out).toContain('fees/inclusive/value → false YL24-5')
  })
})
