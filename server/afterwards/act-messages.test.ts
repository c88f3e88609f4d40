// What of an act is said in a message of WeChat's as well.
import { wrongWith } from '../../local/cloud/wire/subscription'
import { OFFICE_TEMPLATES, TEMPLATE_KEYWORDS } from '../../scripts/office-templates'
import { changed, EVENTS, REASON, short, toldOf } from '../../tests/harness/act-samples'
import type { EventKind } from '../kernel/acts'
import { wordsFor } from '../kernel/templates'
import type { Told } from './inbox/told'

test.each(EVENTS)('$kind: its message fits the template of an office', (event) => {
  const subscription = toldOf(event, '课时')?.subscription
  if (!subscription) return
  const { id, fields } = OFFICE_TEMPLATES[subscription.template]
  const data = Object.entries(wordsFor(subscription, { id, fields })).map(([keyword, value]) => [
    keyword,
    { value },
  ])
  expect(wrongWith({ template_id: id, data: Object.fromEntries(data) }, TEMPLATE_KEYWORDS)).toBeNull()
})

test.each<[kind: EventKind, change: object, subscription: Told['subscription']]>([
  [
    'binding-verified',
    {},
    {
      template: 'binding-decided',
      data: { result: '核对通过', note: '之前学到的课时已全部计入' },
      page: 'pages/me/index',
    },
  ],
  [
    'binding-contested',
    {},
    {
      template: 'binding-decided',
      data: { result: '需要更正', note: '请打开“我的”查看原因并更正' },
      page: 'pages/me/index',
    },
  ],
  [
    'exam-closed',
    {},
    {
      template: 'exam-passed',
      data: { result: '合格', note: '课时已入账，可以查看凭什么' },
      page: 'pages/home/index',
    },
  ],
  ...(
    [
      ['claim-approved', { title: '土壤学' }, '已入账', '《土壤学》的课时已入账。'],
      ['claim-reduced', short, '已入账', '《土壤学》的课时已入账。'],
      [
        'claim-reduced',
        { ...short, credited: false },
        '课时核减',
        `《土壤学》按较少的课时通过了这一级。${REASON}`,
      ],
      [
        'claim-returned',
        { ...short, note: '请补盖章' },
        '请补正',
        '《土壤学》需要补充：请补盖章。改好后再提交，之前填的都在。',
      ],
      [
        'claim-rejected',
        { ...short, note: '' },
        '没有通过',
        '《土壤学》没有通过。可以打开查看，弄清后重新申报。',
      ],
      ['claim-lapsed', { title: '土壤学', note: '' }, '已过期限', '《土壤学》在截止前没有审完。'],
    ] as const
  ).map(([kind, change, result, note]): [EventKind, object, Told['subscription']] => [
    kind,
    change,
    { template: 'claim-decided', data: { result, note }, page: 'pages/home/index' },
  ]),
  ['hours-voided', {}, null],
])('%s %j is said in a message of WeChat’s as well, where there is one', (kind, change, subscription) =>
  expect(changed(kind, change)?.subscription).toEqual(subscription),
)
