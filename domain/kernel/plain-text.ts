/** What turns the direction of the words after it, or is no letter at all: a name made with it reads as another. */
const HIDDEN = /(?!\n)[\p{Cc}\p{Bidi_Control}\uFEFF]/gu

/** As people see it: '证书\u202Egpj.exe', which a screen would show as '证书exe.jpg', is '证书gpj.exe'. */
export const plainText = (text: string): string => text.replace(HIDDEN, '')

/** A file's name without the way to it: '../../a/证书.pdf' → '证书.pdf'. */
export const plainFileName = (name: string): string =>
  plainText(name).split(/[\\/]/).at(-1)?.trim() || '未命名文件'

/** Letters, digits and signs of a Chinese keyboard as those of any other: '８．５' → '8.5'. ① and ² stay what they are. */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))

/** Digits however they were typed or pasted: '１２ 3' → '123'. Signs that nobody sees come along from address books. */
export const asDigits = (typed: string): string => halfWidth(typed).replace(/[\s\p{Cf}]/gu, '')
