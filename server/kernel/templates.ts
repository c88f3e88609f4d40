// The messages of WeChat that the product sends, in words of its own. What WeChat calls each field stands in the template that
// an office chose of the library: `phrase3`, `thing5`. A key that the template has not is refused (47003).

/** What WeChat lets a field hold: a phrase is Chinese characters alone. */
const MOST_LETTERS = { phrase: 5, thing: 20 } as const
export type FieldKind = keyof typeof MOST_LETTERS

export const TEMPLATES = {
  'binding-decided': { result: 'phrase', note: 'thing' },
  'claim-decided': { result: 'phrase', note: 'thing' },
  'exam-passed': { result: 'phrase', note: 'thing' },
  reminder: { subject: 'thing', note: 'thing' },
} as const satisfies Record<string, Record<string, FieldKind>>

export type TemplateName = keyof typeof TEMPLATES
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as [TemplateName, ...TemplateName[]]

/** A template of an office: its id, and what each of our fields is called in it. */
export interface OfficeTemplate {
  readonly id: string
  readonly fields: Readonly<Record<string, string>>
}

/** Those that an office has set up; of the others nothing is sent and nothing is asked. */
export type OfficeTemplates = { readonly [T in TemplateName]?: OfficeTemplate | undefined }

/** A message in our words. */
export type Subscription = {
  [T in TemplateName]: {
    template: T
    data: Readonly<Record<keyof (typeof TEMPLATES)[T], string>>
    page: string
  }
}[TemplateName]

/** Whether each of our fields, and nothing else, has a keyword of its kind. */
export function fitsTemplate(name: TemplateName, fields: OfficeTemplate['fields']): boolean {
  const ours: Record<string, FieldKind> = TEMPLATES[name]
  const isOurs = Object.entries(fields).every(([field, keyword]) => {
    const kind = Object.hasOwn(ours, field) ? ours[field] : undefined
    return kind !== undefined && new RegExp(`^${kind}\\d+$`).test(keyword)
  })
  return isOurs && Object.keys(ours).every((field) => Object.hasOwn(fields, field))
}

/**
 * The message's data by the office's keywords, each in one line and as long as WeChat takes it. Worked example: a `thing` of 25 characters →
 * the first 19 and `…`.
 */
export function wordsFor(
  { template, data }: Subscription,
  { fields }: OfficeTemplate,
): Record<string, string> {
  const kinds: Record<string, FieldKind> = TEMPLATES[template]
  return Object.fromEntries(
    Object.entries(data).map(([field, text]) => [fields[field] ?? field, cut(text, kinds[field] ?? 'thing')]),
  )
}

function cut(said: string, kind: FieldKind): string {
  const most = MOST_LETTERS[kind]
  const text = said.replace(/\s*\n\s*/g, ' ').trim()
  const letters = [...text]
  if (letters.length <= most) return text
  return kind === 'phrase' ? letters.slice(0, most).join('') : `${letters.slice(0, most - 1).join('')}…`
}
