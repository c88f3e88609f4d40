import { annualNotice, asKind, we } from '../policy/notice.fixture'
import type { Notice } from '../policy/pack'
import { sourcesOf } from './sources-of'

const provider = (id: string, phone: string | null = null) => ({
  id,
  name: we(`名${id}`),
  address: null,
  phone: phone === null ? null : we(phone),
})
const notice = (change: Partial<Notice>) => annualNotice({ claimable: we(['professional']), ...change })
const routesOf = (change: Partial<Notice>, category: 'public' | 'professional') =>
  sourcesOf(notice(change), category).routes

test('a kind gives its own category, and both where each course states its own', () => {
  const kinds = [
    asKind({ id: 'course', route: 'online' }),
    asKind({ id: 'public-class', route: 'face-to-face', category: we('public') }),
    asKind({ id: 'again', route: 'online' }),
  ]
  expect(routesOf({ kinds }, 'public')).toEqual(['online', 'face-to-face'])
  expect(routesOf({ kinds }, 'professional')).toEqual(['online'])
})

test('SX22-10: what cannot be claimed comes from no claim', () => {
  const kinds = [asKind({ id: 'claim', route: 'claim' })]
  expect(routesOf({ kinds }, 'public')).toEqual([])
  expect(routesOf({ kinds }, 'professional')).toEqual(['claim'])
})

test('QH23-5: public hours come only in the modes that the notice admits; an import in any', () => {
  const publicSubjects = { ...annualNotice().publicSubjects, modes: we(['online'] as const) }
  const kinds = [
    asKind({ id: 'class', route: 'face-to-face' }),
    asKind({ id: 'course', route: 'online' }),
    asKind({ id: 'import', route: 'import' }),
  ]
  expect(routesOf({ kinds, publicSubjects }, 'public')).toEqual(['online', 'import'])
  expect(routesOf({ kinds, publicSubjects }, 'professional')).toEqual(['face-to-face', 'online', 'import'])
})

test('kinds of other providers lead outside, each provider once, the platform never', () => {
  const first = asKind({ id: 'a', route: 'online', providers: we(['city', 'academy']) })
  const second = asKind({ id: 'b', route: 'import', providers: we(['academy', 'platform', 'unknown']) })
  const ours = asKind({ id: 'c', route: 'face-to-face', providers: we(['platform', 'school']) })
  const providers = ['academy', 'city', 'platform', 'school'].map((id) =>
    provider(id, id === 'city' ? '029' : null),
  )
  const sources = sourcesOf(notice({ kinds: [first, second, ours], providers }), 'professional')
  expect(sources).toEqual({
    routes: ['face-to-face', 'import'],
    providers: [
      { id: 'city', name: '名city', address: null, phone: '029', rules: [first.providers] },
      { id: 'academy', name: '名academy', address: null, phone: null, rules: [first.providers] },
    ],
  })
})
