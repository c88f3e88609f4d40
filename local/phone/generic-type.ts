/**
 * A phone's generic type (`serif`, `sans-serif`) has Chinese characters; that of the computer may have none and show empty
 * boxes. So the phone's own face stands before it. Worked example: `22px KaiTi, serif` → `22px KaiTi, "PingFang SC", serif`.
 */
export const withPhoneType = (font: string): string =>
  font.replace(/(?<![\w-])(sans-)?serif(?![\w-])/, '"PingFang SC", $&')
