export interface DialogProps {
  visible: boolean
  title: string
  text: string
  confirm: string
  cancel: string
  tone?: 'primary' | 'danger'
  onConfirm: () => void
  onCancel: () => void
}

/** Only to confirm what hurts. */
export function Dialog(props: DialogProps) {
  const { visible, title, text, confirm, cancel, tone = 'primary', onConfirm, onCancel } = props
  return (
    <t-dialog
      visible={visible}
      title={title}
      content={text}
      confirm-btn={{ content: confirm, theme: tone }}
      cancel-btn={{ content: cancel, theme: 'default' }}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  )
}
