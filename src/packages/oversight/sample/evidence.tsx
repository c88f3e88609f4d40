import type { AttachmentView } from '@server/claims/filing/views'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { openEvidence } from '@/cloud/open-evidence'
import { ActRefused } from '@/ui/ActRefused'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'

/** Evidence first, one tap away. */
export function Evidence({ claimId, attachments }: { claimId: string; attachments: AttachmentView[] }) {
  const [error, setError] = useState<unknown>(null)
  if (attachments.length === 0)
    return (
      <CellGroup title="证明材料">
        <Cell title="没有附材料" description="这一类申报不要求上传材料，请按填写的内容核对" />
      </CellGroup>
    )
  return (
    <>
      <CellGroup title={`证明材料 ${attachments.length} 份`}>
        {attachments.map((attachment) => (
          <Cell
            key={attachment.sha256}
            title={attachment.name}
            note="打开"
            onTap={() => void opened(claimId, attachment).catch(setError)}
          />
        ))}
      </CellGroup>
      <ActRefused error={error} />
    </>
  )
}

async function opened(claimId: string, file: AttachmentView): Promise<void> {
  const { url } = await cloud.claim.attachmentUrl.query({ claimId, sha256: file.sha256 })
  await openEvidence(file, url)
}
