import type { DemoOrganisation } from '../shapes'
import { organisations as ningxia } from './regions/ningxia'
import { organisations as qinghai } from './regions/qinghai'
import { organisations as shandong } from './regions/shandong'

const shaanxi = { region: 'shaanxi' as const }

/** Invented, every one of them: no such city, bureau, school or base exists. */
export const organisations: readonly DemoOrganisation[] = [
  {
    id: 'org-province',
    name: '陕西省人才服务演示厅',
    kind: 'bureau',
    parentId: null,
    areaCode: '990000',
    ...shaanxi,
  },
  {
    id: 'org-city',
    name: '长宁市人力资源和社会保障局（演示）',
    kind: 'bureau',
    parentId: 'org-province',
    areaCode: '990100',
    ...shaanxi,
  },
  {
    id: 'org-education',
    name: '长宁市教育局（演示）',
    kind: 'department',
    parentId: 'org-city',
    areaCode: '990100',
    ...shaanxi,
  },
  {
    id: 'org-water',
    name: '长宁市水利局（演示）',
    kind: 'department',
    parentId: 'org-city',
    areaCode: '990100',
    ...shaanxi,
  },
  {
    id: 'org-farm',
    name: '长宁市农业农村局（演示）',
    kind: 'department',
    parentId: 'org-city',
    areaCode: '990100',
    ...shaanxi,
  },
  {
    id: 'unit-school',
    name: '长宁市第一中学',
    kind: 'unit',
    parentId: 'org-education',
    areaCode: '990101',
    nature: 'institution',
    ...shaanxi,
  },
  {
    id: 'unit-survey',
    name: '秦岭水利勘测设计院',
    kind: 'unit',
    parentId: 'org-water',
    areaCode: '990101',
    nature: 'enterprise',
    // One of the 29 listed counties: the only name in the demo that exists, because the price hangs on it (SX20-11).
    county: '洋县',
    ...shaanxi,
  },
  {
    id: 'unit-agronomy',
    name: '长宁市农业技术推广中心',
    kind: 'unit',
    parentId: 'org-farm',
    areaCode: '990101',
    nature: 'institution',
    ...shaanxi,
  },
  {
    id: 'base-province',
    name: '西秦大学继续教育基地',
    kind: 'base',
    parentId: 'org-province',
    areaCode: '990000',
    ...shaanxi,
  },
  {
    id: 'base-city',
    name: '长宁市继续教育基地',
    kind: 'base',
    parentId: 'org-city',
    areaCode: '990100',
    ...shaanxi,
  },
  ...qinghai,
  ...shandong,
  ...ningxia,
]
