import Taro, { useRouter } from '@tarojs/taro'
import { act, render, screen, waitFor } from '@testing-library/react'
import { Answers } from '@/cloud/answers'
import { queries } from '@/cloud/queries'
import { handlersOf } from '../../../../scripts/test/handlers-of'
import Form from './index'

const callFunction = jest.mocked(Taro.cloud.callFunction) as unknown as jest.Mock
const asked = jest.mocked(useRouter) as unknown as jest.Mock

const rule = {
  id: 'k',
  title: '论文',
  value: '每篇 10 学时',
  words: '',
  note: '',
  document: '',
  clauseId: null,
}
const field = { input: 'text', required: true, hint: '', options: [] }
const kinds = {
  kinds: [
    {
      id: 'paper',
      group: 'hours',
      label: '论文',
      line: { ...rule, more: [] },
      fields: [
        { ...field, id: 'title', label: '题目' },
        { ...field, id: 'hours', label: '学时', input: 'decimal' },
        { ...field, id: 'role', label: '作者', input: 'choice' },
      ],
      needsPhoto: true,
    },
  ],
}
const draft = {
  draftId: 'd1',
  kind: 'paper',
  kindLabel: '论文',
  targetYear: 2022,
  fields: { title: '土壤肥料' },
  attachments: [],
  claimId: null,
  asks: [],
  submitted: false,
  savedAt: 0,
}

/** The cloud as the form meets it: the draft is there, and the preview answers what is given. */
function cloudAnswers(preview: object): void {
  const data = (value: unknown) => ({ result: { result: { type: 'data', data: value } } })
  callFunction.mockImplementation(async ({ data: { path } }: { data: { path: string } }) => {
    if (path === 'claim.kinds') return data(kinds)
    if (path === 'claim.preview') return { result: { error: { message: '', code: -32600, data: preview } } }
    return data(draft)
  })
}

async function handIn() {
  asked.mockReturnValue({ params: { draftId: 'd1', kind: 'paper', year: '2022' }, path: '' })
  const page = render(
    <Answers>
      <Form />
    </Answers>,
  )
  const button = await waitFor(() => screen.getByText('下一步，提交前看一遍').closest('t-button'))
  await act(async () => handlersOf(button).onTap?.({ detail: {} }))
  return page
}

const inputOf = (page: ReturnType<typeof render>, label: string) => {
  const input = [...page.container.querySelectorAll('t-input')].find(
    (one) => one.getAttribute('label') === label,
  )
  return { status: input?.getAttribute('status'), tips: input?.getAttribute('tips') }
}

beforeEach(() => {
  queries.clear()
  jest.mocked(Taro.navigateTo).mockClear()
})

test('what is missing is marked beside its field, and what is there is not', async () => {
  cloudAnswers({ refusal: { code: 'EVIDENCE_MISSING', details: { fields: ['hours', 'role', 'photo'] } } })
  const page = await handIn()
  await waitFor(() => expect(inputOf(page, '学时')).toEqual({ status: 'error', tips: '这一项还没有填' }))
  expect(inputOf(page, '题目').status).toBe('default')
  expect(page.container.querySelector('.claim-field__error')?.textContent).toBe('这一项还没有填')
  expect(screen.getByText('请至少传一份')).toBeTruthy()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('what is wrong is marked with how to mend it, until it is typed anew', async () => {
  cloudAnswers({ refusal: { code: 'INPUT_INVALID', details: { fields: ['hours'] } } })
  const page = await handIn()
  await waitFor(() =>
    expect(inputOf(page, '学时')).toEqual({ status: 'error', tips: '写大于 0 的数，最多两位小数' }),
  )
  const hours = [...page.container.querySelectorAll('t-input')].find(
    (one) => one.getAttribute('label') === '学时',
  )
  act(() => handlersOf(hours).onChange?.({ detail: { value: '10' } }))
  expect(inputOf(page, '学时').status).toBe('default')
})
