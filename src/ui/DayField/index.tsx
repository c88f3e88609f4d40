import { Picker, Text, View } from '@tarojs/components'
import { dayText } from '@/wording/moment'
import { Icon } from '../Icon'

export interface DayFieldProps {
  label: string
  /** `2022-07-04`, or empty. */
  value: string
  /** The last day that can be chosen. */
  last: string
  error?: string
  hint?: string
  onChange: (day: string) => void
}

/** A day, chosen with the phone's own wheel. */
export function DayField({ label, value, last, error = '', hint = '', onChange }: DayFieldProps) {
  const shown = value === '' ? '请选择' : dayText(value, true)
  const tip = error === '' ? hint : error
  return (
    <Picker mode="date" value={value} end={last} onChange={(event) => onChange(event.detail.value)}>
      <View
        className={error === '' ? 'x-day-field' : 'x-day-field x-day-field--refused'}
        ariaRole="button"
        ariaLabel={`${label}，${shown}`}
      >
        <Text className="x-day-field__label">{label}</Text>
        <View className="x-day-field__row">
          <Text className={value === '' ? 'x-day-field__none' : 'x-day-field__value'}>{shown}</Text>
          <Icon name="calendar" />
        </View>
        {tip === '' ? null : (
          <Text className={error === '' ? 'x-day-field__tip' : 'x-day-field__tip x-day-field__tip--error'}>
            {tip}
          </Text>
        )}
      </View>
    </Picker>
  )
}
