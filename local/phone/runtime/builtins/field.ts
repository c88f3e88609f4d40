import { type Builtin, type BuiltinKind, isOn, textOf } from './builtin'

type FieldElement = HTMLInputElement | HTMLTextAreaElement

const DEFAULT_MAX_LENGTH = 140

const PROPERTIES = [
  'type password placeholder placeholderStyle placeholderClass maxlength focus autoFocus confirmType confirmHold',
  'cursor cursorSpacing cursorColor selectionStart selectionEnd adjustPosition holdKeyboard alwaysEmbed autoHeight',
  'fixed showConfirmBar disableDefaultPadding adjustKeyboardTo safePasswordCertPath safePasswordLength',
  'safePasswordTimeStamp safePasswordNonce safePasswordSalt safePasswordCustomHash alwaysSystem randomNumber',
  'controlled allowHtml textContentType enableNative',
]
  .join(' ')
  .split(' ')

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel' }

function growWithText(builtin: Builtin, field: FieldElement): void {
  if (!(field instanceof HTMLTextAreaElement) || !isOn(builtin.properties.autoHeight)) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}

function listen(builtin: Builtin, field: FieldElement): void {
  const cursor = () => field.selectionStart ?? field.value.length
  field.addEventListener('focus', () => builtin.fire('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => builtin.fire('blur', { value: field.value, cursor: cursor() }))
  const tell = (data: string | null) => {
    const keyCode = data ? data.charCodeAt(0) : 8
    builtin.fire('input', { value: field.value, cursor: cursor(), keyCode })
    builtin.writeBack('value', field.value)
    growWithText(builtin, field)
  }
  // While Chinese is being composed the text is not yet written; it arrives when the composition ends.
  field.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) tell((event as InputEvent).data)
  })
  field.addEventListener('compositionend', (event) => tell((event as CompositionEvent).data))
  field.addEventListener('keydown', (event) => {
    const { confirmType, confirmHold } = builtin.properties
    const confirms = field instanceof HTMLInputElement || (confirmType && confirmType !== 'return')
    if ((event as KeyboardEvent).key !== 'Enter' || !confirms) return
    builtin.fire('confirm', { value: field.value })
    if (!isOn(confirmHold)) field.blur()
  })
}

function syncFocus(builtin: Builtin, field: FieldElement, changed: string | null): void {
  const { focus, autoFocus } = builtin.properties
  if (isOn(focus) || (changed === null && isOn(autoFocus))) setTimeout(() => field.focus(), 0)
  else if (changed === 'focus' && document.activeElement === field) field.blur()
}

function syncAttributes(builtin: Builtin, field: FieldElement): void {
  const { properties } = builtin
  const limit = textOf(properties.maxlength) === '' ? DEFAULT_MAX_LENGTH : Number(properties.maxlength)
  if (limit >= 0) field.maxLength = limit
  else field.removeAttribute('maxlength')
  field.disabled = isOn(properties.disabled)
  field.placeholder = textOf(properties.placeholder)
  const label = textOf(properties.ariaLabel)
  if (label) field.setAttribute('aria-label', label)
  if (field instanceof HTMLInputElement) {
    const secret = isOn(properties.password) || properties.type === 'safe-password'
    field.type = secret ? 'password' : 'text'
    field.inputMode = KEYBOARDS[textOf(properties.type)] ?? 'text'
  }
}

function fieldKind(tag: 'input' | 'textarea'): BuiltinKind {
  return {
    properties: PROPERTIES,
    create(builtin) {
      const field: FieldElement = builtin.host.appendChild(document.createElement(tag))
      field.autocomplete = 'off'
      listen(builtin, field)
      const first = () => textOf(builtin.properties.value)
      return {
        sync(changed) {
          if ((changed === null || changed === 'value') && first() !== field.value) field.value = first()
          syncAttributes(builtin, field)
          growWithText(builtin, field)
          if (changed === null || changed === 'focus' || changed === 'autoFocus')
            syncFocus(builtin, field, changed)
        },
        formValue: () => field.value,
        reset: () => {
          field.value = ''
        },
        activate: () => field.focus(),
      }
    },
  }
}

export const input = fieldKind('input')
export const textarea = fieldKind('textarea')
