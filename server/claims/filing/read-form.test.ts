import { hoursOf } from '../../../domain/kernel/hours'
import { instant } from '../../../domain/kernel/instant'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import { formOf } from './claim-form'
import { readForm } from './read-form'

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
