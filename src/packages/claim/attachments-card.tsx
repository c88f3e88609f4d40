import type { AttachmentView } from '@server/claim/views'
import { Text, View } from '@tarojs/components'
import { refusalOf } from '@/cloud/refusal'
import { errorText } from '@/cloud/refusal-text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { ProgressLine } from '@/ui/ProgressLine'
import { sizeText } from './claim-words'
import { openAttachment, type Upload, type useAttachments } from './use-attachments'
import './attachments-card.css'

interface AttachmentsCardProps {
  draftId: string
  attachments: readonly AttachmentView[]
  files: ReturnType<typeof useAttachments>
  needed: boolean
  error: string
  ask: string
}

/** Photos and documents that show what is claimed: on their way, there, or to be sent again. */
export function AttachmentsCard(props: AttachmentsCardProps) {
  const { draftId, attachments, files, needed, error, ask } = props
  return (
    <Card>
      <Text className="claim-files__title">{needed ? '证明材料' : '证明材料（可不传）'}</Text>
      <Text className="claim-files__quiet">
        照片，或 PDF 文档，一个最多 20 兆。只有你和审核你的人能打开。
      </Text>
      {ask === '' ? null : <Text className="claim-files__ask">{`请补正：${ask}`}</Text>}
      {error === '' ? null : <Text className="claim-files__error">{error}</Text>}
      {attachments.map((one) => (
        <FileRow
          key={one.sha256}
          file={one}
          onOpen={() => void openAttachment({ draftId }, one)}
          onRemove={() => void files.remove(one)}
        />
      ))}
      {files.uploads.map((upload) => (
        <Sending key={upload.id} upload={upload} files={files} />
      ))}
      <View className="claim-files__buttons">
        <View className="claim-files__button">
          <Button block tone="plain" size="medium" onTap={files.photos}>
            拍照或选照片
          </Button>
        </View>
        <View className="claim-files__button">
          <Button block tone="plain" size="medium" onTap={files.documents}>
            从聊天选文档
          </Button>
        </View>
      </View>
    </Card>
  )
}

interface FileRowProps {
  file: AttachmentView
  onOpen: () => void
  onRemove?: () => void
}

export function FileRow({ file, onOpen, onRemove }: FileRowProps) {
  const { name, bytes } = file
  return (
    <View className="claim-files__row">
      <View className="claim-files__open" ariaRole="button" ariaLabel={`打开${name}`} onClick={onOpen}>
        <Icon name="file" />
        <View className="claim-files__what">
          <Text className="claim-files__name">{name}</Text>
          <Text className="claim-files__quiet">{sizeText(bytes)}</Text>
        </View>
      </View>
      {onRemove === undefined ? null : (
        <View className="claim-files__remove" ariaRole="button" ariaLabel={`去掉${name}`} onClick={onRemove}>
          <Icon name="close" />
        </View>
      )}
    </View>
  )
}

function Sending({ upload, files }: { upload: Upload; files: AttachmentsCardProps['files'] }) {
  const { name, percent, error } = upload
  if (error === null)
    return (
      <View className="claim-files__row">
        <View className="claim-files__what">
          <Text className="claim-files__name">{name}</Text>
          <ProgressLine percent={percent} label={percent >= 100 ? '正在核对' : `${percent}%`} />
        </View>
      </View>
    )
  const { title, way } = errorText(error)
  return (
    <View className="claim-files__failed">
      <Text className="claim-files__error">{`${name}：${title}`}</Text>
      <Text className="claim-files__quiet">{way}</Text>
      <View className="claim-files__buttons">
        {refusalOf(error) === null ? (
          <View className="claim-files__button">
            <Button block tone="plain" size="medium" onTap={() => files.retry(upload)}>
              再传一次
            </Button>
          </View>
        ) : null}
        <View className="claim-files__button">
          <Button block tone="quiet" size="medium" onTap={() => files.drop(upload)}>
            不传这个
          </Button>
        </View>
      </View>
    </View>
  )
}
