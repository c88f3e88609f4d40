import type { RefusalCode } from '../../../../../domain/kernel/refusal'
import type { CertificateState } from '../../views'

/** The page's states while it knows no certificate's state. */
export type Unread = 'altered' | 'unknown' | 'malformed' | 'offline' | 'busy' | 'waiting'

export interface Words {
  readonly title: string
  readonly text: string
  readonly seal: string
  readonly advice: string
}

/** `hour` is what the certificate's region calls an hour. */
export const liveWords = (hour: string): Record<CertificateState, Words> => ({
  valid: {
    title: '这张证书有效',
    text: '平台刚刚核对了签名和当前状态。',
    seal: '有效',
    advice: '请与手中的证书逐项对照。有一项不同，就不能采信那张纸。',
  },
  superseded: {
    title: '这张证书已换发',
    text: '它曾经有效，后来换发了新的一张。',
    seal: '已换发',
    advice: '请持证人从“我的证书”出示新的一张。',
  },
  revoked: {
    title: '这张证书已撤销',
    text: `它所依据的${hour}已按无效处理。`,
    seal: '已撤销',
    advice: '不能再作为凭证。如有疑问，请向发证单位核实。',
  },
})

export const UNREAD_WORDS: Record<Unread, Words> = {
  altered: {
    title: '这张证书不能采信',
    text: '内容和签名对不上，它被改动过。',
    seal: '不符',
    advice: '请持证人从“我的证书”重新出示原件。',
  },
  unknown: {
    title: '没有找到这张证书',
    text: '签名是真的，但平台没有这个编号。',
    seal: '查无',
    advice: '请稍后再查一次；仍然查不到，请向发证单位核实。',
  },
  malformed: {
    title: '没有读出这张证书',
    text: '二维码没有扫完整，或者不是学时的证书。',
    seal: '未读',
    advice: '把证书放大一些，再扫一次。',
  },
  offline: {
    title: '暂时无法核对',
    text: '现在连不上平台，不知道它此刻是否有效。',
    seal: '未核对',
    advice: '下面是二维码里写的内容，还没有核对签名。有网络时再查一次。',
  },
  busy: {
    title: '请过一会儿再查',
    text: '从这个网络来的查询太多，这一次没有核对。',
    seal: '未核对',
    advice: '下面是二维码里写的内容，还没有核对签名。过一分钟再查一次。',
  },
  waiting: { title: '正在核对', text: '正在向平台核对签名和当前状态。', seal: '核对中', advice: '' },
}

/** Any other refusal is a fault of the moment, as if there were no network. */
export const UNREAD_OF: Partial<Record<RefusalCode, Unread>> = {
  CERTIFICATE_SIGNATURE: 'altered',
  CERTIFICATE_UNKNOWN: 'unknown',
  CERTIFICATE_MALFORMED: 'malformed',
  INPUT_INVALID: 'malformed',
  INPUT_TOO_LARGE: 'malformed',
}
