// Claims under rulings of which today’s notices make few: what is asked, until when, and what would count.

import { hoursOf } from '../../../domain/kernel/hours'
import { instant } from '../../../domain/kernel/instant'
import type { EvidenceField, LearningKind } from '../../../domain/policy/learning-kind'
import type { DeemingRule, PolicyPack, Value } from '../../../domain/policy/pack'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import { closedOn, effectOf } from './assess'
import { type ClaimForm, formOf, formsOf } from './claim-form'

const shaanxi = accept(packs.standardOf('shaanxi', 2022))
const ruled = <T>(value: T): Value<T> => ({ state: 'reading', value, reading: '假设' })

const KIND: LearningKind = {
  ...{ id: 'class', label: '培训班', aliases: [], route: 'claim', category: null, caps: [], conditions: [] },
  formula: { kind: 'actual', says: ruled(true as const) },
  ...{ providers: null, evidence: null },
}
const packOf = (kind: Partial<LearningKind>, change: Partial<PolicyPack> = {}): PolicyPack => ({
  ...shaanxi,
  ...{ kinds: [{ ...KIND, ...kind }], deemings: [], exclusions: [], claimable: ruled(['professional']) },
  ...change,
})

function form(pack: PolicyPack, id = 'class'): ClaimForm {
  const found = formOf(pack, id)
  if (!found) throw new Error(`no form ${id}`)
  return found
}
const asked = (pack: PolicyPack, id?: string): string[] =>
  form(pack, id).fields.map((field) => `${field.id}:${field.input}${field.required ? '' : '?'}`)
const evidence = (...names: EvidenceField[]) => packOf({ evidence: ruled(names) })

describe('the evidence of a kind', () => {
  test('without any, the day is still asked', () => {
    expect(form(packOf({}))).toMatchObject({ needsPhoto: false })
    expect(asked(packOf({}))).toEqual(['on:day'])
  })
  test('a span of days replaces the one day; a photo is no field', () => {
    expect(asked(evidence('from-to', 'photo'))).toEqual(['from:day', 'to:day'])
    expect(form(evidence('from-to', 'photo')).needsPhoto).toBe(true)
  })
  test('each piece by its own keyboard', () => {
    expect(
      asked(evidence('title', 'hours', 'days', 'travel-days', 'author-rank', 'document-number')),
    ).toEqual([
      ...['title:text', 'hours:decimal', 'days:number', 'travel-days:number?', 'author-rank:number'],
      ...['document-number:text?', 'on:day'],
    ])
  })
  test.each<[names: EvidenceField[], fields: string[]]>([
    [['certificate-number'], ['certificate-number:text']],
    [['isbn'], ['isbn:text']],
    [['doi'], ['doi:text?']],
    [['patent-number'], ['patent-number:text?']],
    [
      ['isbn', 'doi'],
      ['isbn:text?', 'doi:text?'],
    ],
  ])('the number that a thing surely has must be given: %j', (names, fields) => {
    expect(asked(evidence(...names))).toEqual([...fields, 'on:day'])
  })
  test('hints say how', () => {
    const hints = form(evidence('hours', 'travel-days', 'author-rank', 'level', 'doi', 'school')).fields.map(
      ({ hint }) => hint,
    )
    expect(hints).toEqual([
      '写证书或证明上的学时，可以有小数',
      '路上用了几天，没有就不填',
      '第几作者，独立完成写 1',
      '例如国家级、省级、市级',
      '没有就不填，由单位说明',
      '',
      '',
    ])
  })
})

describe('the category is asked', () => {
  const both = { claimable: ruled(['public', 'professional'] as const) }
  test('where the notice leaves it open, and lets a claim be either', () => {
    const field = form(packOf({}, both)).fields.find(({ id }) => id === 'category')
    expect(field).toEqual({
      ...{ id: 'category', label: '计入哪一类', input: 'choice', required: true, hint: '' },
      options: [
        { value: 'public', label: '公需课', stop: '' },
        { value: 'professional', label: '专业课', stop: '' },
      ],
    })
  })
  test('nowhere else', () => {
    expect(asked(packOf({ category: ruled('public') }, both))).toEqual(['on:day'])
    expect(asked(packOf({}, { claimable: ruled(['public']) }))).toEqual(['on:day'])
  })
})

