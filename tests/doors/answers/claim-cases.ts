import { draft } from '../matrix/things'
import type { World } from '../matrix/world'
import type { Case } from './case'

type Form = readonly [about: string, who: string, kind: string, fields: Record<string, string>]

const TRAINING = {
  ...{ title: '水利新技术研修', organiser: '演示省水利厅', from: '2022-07-11', to: '2022-07-13' },
  ...{ days: '3', hours: '24', 'meets:organiser-recognised': 'yes' },
}
const EQUIVALENT = {
  ...{
    title: '岩土工程新规范培训',
    organiser: '演示大学',
    from: '2022-07-04',
    to: '2022-07-06',
    hours: '24',
  },
}
const PAPER = { title: '灌区节水论文', on: '2022-05-20', doi: '10.1000/182', 'meets:published': 'yes' }

const FORMS: readonly Form[] = [
  ['a training', 'trainee', 'training', TRAINING],
  ['more hours than its days hold', 'trainee', 'training', { ...TRAINING, hours: '60' }],
  ['hours with a fraction, in full width', 'trainee', 'training', { ...TRAINING, hours: '２０．５' }],
  ['ends before it begins', 'trainee', 'training', { ...TRAINING, to: '2022-07-10' }],
  ['fewer days than it says', 'trainee', 'training', { ...TRAINING, days: '4' }],
  ['of another year', 'trainee', 'training', { ...TRAINING, from: '2021-07-11', to: '2021-07-13' }],
  ['of the future', 'trainee', 'training', { ...TRAINING, from: '2022-09-11', to: '2022-09-13' }],
  ['no hours', 'trainee', 'training', { ...TRAINING, hours: '0' }],
  ['a thousand hours', 'trainee', 'training', { ...TRAINING, hours: '1000', days: '3' }],
  ['more than a thousand', 'trainee', 'training', { ...TRAINING, hours: '1000.5' }],
  ['half a day', 'trainee', 'training', { ...TRAINING, days: '2.5' }],
  ['a day that is none', 'trainee', 'training', { ...TRAINING, from: '2022-02-30' }],
  ['not recognised', 'trainee', 'training', { ...TRAINING, 'meets:organiser-recognised': 'no' }],
  ['nothing filled in', 'trainee', 'training', {}],
  ['a paper', 'trainee', 'paper', PAPER],
  ['a paper that was claimed before', 'trainee', 'paper', { ...PAPER, title: '论文 draft-kept-1' }],
  [
    'a book',
    'trainee',
    'paper',
    { title: '土壤学导论', on: '2022-05-20', isbn: '978-7-111-00000-0', 'meets:published': 'yes' },
  ],
  [
    'an outcome',
    'trainee',
    'outcome',
    { title: '发明专利', on: '2022-05-20', 'patent-number': 'ZL 2022 1', 'meets:outcome-recognised': 'yes' },
  ],
  ['an archive line that is not there', 'trainee', 'self-study', { record: 'none' }],
  ['a deeming', 'trainee', 'deeming:enterprise-2022', { obtainedYear: '2022' }],
  ['a deeming of no year', 'trainee', 'deeming:enterprise-2022', { obtainedYear: '1979' }],
  ['a deeming of a year to come', 'trainee', 'deeming:enterprise-2022', { obtainedYear: '2023' }],
  ['no such kind', 'trainee', 'nothing', {}],
  ['of Shaanxi', 'p-far-unit', 'equivalent', EQUIVALENT],
  ['of Shaanxi, longer than it was', 'p-far-unit', 'equivalent', { ...EQUIVALENT, hours: '72' }],
  ['of Shaanxi, without hours', 'p-far-unit', 'equivalent', { ...EQUIVALENT, hours: '' }],
  ['of Ningxia', 'p-west-unit', 'training', TRAINING],
  ['of Ningxia, a paper', 'p-west-unit', 'paper', PAPER],
]

