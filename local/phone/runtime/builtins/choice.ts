import { type Builtin, type BuiltinKind, type BuiltinParts, builtinOf, builtinsInside, isOn } from './builtin'

const COLOURS = [
  'checked color backgroundColor borderColor activeBackgroundColor activeBorderColor iconColor',
].flatMap((names) => names.split(' '))

function tickBox(builtin: Builtin, role: string, onTap: (checked: TickBox) => void): BuiltinParts {
  let on = false
  const checked: TickBox = {
    get: () => on,
    set(next) {
      on = next
      builtin.host.toggleAttribute('checked', next)
      builtin.host.setAttribute('aria-checked', String(next))
    },
  }
  builtin.host.setAttribute('role', role)
  const act = () => {
    if (!isOn(builtin.properties.disabled)) onTap(checked)
  }
  builtin.on('tap', act)
  return {
    checked,
    activate: act,
    sync(changed) {
      if (changed === null || changed === 'checked') checked.set(isOn(builtin.properties.checked))
    },
    formValue: () => on,
    reset: () => checked.set(false),
  }
}

interface TickBox {
  get(): boolean
  set(on: boolean): void
}

function announceGroup(builtin: Builtin, groupTag: string): void {
  const group = builtin.closest(groupTag)
  group?.fire('change', { value: group.parts.formValue?.() })
}

const switchKind: BuiltinKind = {
  properties: ['checked', 'type', 'color'],
  create: (builtin) =>
    tickBox(builtin, 'switch', (checked) => {
      checked.set(!checked.get())
      builtin.fire('change', { value: checked.get() })
      builtin.writeBack('checked', checked.get())
    }),
}

const checkbox: BuiltinKind = {
  properties: COLOURS,
  create: (builtin) =>
    tickBox(builtin, 'checkbox', (checked) => {
      checked.set(!checked.get())
      announceGroup(builtin, 'checkbox-group')
    }),
}

const radio: BuiltinKind = {
  properties: COLOURS,
  create: (builtin) =>
    tickBox(builtin, 'radio', (checked) => {
      if (checked.get()) return
      const group = builtin.closest('radio-group')
      if (group) for (const other of builtinsInside(group.host, 'wx-radio')) other.parts.checked?.set(false)
      checked.set(true)
      announceGroup(builtin, 'radio-group')
    }),
}

const chosen = (group: Builtin, tag: string) =>
  builtinsInside(group.host, `wx-${tag}`)
    .filter((box) => box.parts.checked?.get())
    .map((box) => box.properties.value)

const checkboxGroup: BuiltinKind = {
  create: (builtin) => ({ formValue: () => chosen(builtin, 'checkbox') }),
}

const radioGroup: BuiltinKind = {
  create: (builtin) => ({ formValue: () => chosen(builtin, 'radio')[0] ?? '' }),
}

const LABELLED = 'wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea,wx-button'

const label: BuiltinKind = {
  properties: ['for'],
  create(builtin) {
    builtin.on('tap', (event) => {
      if (event.fromLabel) return
      const named = builtin.properties.for
      const target = named
        ? document.querySelector(`.phone-page:not([hidden]) [id="${CSS.escape(String(named))}"]`)
        : builtin.host.querySelector(LABELLED)
      if (!target || target.contains(event.domTarget ?? null)) return
      builtinOf(target)?.parts.activate?.()
    })
    return {}
  },
}

export const choiceKinds: Record<string, BuiltinKind> = {
  switch: switchKind,
  checkbox,
  radio,
  label,
  'checkbox-group': checkboxGroup,
  'radio-group': radioGroup,
}
