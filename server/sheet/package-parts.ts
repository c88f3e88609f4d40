import { type Archive, foreign } from './archive'
import { SHEET_BOUNDS } from './bounds'
import { readXml, type Spent } from './read-xml'

/** Whither a part points, by the kind of what lies there: `worksheet`, `sharedStrings`, `vbaProject`. */
export interface Relation {
  id: string
  kind: string
  /** The name of the part that is meant, in lower case. */
  part: string
}

/** The parts of a package as the format finds them: by their types and by what points to them, never by fixed names. */
export interface PackageParts {
  /** What the package says a part is; '' where it says nothing. */
  typeOf(part: string): string
  /** Parts of such a type that are really there. */
  ofType(form: RegExp): readonly string[]
  /** What a part points to; of the package itself, '' is the part. */
  relationsOf(part: string): Promise<readonly Relation[]>
}

const TYPES = '[content_types].xml'

export async function packageParts(archive: Archive, spent: Spent): Promise<PackageParts> {
  const names = new Set(archive.names)
  const byExtension = new Map<string, string>()
  const byPart = new Map<string, string>()
  if (names.has(TYPES))
    await readXml(
      archive.chunks(TYPES),
      {
        open(name, { Extension = '', PartName = '', ContentType = '' }) {
          if (name === 'Default') byExtension.set(Extension.toLowerCase(), ContentType)
          if (name === 'Override') byPart.set(partNamed(PartName, ''), ContentType)
          if (byExtension.size + byPart.size > SHEET_BOUNDS.saidOfParts) throw foreign('broken')
        },
      },
      spent,
    )
  const typeOf = (part: string): string =>
    byPart.get(part) ?? byExtension.get(part.slice(part.lastIndexOf('.') + 1)) ?? ''
  return {
    typeOf,
    ofType: (form) => archive.names.filter((name) => form.test(typeOf(name))),
    async relationsOf(part) {
      const folder = part.slice(0, part.lastIndexOf('/') + 1)
      const said = `${folder}_rels/${part.slice(folder.length)}.rels`
      const relations: Relation[] = []
      if (!names.has(said)) return relations
      await readXml(
        archive.chunks(said),
        {
          open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
            if (name !== 'Relationship' || TargetMode === 'External') return
            relations.push({ id: Id, kind: kindOf(Type), part: partNamed(Target, folder) })
            // For each sheet all of them are searched.
            if (relations.length > SHEET_BOUNDS.saidOfParts) throw foreign('broken')
          },
        },
        spent,
      )
      return relations
    },
  }
}

/** The last word of the relationship's address, which the strict and the older form of the standard share. */
const kindOf = (type: string): string => type.slice(type.lastIndexOf('/') + 1)

/** `../media/a.xml` as seen from a folder, `/xl/a.xml` from the root; letters of another case are the same part. */
function partNamed(target: string, folder: string): string {
  const given = unescaped(target).replace(/\\/g, '/').toLowerCase()
  const steps = (given.startsWith('/') ? given : folder + given).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
