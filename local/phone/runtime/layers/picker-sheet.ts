import type { Builtin } from '../builtins/builtin'
import { element } from '../dom'
import { openLayer } from './layer'

function optionText(item: unknown, key: unknown): string {
  if (typeof key === 'string' && typeof item === 'object' && item !== null) {
    return String((item as Record<string, unknown>)[key] ?? '')
  }
  return String(item)
}

function column(items: unknown[], chosen: number, key: unknown): HTMLSelectElement {
  const select = element('select')
  items.forEach((item, index) => {
    const option = element('option', { text: optionText(item, key) })
    option.value = String(index)
    option.selected = index === chosen
    select.append(option)
  })
  return select
}

function dateField(mode: string, properties: Record<string, unknown>): HTMLInputElement {
  const field = element('input', { label: mode === 'time' ? '时间' : '日期' })
  field.type = mode === 'time' ? 'time' : properties.fields === 'month' ? 'month' : 'date'
  field.value = String(properties.value ?? '')
  field.min = String(properties.start ?? '')
  field.max = String(properties.end ?? '')
  return field
}

function fieldsOf(picker: Builtin, mode: string): (HTMLSelectElement | HTMLInputElement)[] {
  const { properties } = picker
  const range = (properties.range ?? []) as unknown[]
  if (mode === 'selector') return [column(range, Number(properties.value) || 0, properties.rangeKey)]
  if (mode === 'multiSelector') {
    const chosen = (properties.value ?? []) as number[]
    const columns = (range as unknown[][]).map((items, index) =>
      column(items, chosen[index] ?? 0, properties.rangeKey),
    )
    columns.forEach((select, index) => {
      select.addEventListener('change', () =>
        picker.fire('columnchange', { column: index, value: Number(select.value) }),
      )
    })
    return columns
  }
  return [dateField(mode, properties)]
}

/** WeChat's picker from the bottom: one or more columns, or a date or time. */
export function openPicker(picker: Builtin): void {
  const mode = String(picker.properties.mode ?? 'selector')
  const fields = fieldsOf(picker, mode)
  const confirm = () => {
    layer.close()
    const values = fields.map((field) => field.value)
    picker.fire('change', { value: mode === 'multiSelector' ? values.map(Number) : values[0] })
  }
  const cancel = () => {
    layer.close()
    picker.fire('cancel')
  }
  const sheet = element('div', { className: 'phone-sheet', role: 'dialog' }, [
    ...fields,
    element('button', { className: 'confirm', text: '确定', onTap: confirm }),
    element('button', { className: 'sheet-cancel', text: '取消', onTap: cancel }),
  ])
  const layer = openLayer('covering', sheet)
}
