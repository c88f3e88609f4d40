import { plusSeconds } from '../../../domain/kernel/instant'
import { placeOf, type World } from '../matrix/world'
import { GONE } from '../refusals/situations'
import type { Case } from './case'
import { official } from './people-cases'

const code = (kind: 'u' | 'c', letter: string): string => kind + letter.repeat(15)

const entering = (about: string, who: string, token: string | undefined): Case => ({
  ...{ path: 'account.enter', about, who },
  input: async (_, world) => {
    const later = { expiresAt: plusSeconds(world.now, 86_400), singleUse: false, usedBy: null }
    for (const [letter, unitId] of [
      ['a', 'station'],
      ['b', 'survey'],
      ['d', GONE],
    ] as const)
      await world.store.insert('entry-tokens', {
        ...later,
        _id: code('u', letter),
        kind: 'unit',
        unitId,
        courseId: null,
      })
    for (const [letter, courseId] of [
      ['a', 'course-1'],
      ['b', null],
    ] as const)
      await world.store.insert('entry-tokens', {
        ...later,
        _id: code('c', letter),
        kind: 'course',
        unitId: 'station',
        courseId,
      })
    return { channel: 'unit-code', scene: 1047, ...(token === undefined ? {} : { token }) }
  },
})

const arrivals: Case[] = [
  entering('a unit’s code, by who answers for it', 'unit-reviewer', code('u', 'a')),
  entering('another unit’s code', 'unit-reviewer', code('u', 'b')),
  entering('one’s unit’s code', 'trainee', code('u', 'a')),
  entering('a course’s code', 'trainee', code('c', 'a')),
  entering('a course’s code that leads to none', 'unit-reviewer', code('c', 'b')),
  entering('a unit’s code, for the first time', 'stranger', code('u', 'a')),
  entering('the code of a unit that is gone', 'stranger', code('u', 'd')),
  entering('no code, for the first time', 'stranger', undefined),
]

/** Their wish to go to the survey, whose own reviewer confirms it. */
const moving = (about: string, set: (world: World) => Promise<string>): Case => ({
  ...{ path: 'organisation.confirmMove', about, who: 'of-the-survey' },
  input: async (_, world) => {
    await official(world, 'of-the-survey', { role: 'unit-reviewer', orgId: 'survey', unit: 'survey' })
    const personId = await set(world)
    const moveId = world.next('move')
    await world.store.insert('moves', {
      ...{ _id: personId, moveId, personName: '孔令仪', idNumberMasked: '', fromUnitId: 'station' },
      ...{ fromUnitName: '演示station', toUnitId: 'survey', toUnitName: '演示survey' },
      ...{ state: 'waiting', note: '', at: world.now },
    })
    return { personId, moveId }
  },
})

const moves: Case[] = [
  moving('with claims at each level', async () => 'p-station'),
  moving('with claims that are closed or returned', async () => 'trainee'),
  moving('with a claim of another region, and one that is there already', async (world) => {
    const { _id: ownerId } = await world.person('station')
    const place = placeOf('trainee', 'own')
    const foreign = await world.claim(place, { ownerId, at: 'unit' })
    await world.store.replace('claims', { ...foreign, region: 'shaanxi' })
    await world.claim({ ...place, unit: 'survey' }, { ownerId, at: 'unit' })
    return ownerId
  }),
]

export const arrivalCases: readonly Case[] = [...arrivals, ...moves]
