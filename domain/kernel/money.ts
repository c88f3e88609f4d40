declare const brand: unique symbol

/** Money in 分, an integer: 360 is 3.60 元. */
export type Fen = number & { readonly [brand]: 'Fen' }

/** Brands an integer number of 分 as money. Throws on a fraction. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`money must be an integer number of fen: ${value}`)
  return value as Fen
}

/** Formats 分 as 元 for a person: 28800 → "288.00". */
export const formatYuan = (amount: Fen): string => (amount / 100).toFixed(2)
