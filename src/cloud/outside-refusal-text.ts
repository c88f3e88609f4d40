import type { Refusals } from '@domain/kernel/refusal'
import { type RefusalText, says, type Texts } from './refusal-says'

const BY_MACHINE = '请平台核对后重新推送，已经登记的学时不受影响'

/** Refusals of hours from outside: worded for staff and, by code, for the partner's machine. */
export const outsideTexts = {
  PROVIDER_UNKNOWN: says('没有登记这家平台', '本地区没有登记过这家推送单位。', '请先登记推送单位和它的公钥'),
  PROVIDER_KEY_WITHDRAWN: says(
    '这把公钥已经停用',
    '用它签名的数据不再接收。',
    '请平台换用新的密钥签名，再推送一次',
  ),
  PUBLIC_KEY_MALFORMED: says(
    '公钥不完整',
    '国密公钥共 130 个字符，以 04 开头，由数字和字母组成。',
    '请从平台发来的文件里完整复制，再填一次',
  ),
  PUBLIC_KEY_USED: ({ isWithdrawn }: Refusals['PUBLIC_KEY_USED']): RefusalText => ({
    title: isWithdrawn ? '这把公钥停用过' : '这把公钥是另一家的',
    text: isWithdrawn
      ? '停用过的公钥不再启用，因为它的私钥可能已经泄露。'
      : '它已经登记给另一家推送单位，一把公钥只认一家。',
    way: '请平台生成一对新的密钥，把新的公钥发来再填',
  }),
  BATCH_REGION: says('不是本地区的数据', '这家推送单位没有登记在这个地区。', BY_MACHINE),
  BATCH_SIGNATURE: says('签名不对', '内容和签名对不上，整批没有接收。', BY_MACHINE),
  BATCH_CONFLICT: says(
    '这一批已经收过',
    '同一月份、同一批号已经收过另一份内容，原来的那份没有改动。',
    '更正的数据请换一个批号推送',
  ),
  BATCH_UNKNOWN: says('没有找到这一批', '它可能不在你能看到的地区。', '返回列表，下拉刷新'),
} satisfies Partial<Texts>
