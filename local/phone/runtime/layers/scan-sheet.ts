import { element } from '../dom'
import { openLayer } from './layer'

/** Stands in for the camera: the code's text is pasted. Null when cancelled. */
export function askForCode(onOpen: (answer: (content: string) => void) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const field = element('input', { className: 'dialog-field' })
    field.placeholder = '粘贴二维码里的文字'
    const finish = (content: string | null) => {
      layer.close()
      resolve(content)
    }
    const scan = () => {
      if (field.value.trim()) finish(field.value.trim())
    }
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') scan()
    })
    const view = element('div', { className: 'phone-scanner', role: 'dialog', label: '扫一扫' }, [
      element('button', { className: 'scanner-close', text: '取消', onTap: () => finish(null) }),
      element('div', { className: 'scanner-window' }, [element('i')]),
      element('p', { text: '把二维码放入框内' }),
      element('div', { className: 'scanner-row' }, [
        field,
        element('button', { className: 'confirm', text: '识别', onTap: scan }),
      ]),
    ])
    const layer = openLayer('covering', view)
    onOpen(finish)
  })
}
