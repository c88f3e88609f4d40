const STANDARD_PX = 16
/** WeChat's own middle step is 17: up to it the design's sizes hold. */
const LARGEST_UNSCALED_PX = 17
const MOST = 1.5

/** From WeChat's font size (关怀模式 and 字体大小) to a factor: never smaller than designed, never more than 1.5. */
export function scaleOf(fontSizeSettingPx: number): number {
  if (!(fontSizeSettingPx > LARGEST_UNSCALED_PX)) return 1
  return Math.min(MOST, Math.round((fontSizeSettingPx / STANDARD_PX) * 100) / 100)
}
