import { type ActionSheetOptions, type ModalOptions, showActionSheet, showModal } from '../layers/dialog'
import { hideToast, showLoading, showToast, type ToastOptions } from '../layers/toast'
import { ApiFailure, asyncApi } from './async-api'

async function actionSheet(options: ActionSheetOptions) {
  const tapIndex = await showActionSheet(options)
  if (tapIndex === null) throw new ApiFailure('cancel')
  return { tapIndex }
}

export const interactionApi = {
  showToast: asyncApi<ToastOptions>('showToast', showToast),
  hideToast: asyncApi('hideToast', hideToast),
  showLoading: asyncApi<ToastOptions>('showLoading', showLoading),
  hideLoading: asyncApi('hideLoading', hideToast),
  showModal: asyncApi<ModalOptions>('showModal', showModal),
  showActionSheet: asyncApi<ActionSheetOptions>('showActionSheet', actionSheet),
}
