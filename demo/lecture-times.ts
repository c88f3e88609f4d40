/** SX20 附件3: 每讲片头不超过5秒. */
export const TITLE_SECONDS = 4
export const SLIDE_SECONDS = 8

export const durationOf = (slideCount: number): number => TITLE_SECONDS + slideCount * SLIDE_SECONDS

/** The second at which a viewer has read a slide: two seconds before it goes. Slides count from 0. */
export const readAtSecond = (slide: number): number => durationOf(slide + 1) - 2
