import { element } from '../dom'
import { openLayer } from './layer'

export interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

export interface ModalAnswer {
  confirm: boolean
  cancel: boolean
  content: string | null
}

export function showModal(options: ModalOptions): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const field = options.editable ? element('input', { className: 'dialog-field' }) : null
    if (field) {
      field.value = options.content ?? ''
      field.placeholder = options.placeholderText ?? ''
    }
    const answer = (confirm: boolean) => () => {
      layer.close()
      resolve({ confirm, cancel: !confirm, content: confirm && field ? field.value : null })
    }
    const button = (confirm: boolean, text: string, colour = '') => {
      const className = confirm ? 'confirm' : 'cancel'
      const made = element('button', { className, text, onTap: answer(confirm) })
      made.style.color = colour
      return made
    }
    const box = element('div', { className: 'phone-dialog', role: 'dialog' }, [
      options.title ? element('b', { text: options.title }) : null,
      field ?? element('p', { text: options.content ?? '' }),
      element('div', { className: 'dialog-buttons' }, [
        options.showCancel === false
          ? null
          : button(false, options.cancelText ?? '取消', options.cancelColor),
        button(true, options.confirmText ?? '确定', options.confirmColor),
      ]),
    ])
    const layer = openLayer('covering', box)
    field?.focus()
  })
}

export interface ActionSheetOptions {
  itemList: string[]
  itemColor?: string
  alertText?: string
}

/** The index that was chosen, or null when the person turned away. */
export function showActionSheet(options: ActionSheetOptions): Promise<number | null> {
  return new Promise((resolve) => {
    const close = (index: number | null) => () => {
      layer.close()
      resolve(index)
    }
    const items = options.itemList.map((text, index) => {
      const item = element('button', { text, onTap: close(index) })
      if (options.itemColor) item.style.color = options.itemColor
      return item
    })
    const sheet = element('div', { className: 'phone-sheet', role: 'menu' }, [
      options.alertText ? element('p', { className: 'sheet-note', text: options.alertText }) : null,
      ...items,
      element('button', { className: 'sheet-cancel', text: '取消', onTap: close(null) }),
    ])
    const layer = openLayer('covering', sheet)
  })
}
