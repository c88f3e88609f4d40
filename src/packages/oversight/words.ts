import { formatHours } from '@domain/kernel/hours'
import type { SampleRule } from '@domain/oversight/draw-sample'
import type { ChecklistItem } from '@domain/oversight/spot-check'
import type { CheckView, EffectView, ObjectionCard, SampleCard } from '@server/oversight/views'
import type { TagProps } from '@/ui/Tag'
import { hoursText } from '@/wording/labels'

type Tone = NonNullable<TagProps['tone']>

export const CHECKLIST_TEXT: Record<ChecklistItem, string> = {
  evidence: '证明材料不真实，或查无此件',
  person: '不是本人',
  hours: '学时与材料不符',
  dates: '时间不在本年度，或与材料不符',
  procedure: '审核程序不合规',
}

const STRATA: Record<SampleRule['strata'], string> = {
  none: '合在一起抽',
  unit: '按单位分层',
  kind: '按类别分层',
}

/** The rule of a check, so that any reader can draw it again. */
export function ruleText({ rule, seed, drawnFrom }: CheckView): string {
  const size = rule.size.by === 'share' ? `抽 ${rule.size.percent}%` : `抽 ${rule.size.count} 份`
  const units = drawnFrom.unitsLooked < drawnFrom.units ? `，先抽出 ${drawnFrom.unitsLooked} 个单位` : ''
  return `${drawnFrom.units} 个单位${units}，共 ${drawnFrom.claims} 份已认定的申报；${size}，${STRATA[rule.strata]}。种子“${seed}”，同一规则和种子可以原样再抽一次。`
}

export function findingTag({ finding }: Pick<SampleCard, 'finding'>): { text: string; tone: Tone } {
  if (finding === null) return { text: '待核查', tone: 'due' }
  return finding.verdict === 'in-order' ? { text: '属实', tone: 'done' } : { text: '不属实', tone: 'refused' }
}

/** The effect of a voiding, shown before it is done. */
export function effectText(effect: EffectView | null): string {
  if (effect === null) return '这项认定不再有效，本人会收到原因，可以提出异议。'
  const { counted, flowsBack, complete, certificate } = effect
  const flows = flowsBack > 0 ? `，原来超出上限的 ${formatHours(flowsBack)} 学时补进来` : ''
  const year =
    complete.before && !complete.after ? '，这一年不再达标' : complete.after ? '，这一年仍然达标' : ''
  const paper =
    certificate === 'revoked'
      ? '已发的证书随即撤销。'
      : certificate === 'superseded'
        ? '已发的证书由按新学时开具的一张代替。'
        : ''
  return `已计入的学时从 ${hoursText(counted.before)} 变为 ${hoursText(counted.after)}${flows}${year}。${paper}本人会收到原因，可以提出异议。`
}

export const OBJECTION: Record<ObjectionCard['state'], { text: string; tone: Tone }> = {
  open: { text: '待复查', tone: 'due' },
  upheld: { text: '异议成立', tone: 'done' },
  dismissed: { text: '维持作废', tone: 'refused' },
}

/** Where a credit came from, by the kind of its cause. */
export const WAYS: Record<string, string> = {
  claim: '本人申报，经审核记入',
  outside: '施教机构报送',
  'course-exam': '平台课程，考试合格',
  objection: '异议成立后恢复',
}
