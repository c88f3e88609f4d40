/**
 * What one sheet from outside may cost, whatever it says of itself. No law names these: they are ours, chosen so that
 * 10,000 people with sixty columns pass (20 MiB, two million elements) and a function of 512 MiB is never in danger.
 */
export const SHEET_BOUNDS = {
  /** All parts together, unpacked; and as much again for parts that are looked at before they are read. */
  unpackedBytes: 64 * 1024 * 1024,
  readBytes: 128 * 1024 * 1024,
  /** Parts of the archive; a workbook of ours has nine. */
  parts: 1_000,
  /** What a package says of its parts in one place: the type of each, or where one points. */
  saidOfParts: 10_000,
  /** Elements of XML in all parts that are read, empty ones included. */
  elements: 3_000_000,
  /** One within another; a cell's words lie eight deep, a drawing's shapes fifteen. */
  depth: 40,
  attributes: 100,
  /** Characters without a tag between them: a cell holds 32,767. */
  runCharacters: 256 * 1024,
  /** Different words that cells share. */
  words: 2_000_000,
} as const
