import { act, render, screen } from '@testing-library/react'
import { handlersOf } from '../../../scripts/test/handlers-of'
import { ReasonSheet } from '.'

const sent = jest.fn()
const sheetAbout = (subject: string) => (
  <ReasonSheet
    visible={subject !== ''}
    subject={subject}
    title="让他接着学？"
    reasons={['本人说明了情况']}
    caption="同意"
    busy={false}
    onSend={sent}
    onClose={jest.fn()}
  />
)
const words = () => screen.queryByLabelText('写明原因')
const change = (element: Element | null, value: string) =>
  act(() => handlersOf(element).onChange?.({ detail: { value } }))
const send = () => act(() => handlersOf(screen.getByText('同意').closest('t-button')).onTap?.({ detail: {} }))

test('words stay through a refusal and a closed sheet, and belong to what they were typed about', () => {
  const { rerender } = render(sheetAbout('stop-1'))
  change(screen.getByLabelText('其他原因'), '')
  change(words(), '核对过他的学习记录')
  send()
  expect(sent).toHaveBeenLastCalledWith('核对过他的学习记录')
  rerender(sheetAbout(''))
  rerender(sheetAbout('stop-1'))
  expect(words()?.getAttribute('value')).toBe('核对过他的学习记录')
  rerender(sheetAbout(''))
  rerender(sheetAbout('stop-2'))
  expect(words()).toBeNull()
  change(screen.getByLabelText('本人说明了情况'), '')
  send()
  expect(sent).toHaveBeenLastCalledWith('本人说明了情况')
})
