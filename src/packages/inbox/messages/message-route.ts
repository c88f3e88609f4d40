import type { MessagePlace } from '@server/afterwards/inbox/views'
import { type Route, routes } from '@/routes'

/** Where a message leads; null where it says all there is. */
export function routeOf(place: MessagePlace): Route | null {
  switch (place.page) {
    case 'home':
      return routes.home()
    case 'me':
      return routes.me()
    case 'claims':
      return routes.claims()
    case 'claim':
      return routes.claim({ claimId: place.claimId })
    case 'queue':
      return routes.reviewQueue()
    case 'contests':
      return routes.reviewPeople({ part: 'contests' })
    case 'contests-below':
      return routes.reviewContests()
    case 'rebind':
      return routes.enrolRebind()
    case 'title':
      return routes.titleHeld()
    case 'people':
      return routes.reviewPeople()
    case 'ledger':
      return routes.ledger({ year: place.year })
    case 'certificate':
      return routes.certificate({ year: place.year })
    case 'objections':
      return routes.ledger({})
    case 'none':
      return null
  }
}
