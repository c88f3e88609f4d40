import type { Notice } from '../domain/policy/pack'
import { NINGXIA_2022 } from './ningxia/2022'
import { QINGHAI_2023 } from './qinghai/2023'
import { SHAANXI_2020 } from './shaanxi/2020'
import { SHAANXI_2022 } from './shaanxi/2022'
import { SHAANXI_STATUTE } from './shaanxi/statute'
import { TAIAN_2022 } from './shandong/taian-2022'

/** Every notice the software knows. A new year is a new file and a line here. */
export const NOTICES: readonly Notice[] = [
  SHAANXI_2020,
  SHAANXI_2022,
  SHAANXI_STATUTE,
  QINGHAI_2023,
  TAIAN_2022,
  NINGXIA_2022,
]
