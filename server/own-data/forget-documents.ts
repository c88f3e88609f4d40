import type { Context } from '../kernel/context'
import type { CollectionName, Documents } from '../kernel/store/collections'
import { type Fate, hashForgotten, type Personal, type Who } from '../kernel/store/personal'
import type { Stored } from '../kernel/store/port'
import { followLead, personalOf, waysTo } from './find-documents'

type Value = string | number | boolean | null | undefined | object

/**
 * Forgets a person in one collection, as it declares: page by page, each document in a transaction of its own, so that
 * a run that is cut off is simply run again.
 */
export async function forgetIn(ctx: Context, name: CollectionName, persons: readonly Who[]): Promise<void> {
  const personal = personalOf(ctx.store, name)
  if (!personal || !changes(personal)) return
  for (const { lead, who } of waysTo(personal, persons)) {
    let after = ''
    do {
      const page = await followLead(ctx, name, { lead, who, after })
      for (const document of page.items) await forgetOne(ctx, name, { document, personal, who })
      after = page.next ?? ''
    } while (after !== '')
  }
}

/** Whether anything of a document goes: what only stays is not even read. */
const changes = ({ onErasure }: Personal): boolean => onErasure === 'remove' || onErasure === 'rewrite'

async function forgetOne(
  ctx: Context,
  name: CollectionName,
  { document, personal, who }: { document: Stored; personal: Personal; who: Who },
): Promise<void> {
  const files = 'files' in personal ? (personal.files?.(document) ?? []) : []
  for (const fileId of files) await ctx.ports.files.remove(fileId)
  await ctx.store.transact(async (tx) => {
    const fresh = await tx.get(name, document._id)
    if (!fresh) return
    if (personal.onErasure === 'remove') await tx.remove(name, fresh)
    else {
      const next = forgotten(fresh, personal, who)
      if (JSON.stringify(next) !== JSON.stringify(fresh))
        await tx.replace(name, next as Documents[typeof name])
    }
  })
}

/** A document without the person: each declared field as its fate says, free text without them, then what goes beside. */
export function forgotten<D extends Stored>(document: D, personal: Personal, who: Who): D {
  if (personal.onErasure !== 'rewrite') return document
  const changes: [path: string, change: Change][] = [
    ...Object.entries<Fate>(personal.fields).map(
      ([path, fate]) => [path, fated(fate, who)] as [string, Change],
    ),
    ...(personal.words ?? []).map((path) => [path, (value) => withoutThem(value, who)] as [string, Change]),
  ]
  const rewritten = changes.reduce<object>(
    (before, [path, change]) => atPath(before, path.split('.'), change) as object,
    document,
  ) as D
  return { ...rewritten, ...personal.rest?.(rewritten, who) }
}

/** The new value of a field; `beside` are the fields of the object that it stands in. */
type Change = (value: Value, beside: Readonly<Record<string, Value>>) => Value

/** The value with one field changed, through objects and lists alike. */
function atPath(value: Value, [key, ...rest]: readonly string[], change: Change): Value {
  if (value === null || typeof value !== 'object' || key === undefined) return value
  if (Array.isArray(value)) return value.map((item: Value) => atPath(item, [key, ...rest], change))
  const fields = value as Record<string, Value>
  const before = fields[key]
  if (before === undefined || before === null) return value
  return { ...fields, [key]: rest.length > 0 ? atPath(before, rest, change) : change(before, fields) }
}

const fated =
  (fate: Fate, who: Who): Change =>
  (value, beside) => {
    if (fate === 'pseudonym') return who.pseudonym
    if (fate === 'hash') return hashForgotten(who.personId)
    if (fate === 'blank') return typeof value === 'object' ? { cipher: '', keyVersion: 0 } : ''
    if (typeof fate === 'object' && 'pseudonymBeside' in fate)
      return beside[fate.pseudonymBeside] === who.personId ? who.pseudonym : value
    return value
  }

/** Free text without the person's name, numbers and WeChat account. */
function withoutThem(value: Value, who: Who): Value {
  if (typeof value === 'string') {
    const told = [who.name, who.openid, ...who.numbers].filter((text) => text !== '')
    return told.reduce((text, name) => text.replaceAll(name, who.pseudonym), value)
  }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item: Value) => withoutThem(item, who))
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutThem(field, who)]))
}
