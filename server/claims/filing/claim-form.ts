import { conditionText } from '../../../domain/policy/explain-item'
import {
  asksForRecord,
  type EvidenceField,
  type LearningKind,
  STUDY_RECORD,
} from '../../../domain/policy/learning-kind'
import type { Category, DeemingRule, Labels, PolicyPack } from '../../../domain/policy/pack'
import type { StandingTitle } from '../../bodies/standing'
import { DEEMED_WHEN, evidenceName, peopleName } from '../../policy/words'
import type { FieldInput, FieldView } from './views'

/** A claimable subject under a pack: a kind of learning, a deeming, or the year itself. */
export type ClaimForm = { id: string; label: string; fields: FieldView[]; needsPhoto: boolean } & (
  | { group: 'hours'; kind: LearningKind }
  | { group: 'deeming'; rule: DeemingRule }
  | { group: 'year' }
)

export const YEAR_KIND = 'year'
const DEEMING = 'deeming:'
export const NO_TOPIC = 'none'
/** When the present title was obtained. */
export const TERM = 'termFromYear'
/** Numbers that make two claims the same, and of which a kind may name several. */
export const IDENTIFIERS: readonly EvidenceField[] = ['doi', 'isbn', 'patent-number', 'certificate-number']

/** Every form of a pack, kinds of learning first. */
export const formsOf = (pack: PolicyPack): ClaimForm[] => [
  ...pack.kinds.filter(({ route }) => route === 'claim').map((kind) => hoursForm(pack, kind)),
  ...pack.deemings.map((rule) => deemingForm(pack, rule)),
  ...(pack.review.yearlySubmission.value
    ? [
        {
          group: 'year' as const,
          id: YEAR_KIND,
          label: `${pack.year} 年度${pack.labels.hour}审验`,
          fields: [],
          needsPhoto: false,
        },
      ]
    : []),
]

export const formOf = (pack: PolicyPack, kindId: string): ClaimForm | null =>
  formsOf(pack).find(({ id }) => id === kindId) ?? null

/** What the register answers is shown, and not asked again: when the present title was obtained (QH23-16, NX22-11). */
export const ofRegister = <F extends ClaimForm>(form: F, title: StandingTitle | undefined): F => {
  const { held } = title ?? { held: null }
  if (held === null) return form
  const hint = `${held.title}，${held.obtainedYear} 年取得${title?.isVerified ? '，单位核对过' : '，你填的，单位还没有核对'}`
  const fields = form.fields.map((one) =>
    one.id === TERM ? { ...one, input: 'known' as const, required: false, label: '现职称', hint } : one,
  )
  return { ...form, fields }
}

function hoursForm(pack: PolicyPack, kind: LearningKind): ClaimForm {
  const evidence = kind.evidence?.value ?? []
  const dated = evidence.includes('from-to') ? [] : [field('on', '取得日期', 'day')]
  return {
    group: 'hours',
    kind,
    id: kind.id,
    label: kind.label,
    needsPhoto: evidence.includes('photo'),
    fields: [
      ...recordField(kind),
      ...[...evidence.flatMap((name) => evidenceFields(name, evidence, pack.labels)), ...dated].map(
        asKept(kind),
      ),
      ...(asksForRecord(kind) ? [keptField('way', '学习方式'), keptField('how', '学习情况')] : []),
      ...categoryField(pack, kind),
      ...topicField(pack),
      ...kind.conditions
        .filter(({ needs }) => needs.value !== STUDY_RECORD)
        .map(({ needs, cure }) =>
          field(`meets:${needs.value}`, conditionText(needs.value), 'confirm', { hint: cure }),
        ),
    ],
  }
}

/** The archive line is chosen from the unit's archive; the trainee does not tick that there is one (NY22-9). */
function recordField(kind: LearningKind): FieldView[] {
  const asked = kind.conditions.find(({ needs }) => needs.value === STUDY_RECORD)
  return asked ? [field('record', '学习档案里的哪一条', 'record', { hint: asked.cure })] : []
}

/** With an archive line, its facts are not asked again. */
const asKept =
  (kind: LearningKind) =>
  (view: FieldView): FieldView =>
    asksForRecord(kind) ? { ...view, input: 'kept', required: false, hint: '' } : view

