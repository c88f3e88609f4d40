/** Icons that the build carries (config/plugins/local-icons.ts); another name shows nothing. */
export type IconName =
  | 'bulletpoint'
  | 'calendar'
  | 'certificate'
  | 'check'
  | 'check-circle'
  | 'chevron-down'
  | 'chevron-left'
  | 'chevron-right'
  | 'close'
  | 'download'
  | 'education'
  | 'error-circle'
  | 'file'
  | 'help-circle'
  | 'home'
  | 'info-circle'
  | 'lock-on'
  | 'notification'
  | 'pause-circle'
  | 'play-circle'
  | 'qrcode'
  | 'refresh'
  | 'scan'
  | 'search'
  | 'share'
  | 'swap'
  | 'time'
  | 'user'
  | 'usergroup'
  | 'wifi-off'

/** Beside a word, never instead of one. Takes the colour of the text around it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return <t-icon name={name} size={`${size}px`} />
}
