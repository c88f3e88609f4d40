import { Text, View } from '@tarojs/components'

export interface ChipsProps<Value extends string> {
  options: readonly { value: Value; label: string }[]
  value: Value
  /** The subject of the filter, for a screen reader. */
  label: string
  onChange: (value: Value) => void
}

/** A filter of a few words in a row; the words wrap where type is large. */
export function Chips<Value extends string>({ options, value, label, onChange }: ChipsProps<Value>) {
  return (
    <View className="x-chips" ariaRole="radiogroup" ariaLabel={label}>
      {options.map((option) => (
        <View
          key={option.value}
          className="x-chips__target"
          ariaRole="radio"
          ariaLabel={option.value === value ? `${option.label}，已选` : option.label}
          onClick={() => onChange(option.value)}
        >
          <Text className={option.value === value ? 'x-chips__chip x-chips__chip--on' : 'x-chips__chip'}>
            {option.label}
          </Text>
        </View>
      ))}
    </View>
  )
}
