/** A canvas cannot read the style sheet, so the tokens that a chart needs stand here again; a test compares them. */
export const CHART_COLOURS = {
  light: { brand: '#1558a6', done: '#1f7a4d', text: '#4c5a6b', strong: '#17202c', line: '#e3e8ee' },
  dark: { brand: '#7db1ee', done: '#6cc495', text: '#b3bec9', strong: '#eef2f6', line: '#2b3643' },
} as const

export type ChartTheme = keyof typeof CHART_COLOURS
