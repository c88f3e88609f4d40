import { hoursOf } from '../../domain/kernel/hours'
import { idNumberOf, Town } from './town'

let town: Town
beforeAll(async () => {
  town = await Town.open()
  await town.prepare('o-reader')
  await town.register('o-reader', { name: '林知远', idNumber: idNumberOf('19930412', '271') })
  const { store } = town.context()
  for (const [order, hours] of [56, 2, 24, 8, 12, 8].entries()) {
    await store.insert('courses', {
      _id: `course-${order}`,
      region: 'shaanxi',
      year: 2022,
      category: hours === 2 || hours === 12 ? 'public' : 'professional',
      kind: 'online-course',
      providerId: 'platform',
      meets: ['courseware-audited', 'within-specialty'],
      order,
      title: `第 ${order} 门`,
      summary: '',
      hours: hoursOf(hours),
      subjectId: hours === 2 ? 'sx22-public-3' : hours === 12 ? 'sx22-public-1' : null,
      baseName: '',
      baseLevel: 'province',
      teacher: { name: '', title: '', unit: '' },
      bankId: '',
      lectures: [],
      sample: false,
    })
  }
})
afterAll(() => town.close())

const hoursIn = async (filter: object): Promise<number[]> => {
  const { data } = await town.call<{ courses: { hours: number }[] }>('o-reader', 'catalog.list', {
    year: 2022,
    ...filter,
  })
  return data?.courses.map(({ hours }) => hours / 100) ?? []
}

test('courses come in the order of the catalogue', async () => {
  expect(await hoursIn({})).toEqual([56, 2, 24, 8, 12, 8])
})

test('by category', async () => {
  expect(await hoursIn({ category: 'public' })).toEqual([2, 12])
})

test('by hours, the bound before excluded, the shorter first', async () => {
  expect(await hoursIn({ hours: { from: 800, before: 2400 } })).toEqual([8, 8, 12])
  expect(await hoursIn({ hours: { from: 800, before: 2401 }, category: 'professional' })).toEqual([8, 8, 24])
})
