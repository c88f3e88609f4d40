import { may } from '@domain/organisation/rights'
import type { RoleName } from '@domain/organisation/roles'
import { type MenuName, PAGES, type Page, type PageName, type Place } from '@/pages'
import { open, routes } from '@/routes'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'

/** The facts that decide which pages are offered to a person; the server decides again at each call. */
export interface Viewer {
  readonly roles: readonly RoleName[]
  readonly keepsArchive: boolean
}

export const ANYBODY: Viewer = { roles: [], keepsArchive: false }

const isOffered = (place: Place, { roles, keepsArchive }: Viewer): boolean =>
  (place.rights === undefined || place.rights.some((right) => may(roles, right))) &&
  (place.unless === undefined || !may(roles, place.unless)) &&
  (place.needsArchive === undefined || keepsArchive)

/** The pages of a menu that are offered to a person, in the order of `pages.ts`. */
export const offersOf = (menu: MenuName, viewer: Viewer) =>
  Object.entries<Page>(PAGES).flatMap(([name, { places }]) =>
    places
      .filter((place) => place.menu === menu && isOffered(place, viewer))
      .map(({ label, text = '' }) => ({ name: name as PageName, label, text })),
  )

interface CellsProps {
  menu: MenuName
  viewer: Viewer
  /** Said at the end of each cell. */
  note?: string
}

/** The cells of a menu's pages, within a group. */
export const PageCells = ({ menu, viewer, note = '' }: CellsProps) => (
  <>
    {offersOf(menu, viewer).map(({ name, label, text }) => (
      <Cell key={name} title={label} description={text} note={note} onTap={() => open(menuRoute(name))} />
    ))}
  </>
)

/** A group of cells; nothing where it offers nothing. */
export const Menu = ({ title = '', ...cells }: CellsProps & { title?: string }) =>
  offersOf(cells.menu, cells.viewer).length === 0 ? null : (
    <CellGroup title={title}>
      <PageCells {...cells} />
    </CellGroup>
  )

/** A menu opens its pages without parameters; a page that needs some has no place in one. */
const menuRoute = (name: PageName) => (routes[name] as () => ReturnType<typeof routes.home>)()