const field = (id: string, label: string, input: FieldInput, more: Partial<FieldView> = {}): FieldView => ({
  id,
  label,
  input,
  required: true,
  hint: '',
  options: [],
  ...more,
})

const keptField = (id: string, label: string): FieldView => field(id, label, 'kept', { required: false })

const INPUTS: Partial<Record<EvidenceField, FieldInput>> = {
  hours: 'decimal',
  days: 'number',
  'travel-days': 'number',
  'author-rank': 'number',
}

const HINTS: Partial<Record<EvidenceField, string>> = {
  'travel-days': '路上用了几天，没有就不填',
  'author-rank': '第几作者，独立完成写 1',
  level: '例如国家级、省级、市级',
}

const IF_ANY = '没有就不填，由单位说明'

/** One piece of evidence as one field, a span of days as two. A photo is a file, and no field. */
function evidenceFields(name: EvidenceField, all: readonly EvidenceField[], labels: Labels): FieldView[] {
  if (name === 'photo') return []
  if (name === 'from-to') return [field('from', '开始日期', 'day'), field('to', '结束日期', 'day')]
  const only = IDENTIFIERS.filter((identifier) => all.includes(identifier)).length === 1
  const certain = only && (name === 'certificate-number' || name === 'isbn')
  const optional =
    name === 'travel-days' || name === 'document-number' || (IDENTIFIERS.includes(name) && !certain)
  const ofHours = name === 'hours' ? `写证书或证明上的${labels.hour}，可以有小数` : undefined
  const hint = ofHours ?? HINTS[name] ?? (optional ? IF_ANY : '')
  return [field(name, evidenceName(name, labels), INPUTS[name] ?? 'text', { required: !optional, hint })]
}

/** Only where the notice leaves it open, and lets a claim be either. */
function categoryField({ claimable, labels }: PolicyPack, { category }: LearningKind): FieldView[] {
  if (category !== null || claimable.value.length < 2) return []
  const options = claimable.value.map((value: Category) => ({ value, label: labels[value], stop: '' }))
  return [field('category', '计入哪一类', 'choice', { options })]
}

/**
 * The topic is asked first for all kinds, because an excluded topic is excluded however the other fields are filled in.
 */
function topicField({ exclusions, labels }: PolicyPack): FieldView[] {
  const excluded = exclusions.filter((exclusion) => exclusion.excluded.value)
  if (excluded.length === 0) return []
  const options = [
    { value: NO_TOPIC, label: '都不是', stop: '' },
    ...excluded.map(({ topic, label, onlyFor }) => ({
      value: topic,
      label,
      stop: `${label}${onlyFor ? `（${peopleName(onlyFor.value)}）` : ''}不作${labels.hour}登记，不用再填`,
    })),
  ]
  return [field('topic', '是不是下面这些内容', 'choice', { options })]
}

function deemingForm({ labels }: PolicyPack, rule: DeemingRule): ClaimForm {
  return {
    group: 'deeming',
    rule,
    id: `${DEEMING}${rule.id}`,
    label: rule.label,
    needsPhoto: true,
    fields: [
      ...deemingFields(rule, labels.hour),
      field('document-number', '文件号或证书编号', 'text', { required: false, hint: IF_ANY }),
    ],
  }
}

function deemingFields({ covers, yearChosen, leastMonths, when }: DeemingRule, hour: string): FieldView[] {
  const hint = when ? DEEMED_WHEN[when.value] : ''
  const year = (id: string, label: string): FieldView => field(id, label, 'year', { hint })
  const months = leastMonths
    ? [field('months', '一共几个月', 'number', { hint: `须满 ${leastMonths.value} 个月` })]
    : []
  const term = year(TERM, '哪一年取得现职称')
  if (covers.value === 'year')
    return yearChosen?.value === 'any-in-term'
      ? [year('year', `选哪一年抵${hour}`), term, ...months]
      : [year('year', '是哪一年'), ...months]
  switch (when?.value) {
    case 'within-years-looked-at':
      return [year('enrolledYear', '哪一年入学'), year('graduatedYear', '哪一年毕业'), ...months]
    case 'after-present-title':
      return [year('obtainedYear', '哪一年取得'), term, ...months]
    default:
      return [year('obtainedYear', '哪一年取得'), ...months]
  }
}
