import { hoursOf } from '../../../domain/kernel/hours'
import { instant } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import { formOf } from './claim-form'
import { categoryOf, evidenceKeysOf, readForm } from './read-form'

/** 2022-08-15 10:00 in Beijing. */
const NOW = instant(Date.UTC(2022, 7, 15, 2))
const pack = accept(packs.standardOf('ningxia', 2022))
const kind = pack.kinds.find(({ evidence }) => evidence?.value.includes('travel-days'))
const form = formOf(pack, kind?.id ?? '')
if (!form) throw new Error('Ningxia asks of no kind how many days were spent on the way')

/** Five days of a training, filled in as it must be. */
const filled = {
  ...Object.fromEntries(form.fields.filter(({ required }) => required).map(({ id }) => [id, '演示'])),
  ...Object.fromEntries(form.fields.filter(({ input }) => input === 'confirm').map(({ id }) => [id, 'yes'])),
  ...{ topic: 'none', category: 'professional', hours: '30' },
  ...{ from: '2022-05-09', to: '2022-05-13', days: '5' },
}

function read(change: Record<string, string>) {
  const { missing, wrong, subject } = readForm(pack, form as NonNullable<typeof form>, {
    ...{ id: 'c1', attached: 1, now: NOW, met: [] },
    fields: { ...filled, ...change },
  })
  const item = subject?.type === 'hours' ? subject.item : null
  return { faults: [...missing, ...wrong.map((id) => `${id}?`)].join(' '), item }
}

test('what is filled in as it must be is claimed, earned on the last day', () => {
  const { faults, item } = read({ 'travel-days': '1' })
  expect(faults).toBe('')
  expect(item).toMatchObject({ days: 5, travelDays: 1, earnedAt: Date.parse('2022-05-13T00:00:00+08:00') })
})

describe('a span of days', () => {
  test.each<[what: string, change: Record<string, string>, faults: string]>([
    ['as many days as lie in it', {}, ''],
    ['fewer days', { days: '1' }, ''],
    ['more days than lie in it', { days: '6' }, 'days?'],
    ['no day at all', { days: '0' }, 'days?'],
    ['one day', { from: '2022-05-13', days: '1' }, ''],
    ['ended before it began', { from: '2022-05-14' }, 'to?'],
    ['no days on the way', { 'travel-days': '0' }, ''],
    ['all days but one on the way', { 'travel-days': '4' }, ''],
    ['all days on the way', { 'travel-days': '5' }, 'travel-days?'],
    ['more days on the way than there are', { 'travel-days': '6' }, 'travel-days?'],
    ['typed on a Chinese keyboard', { days: '５', 'travel-days': '４' }, ''],
    ['a day that there is not', { from: '2022-02-30' }, 'from?'],
    ['today', { from: '2022-08-15', to: '2022-08-15', days: '1' }, ''],
    ['a day that has not come', { from: '2022-08-16', to: '2022-08-16', days: '1' }, 'from? to?'],
    ['not said', { from: '', to: ' ' }, 'from to'],
  ])('%s', (_, change, faults) => {
    expect(read(change).faults).toBe(faults)
  })
})

describe('what else is missing or cannot be', () => {
  test('a confirmation that is not given is missing, and so is a photo', () => {
    const confirms = form.fields.filter(({ input }) => input === 'confirm').map(({ id }) => id)
    for (const id of confirms) expect(read({ [id]: 'no' }).faults).toBe(id)
    const bare = readForm(pack, form, { id: 'c1', attached: 0, now: NOW, met: [], fields: filled })
    expect(bare).toEqual({ missing: ['photo'], wrong: [], subject: null })
  })

  test.each([
    ['0', 'hours?'],
    ['0.01', ''],
    ['1000', ''],
    ['1000.01', 'hours?'],
    ['7.125', 'hours?'],
    ['-1', 'hours?'],
    ['十二', 'hours?'],
    ['１２．５', ''],
  ])('%s hours', (hours, faults) => {
    const teaching = formOf(pack, 'teaching')
    if (!teaching) throw new Error('Ningxia claims no teaching')
    const { missing, wrong, subject } = readForm(pack, teaching, {
      ...{ id: 'c1', attached: 1, now: NOW, met: [] },
      fields: { ...filled, hours },
    })
    expect([...missing, ...wrong.map((id) => `${id}?`)].join(' ')).toBe(faults)
    if (hours === '１２．５') expect(subject).toMatchObject({ item: { hours: hoursOf(12.5) } })
  })
})

describe('a fact that stands for learning', () => {
  const shandong = accept(packs.standardOf('shandong', 2022))
  const deeming = formOf(shandong, `deeming:${shandong.deemings[0]?.id}`)
  if (deeming?.group !== 'deeming') throw new Error('Shandong deems nothing')
  const years = deeming.fields.filter(({ input }) => input === 'year').map(({ id }) => id)
  const [first = ''] = years

  const readFact = (change: Record<string, string>) =>
    readForm(shandong, deeming, {
      ...{ id: 'c1', attached: 1, now: NOW, met: [] },
      fields: { ...Object.fromEntries(years.map((id) => [id, '2020'])), ...change },
    })

  test('is read with its numbers, and with nothing that was left empty', () => {
    const { subject } = readFact({ 'document-number': '鲁人社〔2020〕1号', months: ' ', topic: 'none' })
    expect(subject).toEqual({
      type: 'deeming',
      fact: { id: deeming.rule.id, ...Object.fromEntries(years.map((id) => [id, 2020])) },
    })
  })

  test.each([
    ['1979', false],
    ['1980', true],
    ['2022', true],
    ['2023', false],
    ['202', false],
    ['20221', false],
    ['x2020', false],
    ['２０２０', true],
    ['二〇二〇', false],
  ])('the year %s: %s', (year, isPossible) => {
    expect(readFact({ [first]: year }).wrong).toEqual(isPossible ? [] : [first])
  })

  test('needs proof', () => {
    const bare = { id: 'c1', attached: 0, now: NOW, met: [], fields: {} }
    expect(readForm(shandong, deeming, bare).missing).toEqual([...years, 'photo'])
  })
})