describe('topics that never count', () => {
  const exclusion = {
    ...{ topic: 'party', label: '党的知识', excluded: ruled(true), onlyFor: null },
    recognised: ruled([{ all: ['党课'] }]),
  }
  const optionsOf = (...exclusions: PolicyPack['exclusions']) =>
    form(packOf({}, { exclusions })).fields.find(({ id }) => id === 'topic')?.options

  test('are asked for first of all, with the word that stops', () => {
    expect(
      optionsOf(exclusion, { ...exclusion, topic: 'law', label: '法规', onlyFor: ruled(['enterprise']) }),
    ).toEqual([
      { value: 'none', label: '都不是', stop: '' },
      { value: 'party', label: '党的知识', stop: '党的知识不作学时登记，不用再填' },
      { value: 'law', label: '法规', stop: '法规（企业的专业技术人员）不作学时登记，不用再填' },
    ])
  })
  test('are not asked for where all of them count', () => {
    expect(optionsOf({ ...exclusion, excluded: ruled(false) })).toBeUndefined()
    expect(optionsOf()).toBeUndefined()
  })
})

describe('conditions', () => {
  const needs = (value: LearningKind['conditions'][number]['needs']['value'], cure: string) => ({
    ...{ needs: ruled(value), cure },
  })
  test('are ticked by the claimant, with the step that meets them', () => {
    const pack = packOf({ conditions: [needs('documented', '请附行程证明')] })
    expect(form(pack).fields.at(-1)).toMatchObject({
      ...{ id: 'meets:documented', input: 'confirm', required: true, hint: '请附行程证明' },
    })
  })
  test('an archive line is chosen, never ticked, and its facts are not asked again', () => {
    const pack = packOf({
      evidence: ruled(['title', 'hours'] as const),
      conditions: [needs('study-record-kept', '请单位建学习档案')],
    })
    expect(asked(pack)).toEqual([
      ...['record:record', 'title:kept?', 'hours:kept?', 'on:kept?', 'way:kept?', 'how:kept?'],
    ])
    expect(form(pack).fields[0]?.hint).toBe('请单位建学习档案')
    expect(form(pack).fields[2]?.hint).toBe('')
  })
})

describe('what stands for learning', () => {
  const rule: DeemingRule = {
    ...{ id: 'post', label: '驻村', covers: ruled('year'), years: null, yearChosen: null },
    ...{
      leastMonths: null,
      when: null,
      titleYears: null,
      onlyFor: null,
      onlyLines: null,
      onlyLevels: null,
      onlyHeld: null,
    },
  }
  const deemed = (change: Partial<DeemingRule>) => packOf({}, { deemings: [{ ...rule, ...change }] })

  test.each<[change: Partial<DeemingRule>, fields: string[]]>([
    [{}, ['year:year']],
    [{ yearChosen: ruled('duty-year'), leastMonths: ruled(6) }, ['year:year', 'months:number']],
    [
      { yearChosen: ruled('any-in-term'), leastMonths: ruled(6) },
      ['year:year', 'termFromYear:year', 'months:number'],
    ],
    [
      { covers: ruled('all-years'), when: ruled('within-years-looked-at') },
      ['enrolledYear:year', 'graduatedYear:year'],
    ],
    [
      { covers: ruled('professional'), when: ruled('after-present-title') },
      ['obtainedYear:year', 'termFromYear:year'],
    ],
    [{ covers: ruled('waived'), leastMonths: ruled(3) }, ['obtainedYear:year', 'months:number']],
  ])('%j', (change, fields) => {
    expect(asked(deemed(change), 'deeming:post')).toEqual([...fields, 'document-number:text?'])
  })

  test('hints name the condition and the months', () => {
    const pack = deemed({ when: ruled('city-committee'), covers: ruled('waived'), leastMonths: ruled(3) })
    const fields = form(pack, 'deeming:post').fields
    expect(fields.map(({ label, hint }) => `${label}：${hint}`)).toEqual([
      '哪一年取得：由市里组建的职称评审委员会评审',
      '一共几个月：须满 3 个月',
      '文件号或证书编号：没有就不填，由单位说明',
    ])
    expect(form(pack, 'deeming:post').needsPhoto).toBe(true)
  })
})

