import { ROLE_NAMES, type RoleName } from '@domain/organisation/roles'
import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import type { MenuName } from '@/pages'
import { ANYBODY, Menu, offersOf } from './menu'

const MENUS: readonly MenuName[] = ['review', 'members', 'office']

const labels = (roles: readonly RoleName[], keepsArchive = false): string[] =>
  MENUS.flatMap((menu) => offersOf(menu, { roles, keepsArchive }).map(({ label }) => `${menu}: ${label}`))

/** The pages offered to each role, written down by hand: the table of rights and the list of pages must come to it. */
const OFFERED: Record<RoleName, readonly string[]> = {
  'unit-reviewer': [
    'review: 待办',
    'review: 已办',
    'review: 委托',
    'members: 核对本单位人员',
    'members: 停下的课',
    'members: 导入人员名册',
    'members: 单位登记二维码',
    'office: 机构',
    'office: 概况',
  ],
  'department-reviewer': [
    'review: 待办',
    'review: 已办',
    'review: 委托',
    'review: 账号争议',
    'office: 机构',
    'office: 概况',
    'office: 导入人员名册',
  ],
  'bureau-reviewer': [
    'review: 待办',
    'review: 已办',
    'review: 委托',
    'review: 账号争议',
    'office: 机构',
    'office: 概况',
    'office: 抽查',
    'office: 导入人员名册',
  ],
  'bureau-staff': [
    'office: 机构',
    'office: 概况',
    'office: 日志',
    'office: 抽查',
    'office: 导入人员名册',
    'office: 外部学时',
  ],
  'base-staff': ['office: 机构'],
  committee: ['office: 职称评审'],
}

test.each(ROLE_NAMES)('a menu is offered only to the right roles: %s', (role) => {
  expect(labels([role])).toEqual(OFFERED[role])
})

test('nobody without a role is offered the work of others', () => {
  expect(labels([])).toEqual([])
})

test('an archive is offered where the unit’s notice asks for one, and to its reviewer alone', () => {
  expect(labels(['unit-reviewer'], true)).toContain('members: 学习档案')
  expect(labels(['department-reviewer'], true)).not.toContain('members: 学习档案')
})

test('a reviewer of a unit and of a body above imports a roster in one place', () => {
  const imports = labels(['unit-reviewer', 'department-reviewer']).filter((label) => /导入/.test(label))
  expect(imports).toEqual(['members: 导入人员名册'])
})

test('a menu that offers nothing is not there; a cell opens its page', () => {
  const { container, rerender } = render(<Menu menu="office" title="管理" viewer={ANYBODY} />)
  expect(container.textContent).toBe('')
  rerender(<Menu menu="learning" title="我的学习" viewer={ANYBODY} />)
  fireEvent.click(screen.getByTitle('我的学时'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/hours/ledger/index' })
})