test('a year that is handed in asks nothing', () => {
  const qinghai = accept(packs.standardOf('qinghai', 2023))
  const year = formOf(qinghai, 'year')
  if (!year) throw new Error('Qinghai hands in no year')
  const read = readForm(qinghai, year, { id: 'c1', attached: 0, now: NOW, met: [], fields: {} })
  expect(read).toEqual({ missing: [], wrong: [], subject: { type: 'year' } })
})

describe('digits and choices', () => {
  test.each<[change: Record<string, string>, faults: string]>([
    [{ from: '2020-05-09', to: '2022-08-14', days: '829' }, 'days?'],
    [{ from: '2020-05-09', to: '2022-08-14', days: '828' }, ''],
    [{ from: '2019-05-09', to: '2022-08-14', days: '1000' }, ''],
    [{ from: '2019-05-09', to: '2022-08-14', days: '1001' }, 'days?'],
    [{ days: '5天' }, 'days?'],
    [{ days: '约5' }, 'days?'],
    [{ days: '00005' }, 'days?'],
    [{ days: '-5' }, 'days?'],
    [{ days: '' }, 'days'],
    [{ days: ' 5 ' }, ''],
    [{ from: '2022-05-09', to: '2022-05-08', days: 'x' }, 'days? to?'],
    [{ to: '2022-09-01', from: '2022-09-02' }, 'from? to?'],
  ])('%j', (change, faults) => {
    const known = new Set(form.fields.map(({ id }) => id))
    const asked = Object.keys(change).every((id) => known.has(id))
    expect({ asked, faults: read(change).faults }).toEqual({ asked: true, faults })
  })
})

describe('a topic that a notice leaves out', () => {
  const said = { state: 'reading', value: true, reading: '假设' } as const
  const excluding: PolicyPack = {
    ...pack,
    exclusions: [
      {
        topic: 'party',
        label: '党的知识',
        excluded: said,
        onlyFor: null,
        recognised: { ...said, value: [{ all: ['党课'] }] },
      },
    ],
  }
  const asking = formOf(excluding, form.id)
  if (!asking) throw new Error('no such form')
  const readTopic = (topic: string) =>
    readForm(excluding, asking, {
      ...{ id: 'c1', attached: 1, now: NOW, met: [] },
      fields: { ...filled, topic },
    })

  test('is chosen from the list', () => {
    expect(readTopic('of-no-list').wrong).toEqual(['topic'])
    expect(readTopic('').missing).toEqual(['topic'])
  })
  test('is kept with the item; that it is none of them is not', () => {
    expect(readTopic('party').subject).toMatchObject({ item: { topic: 'party' } })
    expect(readTopic('none').subject).not.toHaveProperty(['item', 'topic'])
  })
})

describe('numbers that make two claims the same', () => {
  test.each<[fields: Record<string, string>, keys: string[]]>([
    [{}, []],
    [{ doi: ' ' }, []],
    [{ doi: 'https://doi.org/10.1/X' }, ['doi:10.1/x']],
    [{ doi: 'http://dx.doi.org/10.1/x' }, ['doi:10.1/x']],
    [{ doi: 'HTTPS://DOI.ORG/10.1/x' }, ['doi:10.1/x']],
    [{ doi: '见https://doi.org/10.1/x' }, ['doi:见https://doi.org/10.1/x']],
    [{ isbn: '978-7-111 00000–0' }, ['isbn:9787111000000']],
    [{ 'patent-number': 'ＺＬ2022' }, ['patent-number:zl2022']],
    [{ title: '论文', 'certificate-number': 'A-1', doi: 'b' }, ['doi:b', 'certificate-number:a1']],
  ])('%j: %j', (fields, keys) => {
    expect(evidenceKeysOf(fields)).toEqual(keys)
  })
})

describe('the category of an item', () => {
  const open = { ...pack, kinds: pack.kinds.map((one) => ({ ...one, category: null })) }
  const claimable = (...value: ('public' | 'professional')[]) => ({
    ...open,
    claimable: { state: 'reading', value, reading: '假设' } as const,
  })
  test.each<[said: string | undefined, of: PolicyPack, category: string | null]>([
    ['public', pack, null],
    ['public', claimable('professional'), 'public'],
    ['professional', claimable('public'), 'professional'],
    ['别的', claimable('public', 'professional'), 'public'],
    [undefined, claimable('professional'), 'professional'],
    [undefined, claimable(), 'professional'],
  ])('“%s” is said', (said, of, category) => {
    const kindId = of === pack ? (pack.kinds.find((one) => one.category !== null)?.id ?? '') : 'teaching'
    expect(categoryOf(of, kindId, said === undefined ? {} : { category: said })).toBe(category)
  })
})
