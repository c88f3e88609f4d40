import { hoursOf } from '../../../domain/kernel/hours'
import type { World } from '../matrix/world'

interface Portion {
  counted: number
  pending: number
}

/** The book of a person's year, as far as a list of people reads it: hours of both parts. */
export async function learned(
  world: World,
  personId: string,
  hours: { public: Portion; professional: Portion },
): Promise<void> {
  const account = await world.store.get('accounts', `${personId}:shandong:2022`)
  if (!account) throw new Error(`${personId} has no account`)
  const { portions } = account
  const of = ({ counted, pending }: Portion) => ({ counted: hoursOf(counted), pending: hoursOf(pending) })
  await world.store.replace('accounts', {
    ...account,
    portions: {
      public: { ...portions.public, ...of(hours.public) },
      professional: { ...portions.professional, ...of(hours.professional) },
    },
  })
}