test('the year itself, where it is handed in, after the kinds that are claimed', () => {
  const review = { ...shaanxi.review, yearlySubmission: ruled(true) }
  const kinds = [KIND, { ...KIND, id: 'seen', route: 'online' as const }]
  const pack = packOf({}, { kinds, review })
  expect(formsOf(pack).map(({ id, label }) => [id, label])).toEqual([
    ['class', '培训班'],
    ['year', '2022 年度学时审验'],
  ])
  expect(formsOf(packOf({})).map(({ id }) => id)).toEqual(['class'])
})

describe('the day after which nothing is submitted', () => {
  const at = (text: string) => instant(Date.parse(`${text}+08:00`))
  const stated = { state: 'stated', value: 'hard', clause: 'SX22-1', words: '逾期不再受理' } as const
  const closing = (force: Value<'soft' | 'hard'>) =>
    packOf({}, { dates: [{ act: 'submit-claim', label: '申报', force, day: ruled('2022-09-30' as never) }] })

  test('closes at its end, with its clause', () => {
    expect(closedOn(closing(stated), at('2022-09-30T23:59:59'))).toBeNull()
    expect(closedOn(closing(stated), at('2022-10-01T00:00:00'))).toEqual({
      day: '2022-09-30',
      clauseId: 'SX22-1',
    })
    expect(closedOn(closing(ruled('hard')), at('2022-10-01T00:00:00'))?.clauseId).toBe('')
  })
  test('a soft day closes nothing, and neither does no day', () => {
    expect(closedOn(closing(ruled('soft')), at('2022-10-01T00:00:00'))).toBeNull()
    expect(closedOn(packOf({}, { dates: [] }), at('2022-10-01T00:00:00'))).toBeNull()
  })
})

describe('what a claim would count', () => {
  const now = instant(Date.parse('2022-08-15T10:00:00+08:00'))
  const cap = { id: 'class-year', label: '培训班全年', per: 'year' as const, limit: ruled(hoursOf(10)) }
  const pack = packOf({ category: ruled('professional'), caps: [cap.id] }, { caps: [cap] })
  const item = { id: 'c', kind: 'class', earnedAt: now, meets: [], hours: hoursOf(16) }
  const effect = (of: PolicyPack, hours = item.hours) =>
    effectOf({ pack: of, targetYear: 2022, subject: { type: 'hours', item: { ...item, hours } } }, null, now)

  test('all of it within a cap, the rest over it', () => {
    const counts = { capLabel: '培训班全年', categoryName: '专业课' }
    expect(effect(pack, hoursOf(8))).toEqual({ ...counts, counted: hoursOf(8), overCap: 0 })
    expect(effect(pack)).toEqual({ ...counts, counted: hoursOf(10), overCap: hoursOf(6) })
  })
  test('without a cap no cap is named', () => {
    expect(effect(packOf({ category: ruled('professional') }))).toEqual({
      ...{ counted: hoursOf(16), overCap: 0, capLabel: '', categoryName: '专业课' },
    })
  })
  test('what the notice does not know counts nothing, and neither does what is no hours', () => {
    expect(
      effectOf(
        { pack, targetYear: 2022, subject: { type: 'hours', item: { ...item, kind: 'gone' } } },
        null,
        now,
      ),
    ).toBeNull()
    expect(effectOf({ pack, targetYear: 2022, subject: { type: 'year' } }, null, now)).toBeNull()
  })
})
