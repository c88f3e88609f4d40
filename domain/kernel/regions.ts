/**
 * The regions whose notices this system knows. The order is signed: a certificate names its region by place in this
 * list, so a new region goes to the end and none is ever moved or taken out.
 */
export const REGIONS = ['shaanxi', 'qinghai', 'shandong', 'ningxia'] as const

export type Region = (typeof REGIONS)[number]

/** Whether a text names a region: 'qinghai' → true, 'tibet' → false. */
export const isRegion = (text: string): text is Region => REGIONS.some((region) => region === text)
