// Claims that colleagues hand in while the journey looks elsewhere: through the use cases, with a photo as a phone sends it.
import type { Browser } from 'playwright-core'
import { hoursOf } from '../../domain/kernel/hours'
import { day } from '../../domain/kernel/instant'
import { seedingContext } from '../../scripts/seed/context'
import type { World } from '../../scripts/world'
import { keepLine } from '../../server/claims/archive/keep-line'
import { uploadTicket } from '../../server/claims/evidence/kept-file'
import { attach } from '../../server/claims/filing/attachments'
import { saveDraft } from '../../server/claims/filing/drafts'
import { submitDraft } from '../../server/claims/filing/submit'
import { holderOf } from '../../server/kernel/holder'
import { personOf } from '../../server/kernel/procedure'

export interface HandedIn {
  draftId: string
  kind: string
  targetYear: number
  fields: Record<string, string>
  photo?: Uint8Array
}

/** Answers with the claim's id. */
export async function handIn({ cloud, secrets }: World, openid: string, claim: HandedIn): Promise<string> {
  const ctx = seedingContext(cloud, secrets, openid)
  const person = await personOf(ctx)
  const { photo, ...draft } = claim
  await saveDraft(ctx, person, draft)
  if (photo) {
    const { path } = uploadTicket(ctx, person)
    const fileId = await cloud.storage.put(path, photo)
    await attach(ctx, person, { draftId: draft.draftId, fileId, name: '证明.png' })
  }
  return (await submitDraft(ctx, person, draft.draftId)).claimId
}

/** A line that a unit wrote down of a person's self-study; answers with the name that a claim uses for it. */
export async function keptRecord(
  { cloud, secrets }: World,
  { reviewer, learner }: { reviewer: string; learner: string },
  { title, hours }: { title: string; hours: number },
): Promise<string> {
  const ctx = seedingContext(cloud, secrets, reviewer)
  const person = await personOf(ctx)
  const { _id: personId } = await personOf(seedingContext(cloud, secrets, learner))
  const kept = await keepLine(ctx, holderOf(person, 'keep-archive', ctx), {
    ...{ personId, year: 2022, lineId: 'line-handed-in', revision: 0 },
    line: {
      ...{ kind: 'self-study', way: '个人自学', title, how: '每天两小时，写了四篇笔记，站里检查过' },
      ...{ from: day('2022-07-04'), to: day('2022-07-08'), hours: hoursOf(hours) },
    },
  })
  return kept.lines[0]?.record ?? ''
}

/** A certificate on paper, as a trainee would photograph it: invented, and it says so. */
export async function photographed(
  browser: Browser,
  title: string,
  lines: readonly string[],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 600, height: 800 } })
  const rows = lines.map((line) => `<p>${line}</p>`).join('')
  await page.setContent(
    `<body style="margin:0;background:#d9d2c3;font:26px/1.9 'Noto Sans SC',sans-serif">
      <div style="margin:48px 40px;padding:64px 44px;background:#fffdf6;box-shadow:0 2px 18px #8886;height:560px">
        <h1 style="margin:0 0 40px;font-size:40px;text-align:center;letter-spacing:8px">${title}</h1>${rows}
        <div style="position:absolute;right:96px;bottom:150px;width:132px;height:132px;border:5px solid #b3261e;
          border-radius:50%;color:#b3261e;font-size:22px;line-height:132px;text-align:center">演示样章</div>
      </div></body>`,
  )
  const image = await page.screenshot({ type: 'png' })
  await page.close()
  return image
}
