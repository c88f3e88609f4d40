import type { DemoPerson } from '../shapes'
import { idNumberOf } from './id-number-of'
import { people as ningxia } from './regions/ningxia'
import { people as qinghai } from './regions/qinghai'
import { people as shandong } from './regions/shandong'

const survey = { organisationId: 'unit-survey', isReviewer: false, completed: [] }

/**
 * The people whom a visitor can be at the desk, and the colleagues who wait for the reviewer. All are
 * invented.
 */
export const people: readonly DemoPerson[] = [
  {
    id: 'newcomer',
    openid: 'o-demo-newcomer',
    name: '林知远',
    idNumber: idNumberOf('19930412', '271'),
    mobile: '13800001001',
    registered: 'no',
    ...survey,
  },
  {
    id: 'almost',
    openid: 'o-demo-almost',
    name: '苏映雪',
    idNumber: idNumberOf('19880926', '142'),
    mobile: '13800001002',
    registered: 'verified',
    ...survey,
    completed: ['sx22-public-1', 'sx22-public-2', 'sx22-public-3', 'sx22-water', 'sx22-standards'],
  },
  {
    id: 'reviewer',
    openid: 'o-demo-reviewer',
    name: '程守正',
    idNumber: idNumberOf('19791103', '353'),
    mobile: '13800001003',
    registered: 'verified',
    organisationId: 'unit-survey',
    isReviewer: true,
    completed: [],
  },
  {
    id: 'colleague-1',
    openid: 'o-demo-colleague-1',
    name: '古丽娜尔·艾山',
    idNumber: idNumberOf('19950617', '264'),
    mobile: '13800001004',
    registered: 'claimed',
    ...survey,
  },
  {
    id: 'colleague-2',
    openid: 'o-demo-colleague-2',
    name: '贺云松',
    idNumber: idNumberOf('19910208', '175'),
    mobile: '13800001005',
    registered: 'claimed',
    ...survey,
  },
  {
    id: 'city-bureau',
    openid: 'o-demo-city-bureau',
    name: '冯砚秋',
    idNumber: idNumberOf('19820514', '286'),
    mobile: '13800001006',
    registered: 'verified',
    organisationId: 'org-city',
    isReviewer: false,
    roles: ['bureau-reviewer', 'bureau-staff'],
    completed: [],
  },
  {
    id: 'province-bureau',
    openid: 'o-demo-province-bureau',
    name: '严明远',
    idNumber: idNumberOf('19780302', '197'),
    mobile: '13800001007',
    registered: 'verified',
    organisationId: 'org-province',
    isReviewer: false,
    roles: ['bureau-reviewer', 'bureau-staff'],
    completed: [],
  },
  ...qinghai,
  ...shandong,
  ...ningxia,
]

export interface DemoRosterLine {
  organisationId: string
  name: string
  idNumber: string
  /** By which, with the unit's code, who registers is known at once. */
  mobile: string
}

/** The units' own lists. 苏映雪 and the reviewer stand on it; 贺云松 stands on it under another name. */
export const roster: readonly DemoRosterLine[] = [
  ...people
    .filter(({ registered }) => registered === 'verified')
    .map(({ organisationId, name, idNumber, mobile }) => ({ organisationId, name, idNumber, mobile })),
  {
    organisationId: 'unit-survey',
    name: '贺云嵩',
    idNumber: people.find(({ id }) => id === 'colleague-2')?.idNumber ?? '',
    mobile: people.find(({ id }) => id === 'colleague-2')?.mobile ?? '',
  },
]
