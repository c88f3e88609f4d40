/** One figure: the measured value, beside the floor measured in the same run, and its goal. */
export interface Figure {
  name: string
  unit: string
  ours: number
  floor: number | null
  goal: string
  met: boolean
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('nothing was measured')
  return middle
}

/** Measures in turn, A B A B …, so that a machine that slows down slows both. Discards the first of each. */
export async function inTurn(rounds: number, ours: () => Promise<number>, floor: () => Promise<number>) {
  const samples = { ours: [] as number[], floor: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    const a = await ours()
    const b = await floor()
    if (round === 0) continue
    samples.ours.push(a)
    samples.floor.push(b)
  }
  return { ours: median(samples.ours), floor: median(samples.floor) }
}

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1))

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, ours, floor, goal, met }) => {
    const ratio = floor === null ? '–' : `${(ours / floor).toFixed(2)} ×`
    return `| ${name} | ${shown(ours)} ${unit} | ${floor === null ? '–' : `${shown(floor)} ${unit}`} | ${ratio} | ${goal} ${met ? '✓' : '✗'} |`
  })
  return [
    '| figure | ours | floor, same run | ratio | goal |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
