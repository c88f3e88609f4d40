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

/** Above a sheet, with its own shade between: TDesign gives both the same place. */
const ABOVE_SHEETS = 12_000
const SHADE = { zIndex: ABOVE_SHEETS - 1 }

/** Only to confirm harmful acts. */
export function Dialog(props: DialogProps) {
  const { visible, title, text, confirm, cancel, tone = 'primary', onConfirm, onCancel } = props
  return (
    <t-dialog
      visible={visible}
      z-index={ABOVE_SHEETS}
      overlay-props={SHADE}
      title={title}
      content={text}
      confirm-btn={{ content: confirm, theme: tone }}
      cancel-btn={{ content: cancel, theme: 'default' }}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  )
}
