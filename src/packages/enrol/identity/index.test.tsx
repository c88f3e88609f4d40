import { checkCharacterOf } from '@domain/identity/id-number'
import Taro from '@tarojs/taro'
import { act, render } from '@testing-library/react'
import { enrolDraft } from '@/cloud/enrol-draft'
import { handlersOf } from '../../../../scripts/test/handlers-of'
import Identity from './index'

const ID_NUMBER = `99010119900101123${checkCharacterOf('99010119900101123')}`

beforeEach(() => {
  enrolDraft.clear()
  jest.mocked(Taro.navigateTo).mockClear()
})

const change = (element: Element | null | undefined, value: string): void =>
  act(() => handlersOf(element).onChange?.({ detail: { value } }))

test('what is typed is kept at once, hinted when complete, and a lawful pair goes on', () => {
  enrolDraft.keep({ consentVersion: '2022-08' })
  const { container, unmount } = render(<Identity />)
  const [name, idNumber] = container.querySelectorAll('t-input')
  const next = () => act(() => handlersOf(container.querySelector('t-button')).onTap?.({ detail: {} }))

  change(name, '林晓岚')
  change(idNumber, '990101199001011')
  expect(idNumber?.getAttribute('status')).toBe('default')
  next()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
  expect(idNumber?.getAttribute('tips')).toContain('18 位')

  // The app is killed here: a new page has what was typed.
  unmount()
  const again = render(<Identity />)
  const [keptName, keptNumber] = again.container.querySelectorAll('t-input')
  expect(keptName?.getAttribute('value')).toBe('林晓岚')
  change(keptNumber, ID_NUMBER)
  expect(keptNumber?.getAttribute('status')).toBe('default')
  act(() => handlersOf(again.container.querySelector('t-button')).onTap?.({ detail: {} }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/enrol/phone/index' })
})
