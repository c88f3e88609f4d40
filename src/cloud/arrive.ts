import type { EnterView, Landing } from '@server/people/views'
import { open, replace, routes } from '@/routes'
import { cloud } from './client'
import { enrolDraft } from './enrol-draft'
import { type Entry, isSameEntry } from './entry'
import { queries } from './queries'
import { keyOf } from './use-cloud'

let current: Entry = { scene: 0, token: null, channel: 'other' }
let hasArrived = false

/** The entry of this visit, for asking again. */
export const currentEntry = (): Entry => current

export const enter = (): Promise<EnterView> =>
  cloud.account.enter.mutate({
    channel: current.channel,
    scene: current.scene,
    ...(current.token === null ? {} : { token: current.token }),
  })

/**
 * Runs on launch and on every return. A return with nothing new (the phone was unlocked) changes nothing: a trainee
 * in a lecture stays there.
 */
export async function arrive(entry: Entry): Promise<void> {
  if (hasArrived && (isSameEntry(current, entry) || entry.channel === 'other')) return
  await comeIn(entry)
}

/** Enters by this entry, after any other before it; if it fails, the home page shows the reason. */
export async function comeIn(entry: Entry): Promise<Landing | null> {
  current = entry
  hasArrived = true
  try {
    const view = await queries.fetchQuery({
      queryKey: keyOf(cloud.account.enter),
      queryFn: enter,
      staleTime: 0,
    })
    land(view.landing, entry)
    return view.landing
  } catch {
    // The query keeps the error; the home page reads it from there.
    return null
  }
}

/** Goes to the server's landing page; a new person without a code sees the home page first. */
function land(landing: Landing, entry: Entry): void {
  if (landing.page === 'course') open(routes.course({ courseId: landing.courseId }))
  if (landing.page === 'review') open(routes.reviewPeople())
  if (landing.page === 'enrol' && entry.token !== null) {
    const draft = enrolDraft.keepUnit({ unit: landing.unit, token: entry.token })
    open(draft.consentVersion === '' ? routes.enrolConsent() : routes.enrolUnit())
  }
}

/** After registration: the code by which the person came still decides the landing page. */
export async function landAfterRegistration(): Promise<void> {
  await queries.resetQueries({ queryKey: keyOf(cloud.account.enter) })
  replace(routes.home())
  await comeIn(current)
}