const drafted =
  ([, who, kind, fields]: Form) =>
  async (_: unknown, world: World) => ({ draftId: await draft(who, world, { kind, fields }) })

const withoutFile = async (_: unknown, world: World) => ({
  draftId: await draft('trainee', world, { kind: 'training', fields: TRAINING, attachments: [] }),
})
const ofYear = (targetYear: number) => async (_: unknown, world: World) => ({
  draftId: await draft('trainee', world, { kind: 'paper', fields: PAPER, targetYear }),
})
const submittedTwice = async (_: unknown, world: World) => {
  const draftId = await draft('trainee', world)
  await world.calls('o-trainee').claim.submit({ draftId })
  return { draftId }
}

export const claimCases: readonly Case[] = [
  ...FORMS.map((form) => ({ path: 'claim.preview', about: form[0], who: form[1], input: drafted(form) })),
  ...FORMS.map((form) => ({ path: 'claim.submit', about: form[0], who: form[1], input: drafted(form) })),
  ...FORMS.filter(([about]) => /^(a|of Shaanxi|of Ningxia|not recognised)/.test(about)).map((form) => ({
    path: 'claim.draft',
    about: form[0],
    who: form[1],
    input: drafted(form),
  })),
  ...['claim.preview', 'claim.submit'].flatMap((path) => [
    { path, about: 'no photo', who: 'trainee', input: withoutFile },
    { path, about: 'of a year that is over', who: 'trainee', input: ofYear(2021) },
    { path, about: 'of a year to come', who: 'trainee', input: ofYear(2023) },
    { path, about: 'of a year with no notice', who: 'trainee', input: ofYear(2015) },
    { path, about: 'submitted before', who: 'trainee', input: submittedTwice },
  ]),
  ...['p-far-unit', 'p-west-unit'].flatMap((who) =>
    [undefined, 2015].map((year) => ({
      path: 'claim.kinds',
      about: `${who} ${year ?? 'now'}`,
      who,
      input: () => (year === undefined ? {} : { year }),
    })),
  ),
  {
    path: 'claim.saveDraft',
    about: 'the first words',
    who: 'trainee',
    input: () => ({ draftId: 'draft-new', kind: 'training', targetYear: 2022, fields: { title: ' 半' } }),
  },
  {
    path: 'claim.saveDraft',
    about: 'more words',
    who: 'trainee',
    input: async (_, world) => ({
      draftId: await draft('trainee', world),
      ...{ kind: 'paper', targetYear: 2021, fields: { title: '改过的题目' } },
    }),
  },
  {
    path: 'claim.saveDraft',
    about: 'after it was submitted',
    who: 'trainee',
    input: async (_, world) => ({
      ...(await submittedTwice(_, world)),
      ...{ kind: 'paper', targetYear: 2022, fields: {} },
    }),
  },
  {
    path: 'claim.submit',
    about: 'a correction of what was returned',
    who: 'trainee',
    input: async (place, world) => {
      const claim = await world.claim(place, { ownerId: 'trainee', at: 'unit', state: 'returned' })
      const fields = { ...PAPER, title: '改正后的论文' }
      return { draftId: await draft('trainee', world, { kind: 'paper', fields, claimId: claim._id }) }
    },
  },
  ...(['submitted', 'returned', 'rejected', 'withdrawn', 'lapsed', 'credited', 'revoked'] as const).flatMap(
    (state) =>
      ['claim.claim', 'claim.withdraw'].map(
        (path): Case => ({
          path,
          about: state,
          who: 'trainee',
          input: async (place, world) => ({
            claimId: (await world.claim(place, { ownerId: 'trainee', at: 'unit', state }))._id,
          }),
        }),
      ),
  ),
  {
    path: 'claim.claim',
    about: 'approved by all',
    who: 'trainee',
    input: async (_, world) => ({
      claimId: (await world.store.get('claims', 'trainee:draft-kept-1'))?._id ?? '',
    }),
  },
]
