import { organisationView } from '../../bodies/organisation-view'
import type { BelongingView } from '../../bodies/views'
import type { Context } from '../../kernel/context'
import { refuse } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import { moveView } from './move-person'

const MEMBERSHIPS_SHOWN = 10

export async function showBelonging({ store }: Context, person: PersonDocument): Promise<BelongingView> {
  const [body, move, memberships] = await Promise.all([
    store.get('organisations', person.unitId),
    store.get('moves', person._id),
    store.query('memberships', 'byPerson', { equals: { personId: person._id }, limit: MEMBERSHIPS_SHOWN }),
  ])
  if (!body) refuse('ORG_UNKNOWN', {})
  return {
    organisation: organisationView(body),
    isRegistrar: body.registrarOpenid === person.openid,
    move: move && moveView(move),
    memberships: memberships.items.map(({ unitName, from, until }) => ({ unitName, from, until })),
  }
}

showBelonging.refuses = ['ORG_UNKNOWN'] as const
