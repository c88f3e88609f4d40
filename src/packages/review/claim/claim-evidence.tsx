import type { AttachmentView } from '@server/claims/filing/views'
import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { isPhoto } from '@/cloud/open-evidence'
import { ActRefused } from '@/ui/ActRefused'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Notice } from '@/ui/Notice'
import { openDocument, usePhotos } from './use-claim'

/** Evidence first, one tap away: photos stand there, a document opens. */
export function ClaimEvidence({ claimId, attachments }: { claimId: string; attachments: AttachmentView[] }) {
  const photos = usePhotos(claimId, attachments)
  const [error, setError] = useState<unknown>(null)
  if (attachments.length === 0)
    return <Notice title="没有附材料" text="这一类申报不要求上传材料，请看下面填写的内容。" />
  const addresses = photos.data ?? {}
  const show = (sha256: string) => {
    const current = addresses[sha256]
    if (current !== undefined) void Taro.previewImage({ current, urls: Object.values(addresses) })
  }
  return (
    <Card>
      <Text className="evidence__heading">{`证明材料 ${attachments.length} 份，点开看大图`}</Text>
      <View className="evidence__files">
        {attachments.map((file) => {
          const { sha256, name } = file
          return !isPhoto(file) ? (
            <View
              key={sha256}
              className="evidence__file evidence__file--document"
              ariaRole="button"
              ariaLabel={`打开${name}`}
              onClick={() => void openDocument(claimId, file).catch(setError)}
            >
              <Icon name="file" size={28} />
              <Text className="evidence__name">{name}</Text>
            </View>
          ) : (
            <View
              key={sha256}
              className="evidence__file"
              ariaRole="button"
              ariaLabel={`看大图，${name}`}
              onClick={() => show(sha256)}
            >
              {addresses[sha256] === undefined ? null : (
                <Image
                  className="evidence__photo"
                  src={addresses[sha256]}
                  mode="aspectFill"
                  ariaLabel={name}
                />
              )}
            </View>
          )
        })}
      </View>
      <ActRefused error={error ?? photos.error} />
    </Card>
  )
}
