import { dateState } from '../../../domain/policy/dates'
import type { PolicyPack } from '../../../domain/policy/pack'
import { firstWaiting } from '../../../domain/review/submit-claim'
import { allLearned } from '../../books/hours/learned'
import { readAccount } from '../../books/hours/read-account'
import type { Context } from '../../kernel/context'
import type { PersonDocument } from '../../people/documents'
import { assess, effectOf } from './assess'
import { ownDraft } from './drafts'
import { lineOf } from './kinds'
import { ownOddity, stepsOf } from './show-claim'
import { claimsOf, odditiesOf, titleOf } from './submit'
import type { PreviewView } from './views'

/**
 * Previews a draft as if it were submitted now: hours, caps, duplicates, the review chain and its dates. Writes
 * nothing.
 */
export async function previewDraft(
  ctx: Context,
  person: PersonDocument,
  draftId: string,
): Promise<PreviewView> {
  const { store, now } = ctx
  const draft = await ownDraft(store, person, draftId)
  const assessed = await assess(store, ctx, { person, draft })
  const { pack, form, steps } = assessed
  const [account, others, learned] = await Promise.all([
    readAccount(store, { personId: person._id, region: pack.region, year: draft.targetYear }),
    claimsOf(ctx, person),
    allLearned(store, person._id),
  ])
  const claimId = draft.claimId ?? draft._id
  const oddities = await odditiesOf(store, ctx, { person, draft, claimId, assessed, others, learned })
  return {
    kindLabel: form.label,
    title: titleOf(assessed),
    year: draft.targetYear,
    hourName: pack.labels.hour,
    hours: assessed.claimedHours,
    formula: lineOf(pack, form).value,
    effect: effectOf({ ...assessed, targetYear: draft.targetYear }, account, now),
    oddities: oddities.map(ownOddity),
    chain: stepsOf({ steps, stepIndex: firstWaiting(steps), state: 'submitted' }),
    deadline: deadlineOf(pack, ctx),
  }
}

previewDraft.refuses = [
  'CLAIM_CATEGORY',
  'CLAIM_EXCLUDED',
  'CLAIM_KIND_UNKNOWN',
  'CLAIM_MAKE_UP',
  'CLAIM_TOO_LATE',
  'CLAIM_UNKNOWN',
  'EVIDENCE_MISSING',
  'EVIDENCE_USED',
  'INPUT_INVALID',
  'LEARNED_ALREADY',
  'STUDY_RECORD_MISSING',
  'STUDY_RECORD_USED',
  'UNIT_UNKNOWN',
  'YEAR_CLOSED',
] as const

function deadlineOf(pack: PolicyPack, { now }: Pick<Context, 'now'>): PreviewView['deadline'] {
  const { day, rules } = dateState(pack, { act: 'submit-claim', at: now })
  const rule = rules.find((one) => one.day.value === day)
  return day === null || !rule ? null : { day, hard: rule.force.value === 'hard', label: rule.label }
}
