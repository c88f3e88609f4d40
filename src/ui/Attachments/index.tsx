import type { AttachmentView } from '@server/claims/filing/views'
import { Text, View } from '@tarojs/components'
import { refusalOf } from '@/cloud/refusal'
import { errorText } from '@/cloud/refusal-text'
import type { Upload, useAttachments } from '@/cloud/use-attachments'
import { Button } from '../Button'
import { Card } from '../Card'
import { Icon } from '../Icon'
import { ProgressLine } from '../ProgressLine'

export interface AttachmentsProps {
  attachments: readonly AttachmentView[]
  files: ReturnType<typeof useAttachments>
  needed: boolean
  /** The people who can open them. */
  note: string
  error?: string
  ask?: string
  onOpen: (file: AttachmentView) => void
}

/** Photos and documents as evidence: uploading, uploaded, or to be sent again. */
export function Attachments(props: AttachmentsProps) {
  const { attachments, files, needed, note, error = '', ask = '', onOpen } = props
  return (
    <Card>
      <Text className="x-files__title">{needed ? '证明材料' : '证明材料（可不传）'}</Text>
      <Text className="x-files__quiet">{`照片，或 PDF、OFD 文档，一个最多 20 兆。${note}`}</Text>
      {ask === '' ? null : <Text className="x-files__ask">{`请补正：${ask}`}</Text>}
      {error === '' ? null : <Text className="x-files__error">{error}</Text>}
      {attachments.map((one) => (
        <FileRow
          key={one.sha256}
          file={one}
          onOpen={() => onOpen(one)}
          onRemove={() => void files.remove(one)}
        />
      ))}
      {files.uploads.map((upload) => (
        <Sending key={upload.id} upload={upload} files={files} />
      ))}
      <View className="x-files__buttons">
        <View className="x-files__button">
          <Button block tone="plain" size="medium" onTap={files.photos}>
            拍照或选照片
          </Button>
        </View>
        <View className="x-files__button">
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
    <View className="x-files__row">
      <View className="x-files__open" ariaRole="button" ariaLabel={`打开${name}`} onClick={onOpen}>
        <Icon name="file" />
        <View className="x-files__what">
          <Text className="x-files__name">{name}</Text>
          <Text className="x-files__quiet">{sizeText(bytes)}</Text>
        </View>
      </View>
      {onRemove === undefined ? null : (
        <View className="x-files__remove" ariaRole="button" ariaLabel={`去掉${name}`} onClick={onRemove}>
          <Icon name="close" />
        </View>
      )}
    </View>
  )
}

function Sending({ upload, files }: { upload: Upload; files: AttachmentsProps['files'] }) {
  const { name, percent, error } = upload
  if (error === null)
    return (
      <View className="x-files__row">
        <View className="x-files__what">
          <Text className="x-files__name">{name}</Text>
          <ProgressLine percent={percent} label={percent >= 100 ? '正在核对' : `${percent}%`} />
        </View>
      </View>
    )
  const { title, way } = errorText(error)
  return (
    <View className="x-files__failed">
      <Text className="x-files__error">{`${name}：${title}`}</Text>
      <Text className="x-files__quiet">{way}</Text>
      <View className="x-files__buttons">
        {refusalOf(error) === null ? (
          <View className="x-files__button">
            <Button block tone="plain" size="medium" onTap={() => files.retry(upload)}>
              再传一次
            </Button>
          </View>
        ) : null}
        <View className="x-files__button">
          <Button block tone="quiet" size="medium" onTap={() => files.drop(upload)}>
            不传这个
          </Button>
        </View>
      </View>
    </View>
  )
}

const MEGABYTE = 1_048_576

const sizeText = (bytes: number): string =>
  bytes < MEGABYTE / 10 ? '小于 0.1 兆' : `${(bytes / MEGABYTE).toFixed(1)} 兆`
