import { deviceName } from '@/cloud/device-name'
import { persisted } from '@/cloud/persisted'

const HEX = '0123456789abcdef'

const slot = persisted<string>('device', (stored) =>
  typeof stored === 'string' && stored !== '' ? stored : null,
)

/** This installation, so that two phones of one person can be told apart. It says nothing about the person. */
export function deviceId(): string {
  const kept = slot.load()
  if (kept !== null) return kept
  const made = Array.from({ length: 24 }, () => HEX[Math.floor(Math.random() * 16)]).join('')
  slot.save(made)
  return made
}

/** This phone's name for the other phone's screen: 「小米 14 正在播放」. */
export const deviceLabel = (): string => deviceName() || '另一台手机'
