// Templates of WeChat's messages, as an office chooses them of the library: each keyword has a number of its own, in no order
// that a program could guess.
import { type OfficeTemplate, TEMPLATE_NAMES, TEMPLATES, type TemplateName } from '../server/kernel/templates'

const templateOf = (name: TemplateName): OfficeTemplate => ({
  id: `local-${name}`,
  fields: Object.fromEntries(
    Object.entries<string>(TEMPLATES[name]).map(([field, kind], place) => [field, `${kind}${7 - 3 * place}`]),
  ),
})

export const OFFICE_TEMPLATES = Object.fromEntries(
  TEMPLATE_NAMES.map((name) => [name, templateOf(name)]),
) as Record<TemplateName, OfficeTemplate>

/** The keywords of each template, by its id: what the local cloud lets a message say. */
export const TEMPLATE_KEYWORDS = Object.fromEntries(
  Object.values(OFFICE_TEMPLATES).map(({ id, fields }) => [id, Object.values(fields)]),
)
