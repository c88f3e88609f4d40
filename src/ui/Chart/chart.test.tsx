import Taro from '@tarojs/taro'
import { render, screen, waitFor } from '@testing-library/react'
import type { ChartPicture } from './chart-options'
import { Chart } from './index'

const picture: ChartPicture = {
  kind: 'columns',
  tone: 'brand',
  most: 100,
  axisText: String,
  points: [
    { name: '1', value: 40, label: '', words: '1 月 40 学时' },
    { name: '2', value: 80, label: '80', words: '2 月 80 学时' },
    { name: '3', value: null, label: '', words: '3 月还没到' },
  ],
}

/** Records texts and fills, with their colours. */
function recorder() {
  const written: { text: string; colour: string }[] = []
  const filled: string[] = []
  const scaled: number[][] = []
  const context = new Proxy<Record<string, unknown>>(
    {
      measureText: (text: string) => ({ width: text.length * 8 }),
      fillText: (text: string) => written.push({ text, colour: String(context.fillStyle) }),
      fill: () => filled.push(String(context.fillStyle)),
      scale: (x: number, y: number) => scaled.push([x, y]),
    },
    { get: (own, name: string) => (name in own || name.startsWith('set') ? own[name] : () => undefined) },
  )
  return { context, written, filled, scaled }
}

function onPage(context: unknown) {
  const node = { width: 0, height: 0, getContext: () => context }
  const answers: ((found: unknown) => void)[] = []
  const query = {
    select: () => query,
    fields: (_: object, answer: (found: unknown) => void) => {
      answers.push(answer)
      return query
    },
    exec: () => {
      for (const answer of answers) answer({ node, width: 300, height: 176 })
    },
  }
  ;(Taro.createSelectorQuery as jest.Mock).mockReturnValueOnce(query)
  return node
}

test('draws in as many pixels as the phone has, and says in words what it shows', async () => {
  const { context, written, filled, scaled } = recorder()
  const node = onPage(context)
  render(<Chart picture={picture} label="各月学时" />)
  await waitFor(() =>
    expect(written.map(({ text }) => text)).toEqual(expect.arrayContaining(['80', '100', '50'])),
  )
  expect(node).toMatchObject({ width: 600, height: 352 })
  expect(scaled).toEqual([[2, 2]])
  expect(filled).toContain('#1558a6')
  expect(written.filter(({ text }) => text === '40')).toEqual([])
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    '各月学时，1 月 40 学时，2 月 80 学时，3 月还没到',
  )
})

test('in the dark it has the pigments of the dark', async () => {
  const { context, filled } = recorder()
  onPage(context)
  ;(Taro.getAppBaseInfo as jest.Mock).mockReturnValue({ fontSizeSetting: 16, theme: 'dark' })
  render(<Chart picture={picture} label="各月学时" />)
  await waitFor(() => expect(filled).toContain('#7db1ee'))
})

test('where the phone gives no canvas, the numbers stand there as text', async () => {
  render(<Chart picture={picture} label="各月学时" />)
  expect(await screen.findByText('2 月 80 学时')).toBeTruthy()
  expect(screen.queryByRole('img')).toBeNull()
})
