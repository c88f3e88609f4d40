import { formatHours, type Hours } from '../../domain/kernel/hours'
import { dayOf } from '../../domain/kernel/instant'
import type { Context } from '../kernel/context'
import { hourWordOf } from '../kernel/hour-word'
import { refuse } from '../kernel/refused'
import type { Raw } from '../kernel/store/collection'
import type { CollectionName } from '../kernel/store/collections'
import type { Lead, Shown, Who } from '../kernel/store/personal'
import type { Store, Stored } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { followLead, personalOf, personsOf, waysTo } from './find-documents'
import { withoutOthers } from './without-others'

const PAGE = 50
const MOST_ACCOUNTS = 60

export interface ExportPage {
  /** In words; with the first page alone. */
  summary: string[]
  /** `section` is the heading in Chinese that its collection declares. */
  items: { section: string; document: string }[]
  /** Give it back for what follows; null at the end. */
  next: string | null
}

/** One lead of one collection: what the export goes through, one after another. */
interface Stretch {
  name: CollectionName
  as: Shown
  lead: Lead
  who: Who
}

/**
 * All that is kept about the caller, page by page, as the documents are: the own ID number and mobile in full, keys and
 * hashes left out, and nothing of others that no screen tells. A page is bounded, after any number of years.
 */
export async function exportMine(
  ctx: Context,
  person: PersonDocument,
  after: string | undefined,
): Promise<ExportPage> {
  const stretches = stretchesOf(ctx.store, await personsOf(ctx, person))
  const items: ExportPage['items'] = []
  let place: Place | null = placeOf(after, stretches)
  while (place && items.length < PAGE) {
    const stretch: Stretch | undefined = stretches[place.at]
    if (!stretch) break
    const { name, lead, who } = stretch
    const page = await followLead(ctx, name, { lead, who, after: place.within })
    for (const document of page.items.filter((found) => !isShownElsewhere(found, lead, who))) {
      const view = shown(ctx, stretch, document)
      if (view) items.push({ section: stretch.as.heading, document: JSON.stringify(view) })
    }
    place = following(place, page.next, stretches.length)
  }
  const summary = after === undefined ? await summaryOf(ctx, person) : []
  return { summary, items, next: place && `${place.at}|${place.within}` }
}

exportMine.refuses = ['INPUT_INVALID'] as const

const isShownElsewhere = (document: Stored, { unless }: Lead, { personId }: Who): boolean =>
  unless !== undefined && (document as unknown as Raw)[unless] === personId

interface Place {
  /** Which stretch, and where in it. */
  at: number
  within: string
}

const following = ({ at }: Place, next: string | undefined, stretches: number): Place | null => {
  if (next !== undefined) return { at, within: next }
  return at + 1 < stretches ? { at: at + 1, within: '' } : null
}

function placeOf(after: string | undefined, stretches: readonly Stretch[]): Place {
  if (after === undefined) return { at: 0, within: '' }
  const bar = after.indexOf('|')
  const at = /^\d{1,3}$/.test(after.slice(0, bar)) ? Number(after.slice(0, bar)) : -1
  if (!stretches[at]) refuse('INPUT_INVALID', { fields: ['after'] })
  return { at, within: after.slice(bar + 1) }
}

const stretchesOf = (store: Store, persons: readonly Who[]): Stretch[] =>
  (Object.keys(store.collections) as CollectionName[]).flatMap((name) => {
    const personal = personalOf(store, name)
    if (!personal || 'no' in personal.exported) return []
    const as = personal.exported
    return waysTo(personal, persons)
      .filter(({ lead }) => lead.exported !== false)
      .map((way) => ({ name, as, ...way }))
  })

function shown({ ports }: Context, { name, as, who }: Stretch, document: Stored): object | null {
  const { only, told = [], view } = as
  const known = view ? view(document, who) : document
  if (known === null) return null
  const fields = Object.entries(known).filter(([key]) => !only || only.includes(key))
  const within = { collection: name, id: document._id }
  return withoutOthers(Object.fromEntries(fields), { who, secrets: ports.secrets, within, told })
}

async function summaryOf(ctx: Context, person: PersonDocument): Promise<string[]> {
  const { store } = ctx
  const equals = { personId: person._id }
  const [accounts, certificates, claims] = await Promise.all([
    store.query('accounts', 'byPerson', { equals, limit: MOST_ACCOUNTS }),
    store.query('certificates', 'byPerson', { equals, limit: 100 }),
    store.query('claims', 'byPerson', { equals, limit: 100 }),
  ])
  return [
    `${person.name}，${person.unitName}`,
    `身份证 ${person.idNumberMasked}，手机 ${person.mobileMasked}（文件里是完整的号码）`,
    `${dayOf(person.registeredAt)} 登记`,
    ...accounts.items.map(({ region, year, portions }) => {
      const said = ({ counted }: { counted: Hours }) => `${formatHours(counted)} ${hourWordOf(ctx, region)}`
      return `${year} 年：公需 ${said(portions.public)}，专业 ${said(portions.professional)}`
    }),
    `证书 ${certificates.items.length} 张，申报 ${claims.items.length} 件`,
  ]
}
