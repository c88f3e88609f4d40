import type { ClaimState } from '@domain/review/claim'
import type { ClaimCard } from '@server/claims/filing/views'

export const claimStateText: Record<ClaimState, string> = {
  submitted: '审核中',
  returned: '退回补正',
  credited: '已通过',
  rejected: '未通过',
  withdrawn: '已撤回',
  lapsed: '已过期',
  revoked: '已撤销',
}

/** One sentence below a claim's name: the body that decides next, or the result. */
export function standingOf({ state, waitsFor, asks }: ClaimCard): string {
  switch (state) {
    case 'submitted':
      return `等待${waitsFor}审核`
    case 'returned':
      return `有 ${asks} 处要补正，改好后再提交`
    case 'credited':
      return '审核通过'
    case 'rejected':
      return '没有通过，点开看原因'
    case 'withdrawn':
      return '你撤回了这份申报'
    case 'lapsed':
      return '过了通知规定的日期，没有办完'
    case 'revoked':
      return '通过后被撤销，点开看原因'
  }
}
