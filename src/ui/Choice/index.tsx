import { View } from '@tarojs/components'

export interface ChoiceOption<Value extends string> {
  value: Value
  label: string
  note?: string
}

export interface ChoiceProps<Value extends string> {
  options: readonly ChoiceOption<Value>[]
  value: Value | null
  /** The subject of the choice, for a screen reader. */
  label: string
  disabled?: boolean
  onChange: (value: Value) => void
}

/** One of several, each a whole row to tap. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { options, value, label, disabled = false, onChange } = props
  return (
    <View className="x-choice" ariaRole="radiogroup" ariaLabel={label}>
      {options.map((option) => (
        <t-radio
          key={option.value}
          t-class={option.value === value ? 'x-choice__row x-choice__row--on' : 'x-choice__row'}
          t-class-label="x-check__label"
          t-class-content={option.note === undefined ? 'x-check__none' : ''}
          checked={option.value === value}
          disabled={disabled}
          block={true}
          borderless={true}
          label={option.label}
          content={option.note ?? ''}
          max-label-row={12}
          max-content-row={6}
          aria-label={option.label}
          onChange={() => onChange(option.value)}
        />
      ))}
    </View>
  )
}
