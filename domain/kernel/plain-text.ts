/**
 * Control characters (but the newline), marks of writing direction and the byte order mark: a name written
 * with them reads as another name.
 */
const HIDDEN = /(?!\n)[\p{Cc}\p{Bidi_Control}\uFEFF]/gu

/**
 * Removes invisible characters, so that the text reads as it is stored: '证书\u202Egpj.exe', which a screen
 * would show as '证书exe.jpg', becomes '证书gpj.exe'.
 */
export const plainText = (text: string): string => text.replace(HIDDEN, '')

/** Keeps a file's name and drops its path: '../../a/证书.pdf' → '证书.pdf'; an empty name becomes '未命名文件'. */
export const plainFileName = (name: string): string =>
  plainText(name).split(/[\\/]/).at(-1)?.trim() || '未命名文件'

/**
 * Turns full-width letters, digits and signs into ASCII: '８．５' → '8.5'. ① and ² are no full-width digits and
 * stay.
 */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))

/**
 * Normalises typed or pasted digits before parsing: '１２ 3' → '123'. Invisible format characters, which
 * address books paste along, are dropped with the spaces.
 */
export const asDigits = (typed: string): string => halfWidth(typed).replace(/[\s\p{Cf}]/gu, '')
