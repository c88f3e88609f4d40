import { dayOf, instant } from '@domain/kernel/instant'
import type { FieldView } from '@server/claims/filing/views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Check } from '@/ui/Check'
import { Choice } from '@/ui/Choice'
import { DayField } from '@/ui/DayField'
import { Input } from '@/ui/Input'
import { Notice } from '@/ui/Notice'

interface FieldRowProps {
  field: FieldView
  value: string
  /** The fault of the field: missing or invalid. */
  error: string
  /** The reviewer's request about this field. */
  ask: string
  onChange: (value: string) => void
}

/** One thing that the form asks, in the way in which it is easiest to say. */
export function FieldRow(props: FieldRowProps) {
  const { ask } = props
  return (
    <View>
      {ask === '' ? null : <Text className="claim-field__ask">{`请补正：${ask}`}</Text>}
      <Control {...props} />
    </View>
  )
}

function Control({ field, value, error, onChange }: FieldRowProps) {
  const { input, hint, required } = field
  const label = required ? field.label : `${field.label}（可不填）`
  switch (input) {
    case 'day':
      return (
        <DayField
          label={label}
          value={value}
          last={dayOf(instant(Date.now()))}
          error={error}
          hint={hint}
          onChange={onChange}
        />
      )
    case 'choice':
      return <Choosing field={field} value={value} error={error} onChange={onChange} />
    case 'kept':
    case 'record':
      // The picker of the unit's archive shows both.
      return null
    case 'known':
      return <Known field={field} />
    case 'confirm':
      return <Confirming field={field} value={value} error={error} onChange={onChange} />
    default:
      return (
        <Input
          label={label}
          value={value}
          type={KEYBOARDS[input]}
          maxLength={input === 'text' ? 200 : 8}
          placeholder={input === 'year' ? '例如 2022' : ''}
          error={error}
          hint={hint}
          onChange={onChange}
        />
      )
  }
}

/** What the register answers; whoever finds it wrong changes it there, for all that asks it. */
const Known = ({ field: { label, hint } }: Pick<FieldRowProps, 'field'>) => (
  <CellGroup>
    <Cell title={label} description={hint} onTap={() => open(routes.titleHeld())} />
  </CellGroup>
)

const KEYBOARDS = { text: 'text', number: 'number', decimal: 'digit', year: 'number' } as const

type PartProps = Omit<FieldRowProps, 'ask'>

function Choosing({ field, value, error, onChange }: PartProps) {
  const stop = field.options.find((option) => option.value === value)?.stop ?? ''
  return (
    <View className="claim-field">
      <Text className="claim-field__label">{field.label}</Text>
      {error === '' ? null : <Text className="claim-field__error">{error}</Text>}
      <Choice
        label={field.label}
        value={value === '' ? null : value}
        options={field.options}
        onChange={onChange}
      />
      {stop === '' ? null : <Notice tone="refused" title="这类内容不能申报" text={stop} />}
    </View>
  )
}

function Confirming({ field, value, error, onChange }: PartProps) {
  return (
    <View className="claim-field claim-field--card">
      <Check
        checked={value === 'yes'}
        label={field.label}
        onChange={(checked) => onChange(checked ? 'yes' : '')}
      />
      {field.hint === '' ? null : <Text className="x-quiet">{field.hint}</Text>}
      {error === '' ? null : <Text className="claim-field__error">{error}</Text>}
    </View>
  )
}
