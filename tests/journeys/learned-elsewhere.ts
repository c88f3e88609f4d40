// Hours that a lawful provider sent: posted as any hours are, without watching and exams of ours.
import { hoursOf } from '../../domain/kernel/hours'
import { day, plusMs, startOfDay } from '../../domain/kernel/instant'
import type { Category } from '../../domain/policy/pack'
import { seedingContext } from '../../scripts/seed/context'
import type { World } from '../../scripts/world'
import { postHours } from '../../server/books/hours/post-hours'
import { accept } from '../../server/kernel/refused'

const DAY_MS = 86_400_000

export async function learnedElsewhere(
  { cloud, secrets }: World,
  openid: string,
  learned: readonly (readonly [year: number, category: Category, hours: number])[],
): Promise<void> {
  const { store, packs, now } = seedingContext(cloud, secrets, openid)
  const binding = await store.get('bindings', openid)
  const person = binding && (await store.get('persons', binding.personId))
  if (!person) throw new Error(`${openid} is not registered`)
  for (const [year, category, hours] of learned) {
    const pack = accept(packs.standardOf(person.region, year))
    const courseId = `${person.region}-${year}-${category}`
    const earnedAt = plusMs(startOfDay(day(`${year}-06-01`)), DAY_MS)
    const [kind, providerId] =
      category === 'public' ? ['public-online', 'nxzj'] : ['online-course', 'platform']
    const posting = {
      person,
      region: person.region,
      targetYear: year,
      item: {
        id: courseId,
        kind,
        category,
        providerId,
        earnedAt,
        hours: hoursOf(hours),
        meets: ['courseware-audited', 'plan-approved', 'exam-passed'] as const,
        evidenceKey: `course:${courseId}`,
      },
      title: `${year} 年${pack.labels[category]}`,
      cause: {
        kind: 'course-exam',
        courseId,
        attemptId: `${person._id}:${courseId}:1`,
        enrolmentId: `${person._id}:${courseId}`,
      } as const,
      earnedAt,
      recordedAt: now,
      evidence: [{ at: earnedAt, text: `${pack.labels[category]} ${hours} ${pack.labels.hour}` }],
      pack,
    }
    await store.transact((tx) => postHours(tx, posting))
  }
}
