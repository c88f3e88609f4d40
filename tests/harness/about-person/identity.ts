// The documents of a person's identity, and of the bodies they belong to.
import { newOrganisation } from '../../../server/bodies/new-organisation'
import type { Documents } from '../../../server/kernel/store/collections'
import type { New } from '../../../server/kernel/store/port'
import { inFormerPerson, inPerson, inRegistration } from '../../../server/people/sealed-numbers'
import { personOf } from '../person-of'
import { DOCTOR, saidTitle } from '../said-title'
import { type Fixtures, LEAVER, UNIT, WORDS } from './leaver'

const { personId, name, idNumberHash, idNumberMasked, mobileMasked, openid, formerOpenid } = LEAVER
const BODY = { region: 'shaanxi', areaCode: '990100' } as const
const FORMER_UNIT = { unitId: 'unit-0', unitName: '从前的单位' }

export const ABOUT_IDENTITY = {
  bindings: () => ({
    own: [
      { _id: openid, personId },
      { _id: formerOpenid, personId },
    ],
  }),
  registrations: ({ at, seal }) => ({
    own: [openid, formerOpenid].map((_id) => ({
      ...{
        _id,
        consent: { version: '1', at },
        mobile: seal(LEAVER.mobile, inRegistration(_id)),
        mobileMasked,
      },
      contest: { id: 'contest-of-leaver', idNumberMasked, at },
    })),
  }),
  persons: ({ at, seal }) => ({
    own: [
      personOf(personId, {
        ...{ at, name, openid, formerOpenids: [formerOpenid], idNumberHash, idNumberMasked, mobileMasked },
        idNumber: seal(LEAVER.idNumber, inPerson(personId, 'idNumber')),
        ...{ mobile: seal(LEAVER.mobile, inPerson(personId, 'mobile')), bindingNote: WORDS },
        codeOf: UNIT.unitId,
        roles: [{ role: 'bureau-staff', orgId: 'bureau', until: null, grantedBy: 'p-officer' }],
        learnedAs: {
          ...{ name, idNumberMasked, until: at },
          idNumber: seal(LEAVER.idNumber, inPerson(personId, 'learnedAs.idNumber')),
        },
        titles: [saidTitle(DOCTOR, { at, verdict: 'doubted' }), saidTitle(null, { at })],
        titleWaits: true,
      }),
    ],
  }),
  'identity-keys': () => ({ own: [{ _id: idNumberHash, personId, unitName: UNIT.unitName }] }),
  'former-persons': ({ seal }) => ({
    own: [
      {
        ...{ _id: idNumberHash, formerIds: ['p-before'] },
        idNumber: seal(LEAVER.idNumber, inFormerPerson(idNumberHash)),
      },
    ],
  }),
  'roster-lines': () => ({
    own: [UNIT, FORMER_UNIT].map(({ unitId }) => ({
      ...{ _id: `${unitId}:${idNumberHash}`, unitId, name },
      details: { importId: 'import', idNumberMasked, mobileMasked, position: '工程师', remark: '' },
    })),
  }),
  'roster-imports': ({ at }) => ({
    own: [
      {
        ...{
          _id: 'import',
          personId,
          role: 'unit-reviewer',
          orgId: 'unit-1',
          fileName: `${name}的名册.xlsx`,
        },
        ...{ sheetName: '名册', otherSheets: [], hiddenRows: 0 },
        ...{
          state: 'done',
          rows: 1,
          chunks: 1,
          checkedChunks: 1,
          doneChunks: 1,
          startedAt: at,
          finishedAt: at,
        },
        counts: { created: 1, matched: 0, moved: 0, refused: 0 },
        result: { created: 1, matched: 0, moved: 0, refused: 0, verified: 0 },
      },
    ],
  }),
  'roster-chunks': () => ({
    others: [
      {
        _id: 'import:0',
        importId: 'import',
        rows: [
          {
            ...{ row: 1, name, idNumberHash, idNumberMasked, mobileMasked, mobileHash: '' },
            ...{ position: '', remark: '' },
            ...{ ...UNIT, verdict: 'created', reason: null, oddities: [] },
          },
        ],
      },
    ],
  }),
  organisations: ({ at }) => {
    const state = { state: 'verified', at } as const
    const made = (id: string, differs: Partial<New<Documents['organisations']>>) => ({
      ...newOrganisation({ id, name: id, kind: 'unit', parent: null, ...BODY }, state),
      ...differs,
    })
    return {
      own: [made('founded', { registrarOpenid: openid }), made('earlier', { registrarOpenid: formerOpenid })],
      others: [made('reviewed', { decidedByName: name })],
    }
  },
  'organisation-terms': () => ({
    others: [
      {
        ...{ _id: '青松:unit-1', as: 'unit', term: '青松', orgId: 'unit-1', name: UNIT.unitName },
        ...{ otherNames: '', parentName: '', region: 'shaanxi' },
      },
    ],
  }),
  'organisation-names': () => ({ others: [{ _id: 'parent:青松', orgId: 'unit-1' }] }),
  'role-holders': ({ at }) => ({
    own: [
      {
        ...{ _id: `${personId}:bureau-staff:bureau`, personId, personName: name, mobileMasked },
        ...{ role: 'bureau-staff', orgId: 'bureau', state: 'valid', until: null, grantedAt: at },
        ...{ grantedBy: 'p-officer', grantedByName: '王审核' },
      },
    ],
    others: [
      {
        ...{ _id: 'p-officer:bureau-staff:bureau', personId: 'p-officer', personName: '王审核' },
        ...{ mobileMasked: '', role: 'bureau-staff', orgId: 'bureau', state: 'valid', until: null },
        ...{ grantedAt: at, grantedBy: personId, grantedByName: name },
      },
    ],
  }),
  memberships: ({ at }) => ({
    own: [
      { _id: `${personId}:0`, personId, ...FORMER_UNIT, region: 'shaanxi', from: at, until: at },
      { _id: `${personId}:1`, personId, ...UNIT, region: 'shaanxi', from: at, until: null },
    ],
  }),
  moves: ({ at }) => ({
    own: [
      {
        ...{
          _id: personId,
          moveId: 'm',
          personName: name,
          idNumberMasked,
          state: 'waiting',
          note: WORDS,
          at,
        },
        ...{ fromUnitId: 'unit-0', fromUnitName: '', toUnitId: 'unit-1', toUnitName: '' },
      },
    ],
  }),
  'entry-tokens': ({ at }) => ({
    own: [openid, formerOpenid].map((usedBy) => ({
      ...{ _id: `token-${usedBy === openid}`, kind: 'unit', unitId: 'unit-1', courseId: null, expiresAt: at },
      ...{ singleUse: true, usedBy },
    })),
  }),
  foundings: ({ at }) => ({
    own: (
      [
        ['shaanxi', openid],
        ['qinghai', formerOpenid],
      ] as const
    ).map(([_id, usedBy]) => ({
      ...{ _id, orgId: 'bureau', codeHash: 'hash-of-code', codeNumber: 1, expiresAt: at, usedBy },
    })),
  }),
  'phone-codes': () => ({
    own: [
      { _id: 'code-1', openid },
      { _id: 'code-2', openid: formerOpenid },
    ],
  }),
  visits: ({ at }) => ({
    own: [openid, formerOpenid].map((wx) => ({ _id: `${wx}:2022-08-15:menu`, scene: 1035, at })),
  }),
  contests: ({ at }) => {
    const filed = {
      ...{ name, idNumberMasked, statement: WORDS, unitId: 'unit-1', aboveOrgId: 'bureau' },
      state: 'kept' as const,
      ...{ idNumberHash, words: [], movesAt: null, objection: { text: WORDS, at } },
      ...{
        reason: WORDS,
        decisionId: 'd',
        decidedByName: '王审核',
        decidedForName: '市局',
        decidedAt: at,
        at,
      },
    }
    return {
      own: [{ _id: 'contest-of-leaver', openid, holderId: 'p-other', ...filed }],
      others: [{ _id: 'contest-against', openid: 'wx-other', holderId: personId, ...filed }],
    }
  },
} satisfies Partial<Fixtures>
