import type { ImportView } from '@server/membership/roster/views'
import Taro from '@tarojs/taro'
import { act, render, screen, waitFor } from '@testing-library/react'
import { Answers } from '@/cloud/answers'
import { queries } from '@/cloud/queries'
import { handlersOf } from '../../../../scripts/test/handlers-of'
import Import from './index'

const phone = Taro as unknown as Record<string, jest.Mock>
const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock
const uploadFile = jest.fn()

const none = { created: 0, matched: 0, moved: 0, refused: 0 }
const viewOf = (fileName: string): ImportView => ({
  ...{ id: fileName, fileName, sheetName: '在职', otherSheets: [{ sheet: 1, name: '退休' }], hiddenRows: 0 },
  ...{ state: 'ready', rows: 1, checked: 1, done: 0, counts: { ...none, created: 1 } },
  ...{ result: { ...none, verified: 0 }, startedAt: 0, finishedAt: null },
})

interface Call {
  data: { path: string; input: { fileName: string; said?: object } }
}

/** The cloud as a reviewer meets it whose last import is given; a file without a roster is refused. */
function cloudWith(last: ImportView | null): void {
  const answer = (data: unknown) => ({ result: { result: { type: 'data', data } } })
  const refusal = { code: 'SHEET_EMPTY', details: { sheetName: '一' } }
  callFunction.mockImplementation(async ({ data: { path, input } }: Call) => {
    if (path === 'roster.status') return answer(last)
    if (path === 'roster.ticket') return answer({ path: 'incoming/a' })
    if (path === 'roster.preview') return answer({ rows: [], next: null })
    return input.fileName === '空.xlsx'
      ? { result: { error: { message: '', code: -32600, data: { refusal } } } }
      : answer(viewOf(input.fileName))
  })
}

const begun = () =>
  callFunction.mock.calls
    .map(([{ data }]: [Call]) => data)
    .filter(({ path }) => path === 'roster.begin')
    .map(({ input }) => [input.fileName, input.said])
const sent = () => uploadFile.mock.calls.map(([{ filePath }]) => filePath)

const chooses = (name: string) =>
  phone.chooseMessageFile?.mockResolvedValueOnce({ tempFiles: [{ name, path: `wxfile://${name}` }] })

function show() {
  const page = render(
    <Answers>
      <Import />
    </Answers>,
  )
  const tapButton = async (text: string) => {
    const button = await waitFor(() => screen.getByText(text).closest('t-button'))
    await act(async () => handlersOf(button).onTap?.({ detail: {} }))
  }
  const readOther = async () => {
    const cell = await screen.findByLabelText(/^改读工作表“退休”/)
    await act(async () => handlersOf(cell).onClick?.({ detail: {} }))
  }
  return { page, tapButton, readOther }
}

beforeEach(() => {
  queries.clear()
  callFunction.mockReset()
  uploadFile.mockReset()
  uploadFile.mockImplementation(({ success }) => success({ fileID: 'cloud://a' }))
  phone.chooseMessageFile = jest.fn()
  Object.assign(Taro.cloud, { uploadFile })
})

test('another sheet is read of the file that is shown, whatever was chosen and refused since', async () => {
  cloudWith(null)
  const { tapButton, readOther } = show()
  chooses('名册.xlsx')
  await tapButton('选择填好的表格')
  chooses('空.xlsx')
  await tapButton('换一份')
  await waitFor(() => expect(sent()).toEqual(['wxfile://名册.xlsx', 'wxfile://空.xlsx']))
  await readOther()
  await waitFor(() => expect(begun().at(-1)).toEqual(['名册.xlsx', { sheet: 1 }]))
  expect(sent().at(-1)).toBe('wxfile://名册.xlsx')
})

test.each([
  ['the same one', '名册.xlsx', { sheet: 1 }],
  ['another one, in which nothing was pointed at', '别的.xlsx', undefined],
])('a file that the phone has no more is chosen again: %s', async (_, name, said) => {
  cloudWith(viewOf('名册.xlsx'))
  const { readOther } = show()
  chooses(name)
  await readOther()
  await waitFor(() => expect(begun()).toEqual([[name, said]]))
})

test('who turns back in the sheet of files is told nothing, and sends nothing', async () => {
  cloudWith(null)
  const { page, tapButton } = show()
  phone.chooseMessageFile?.mockRejectedValueOnce({ errMsg: 'chooseMessageFile:fail cancel' })
  await tapButton('选择填好的表格')
  await waitFor(() => expect(screen.getByText('选择填好的表格')).toBeTruthy())
  expect(page.container.querySelector('[role="alert"], .x-notice')).toBeNull()
  expect(sent()).toEqual([])
})
