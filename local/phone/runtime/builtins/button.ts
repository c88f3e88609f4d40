import { type Builtin, type BuiltinKind, builtinsInside, isOn, textOf } from './builtin'

const fieldsOf = (form: Builtin) =>
  builtinsInside(form.host, '*').filter(
    (field) => textOf(field.properties.name) !== '' && field.parts.formValue,
  )

function submit(form: Builtin, pressed: Builtin): void {
  const value: Record<string, unknown> = {}
  for (const field of fieldsOf(form)) value[textOf(field.properties.name)] = field.parts.formValue?.()
  form.fire('submit', { value, formId: '', target: { id: pressed.component.id } })
}

function reset(form: Builtin): void {
  for (const field of fieldsOf(form)) field.parts.reset?.()
  form.fire('reset', {})
}

const PROPERTIES = [
  'size type plain loading formType openType lang sessionFrom sendMessageTitle sendMessagePath sendMessageImg',
  'appParameter showMessageCard businessId phoneNumberNoQuotaToast activityType entrancePath needShowEntrance',
  'publicId scope rtype groupId guildId shareType shareMode dataChannel agentId privacyAgree',
]
  .join(' ')
  .split(' ')

export const button: BuiltinKind = {
  properties: PROPERTIES,
  create(builtin, surroundings) {
    const { host } = builtin
    host.setAttribute('role', 'button')
    const press = () => {
      const { properties } = builtin
      if (isOn(properties.disabled)) return
      const form = builtin.closest('form')
      if (form && properties.formType === 'submit') submit(form, builtin)
      if (form && properties.formType === 'reset') reset(form)
      if (properties.openType) surroundings.openType(textOf(properties.openType), builtin)
    }
    builtin.on('tap', press)
    return {
      activate: () =>
        builtin.fire('tap', {}, { bubbles: true, composed: true, extraFields: { fromLabel: true } }),
      sync() {
        const { properties } = builtin
        host.toggleAttribute('disabled', isOn(properties.disabled))
        host.setAttribute('aria-disabled', String(isOn(properties.disabled)))
        host.setAttribute('type', textOf(properties.type) || 'default')
        host.setAttribute('size', textOf(properties.size) || 'default')
        host.toggleAttribute('plain', isOn(properties.plain))
        host.toggleAttribute('loading', isOn(properties.loading))
      },
    }
  },
}
