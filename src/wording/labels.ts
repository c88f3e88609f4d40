import { formatHours, type Hours } from '@domain/kernel/hours'
import type { Category, CourseState } from '@server/learning/catalog/views'
import type { BindingState, Channel } from '@server/people/views'

export const hoursText = (hours: Hours): string => `${formatHours(hours)} 学时`

export const categoryText: Record<Category, string> = { public: '公需课', professional: '专业课' }

export const bindingText: Record<BindingState, string> = {
  claimed: '待单位核对',
  verified: '单位已核对',
  contested: '单位有疑问',
}

export const channelText: Record<Channel, string> = {
  'menu-12333': '陕西12333 公众号',
  'unit-code': '单位二维码',
  'class-code': '班级二维码',
  search: '微信搜索',
  'city-service': '城市服务',
  message: '服务通知',
  other: '微信',
}

export const courseStateText: Record<CourseState, string> = {
  new: '未开始',
  learning: '学习中',
  'exam-ready': '可以考试',
  passed: '已通过',
}

/** A badge: 99+ beyond that number. */
export const unreadText = (unread: number): string => (unread > 99 ? '99+' : String(unread))
