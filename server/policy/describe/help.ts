import type { PolicyPack } from '../../../domain/policy/pack'
import { line, rule } from '../line'
import type { PolicyLine } from '../views'

/** 去哪里学、问谁: the lawful providers, the entries, the phones. An address said twice is told once. */
export function helpLines(pack: PolicyPack): PolicyLine[] {
  const providers = pack.providers.map(({ id, name, address, phone }) => {
    const more = [
      ...(address
        ? [rule(pack, { id: `providers.${id}.address`, title: '网址', value: address.value }, address)]
        : []),
      ...(phone
        ? [rule(pack, { id: `providers.${id}.phone`, title: '电话', value: phone.value }, phone)]
        : []),
    ]
    const where = [address?.value, phone?.value].filter((part) => part !== undefined).join('\n')
    const value = where === '' ? '通知指定的学习平台' : where
    return line(pack, { id: `providers.${id}`, title: name.value, value, more }, name)
  })
  const entries = pack.entries.map(({ label, address }, index) =>
    line(pack, { id: `entries.${index}`, title: label, value: address.value }, address),
  )
  const phones = pack.help.map(({ label, phone }, index) =>
    line(pack, { id: `help.${index}`, title: label, value: phone.value }, phone),
  )
  return [...providers, ...entries, ...phones]
}
