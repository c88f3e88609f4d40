// What WeChat refuses of a subscription message, by the keywords of its template.

/** Codes of the platform. */
const TEMPLATE_INVALID = 40037
const ARGUMENT_INVALID = 47003

/** What a keyword may hold, by the kind that its name begins with. A kind that is not here is not checked. */
const HOLDS: Readonly<Record<string, RegExp>> = {
  thing: /^[^\n]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** The platform's refusal; null where it would send the message. */
export function wrongWith(
  args: Record<string, unknown>,
  templates: Readonly<Record<string, readonly string[]>>,
): { errcode: number; errmsg: string } | null {
  const keywords = templates[String(args.template_id)]
  if (!keywords) return { errcode: TEMPLATE_INVALID, errmsg: 'invalid template_id' }
  const data = (args.data ?? {}) as Record<string, { value?: unknown } | undefined>
  const said = (keyword: string): string => String(data[keyword]?.value ?? '')
  const empty = keywords.find((keyword) => said(keyword) === '')
  if (empty) return refused(`data.${empty}.value is empty`)
  const unknown = Object.keys(data).find((keyword) => !keywords.includes(keyword))
  if (unknown) return refused(`data.${unknown} is no keyword of the template`)
  const wrong = keywords.find((keyword) => !(HOLDS[keyword.replace(/\d+$/, '')]?.test(said(keyword)) ?? true))
  return wrong ? refused(`data.${wrong}.value invalid`) : null
}

const refused = (why: string) => ({ errcode: ARGUMENT_INVALID, errmsg: `argument invalid! ${why}` })
