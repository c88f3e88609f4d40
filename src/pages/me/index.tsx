import type { MeView, RoleName } from '@server/people/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { scanCode } from '@/cloud/scan-code'
import { open, routes } from '@/routes'
import { BindingNotice } from '@/ui/BindingNotice'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Empty } from '@/ui/Empty'
import { Popup } from '@/ui/Popup'
import { Privacy } from '@/ui/Privacy'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { bindingText, channelText, unreadText } from '@/wording/labels'
import { dateText } from '@/wording/moment'
import { PRIVACY_TITLE } from '@/wording/privacy'
import { Help } from './help'
import { useMe } from './use-me'
import './index.css'

const NEWCOMER = {
  title: '还没有登记',
  text: '登记后，这里能看到你的学时和证书',
  icon: 'user',
  action: { caption: '开始登记', onTap: () => open(routes.enrolConsent()) },
} as const

export default function Me() {
  const { me, isNewcomer } = useMe()
  const refused = { error: me.error, onRetry: () => void me.refetch() }
  if (!isNewcomer && me.data === undefined) {
    return <Screen state={me.error === null ? 'loading' : 'refused'} skeleton="list" refused={refused} />
  }
  return (
    <Screen>
      {me.data === undefined ? <Empty {...NEWCOMER} /> : <Person me={me.data} />}
      <Service />
    </Screen>
  )
}

const TONES = { claimed: 'due', verified: 'done', contested: 'refused' } as const

function Person({ me }: { me: MeView }) {
  const { person } = me
  return (
    <View>
      <Card>
        <View className="me__head">
          <Text className="me__name">{person.name}</Text>
          <Tag tone={TONES[person.binding]}>{bindingText[person.binding]}</Tag>
        </View>
        <Text className="me__line">{person.unit.name}</Text>
        <Text className="me__line">{`身份证 ${person.idNumberMasked}`}</Text>
        <Text className="me__line">{`手机 ${person.mobileMasked}`}</Text>
        <Text className="me__line me__line--quiet">
          {`${dateText(me.registeredAt, true)}登记，从${channelText[me.channel]}进入`}
        </Text>
      </Card>
      <BindingNotice person={person} />
      <CellGroup>
        <Cell
          title="消息"
          note={me.unread === 0 ? '' : `${unreadText(me.unread)} 条未读`}
          description="审核结果、截止提醒"
          onTap={() => open(routes.inbox())}
        />
      </CellGroup>
      <CellGroup title="我的学习">
        <Cell title="我的学时" description="每一条都能看到为什么计入" onTap={() => open(routes.ledger({}))} />
        <Cell
          title="我的证书"
          description="学满一年后领取，扫码可查"
          onTap={() => open(routes.certificate({}))}
        />
        <Cell
          title="申报学时"
          description="培训、论文、成果等，由单位审核后计入"
          onTap={() => open(routes.claimKinds())}
        />
        <Cell title="我的申报" description="审核到哪一步，要不要补正" onTap={() => open(routes.claims())} />
        <Cell
          title="职称学时自查"
          description="够不够申报，还差什么，怎样补"
          onTap={() => open(routes.titleCheck())}
        />
      </CellGroup>
      <CellGroup title="单位">
        <Cell
          title="我的单位"
          description="换单位、登记进度、工作过的单位"
          onTap={() => open(routes.enrolMove())}
        />
        <Cell
          title="登记新的单位"
          description="主管部门、乡镇、用人单位由上级核准"
          onTap={() => open(routes.enrolBody())}
        />
      </CellGroup>
      {person.roles.some((role) => role.endsWith('-reviewer')) ? <Claims roles={person.roles} /> : null}
      {person.roles.includes('unit-reviewer') ? (
        <Review unitName={person.unit.name} keepsArchive={me.keepsArchive} />
      ) : null}
      {person.roles.length === 0 ? null : <Office roles={person.roles} />}
    </View>
  )
}

const ABOVE: readonly RoleName[] = ['department-reviewer', 'bureau-reviewer']

function Claims({ roles }: { roles: readonly RoleName[] }) {
  return (
    <CellGroup title="审核">
      <Cell
        title="待办"
        description="等你审核的申报，先到期的在前"
        onTap={() => open(routes.reviewQueue())}
      />
      <Cell title="已办" onTap={() => open(routes.reviewDone())} />
      <Cell
        title="委托"
        description="不在的时候，请同事代为审核"
        onTap={() => open(routes.reviewDelegate())}
      />
      {roles.some((role) => ABOVE.includes(role)) ? (
        <Cell
          title="账号争议"
          description="下属单位自己办不了的，由你核对"
          onTap={() => open(routes.reviewContests())}
        />
      ) : null}
    </CellGroup>
  )
}

function Review({ unitName, keepsArchive }: { unitName: string; keepsArchive: boolean }) {
  return (
    <CellGroup title={`${unitName} · 审核人`}>
      <Cell title="核对本单位人员" onTap={() => open(routes.reviewPeople())} />
      {keepsArchive ? (
        <Cell
          title="学习档案"
          description="记下同事的自学，确定学时，他们才能申报"
          onTap={() => open(routes.archive())}
        />
      ) : null}
      <Cell
        title="导入人员名册"
        description="名册上的人登记时自动核对通过"
        onTap={() => open(routes.rosterImport())}
      />
      <Cell
        title="单位登记二维码"
        description="给同事扫，登记时自动选好单位"
        onTap={() => open(routes.unitCode())}
      />
    </CellGroup>
  )
}

const LOOKERS: readonly RoleName[] = [
  'bureau-staff',
  'bureau-reviewer',
  'department-reviewer',
  'unit-reviewer',
]
const BUREAU: readonly RoleName[] = ['bureau-reviewer', 'bureau-staff']
const ABOVE_UNITS: readonly RoleName[] = ['department-reviewer', 'bureau-reviewer', 'bureau-staff']

/** For whoever answers for others: the bodies below, and who may do what. */
function Office({ roles }: { roles: readonly RoleName[] }) {
  const isAbove = roles.some((role) => ABOVE_UNITS.includes(role)) && !roles.includes('unit-reviewer')
  return (
    <CellGroup title="管理">
      {roles.some((role) => role !== 'committee') ? (
        <Cell title="机构" description="核准下属单位，授权，更名" onTap={() => open(routes.officeTree({}))} />
      ) : null}
      {roles.some((role) => LOOKERS.includes(role)) ? (
        <Cell
          title="概况"
          description="多少人完成了，谁还落在后面"
          onTap={() => open(routes.officeOverview({}))}
        />
      ) : null}
      {roles.includes('bureau-staff') ? (
        <Cell title="日志" description="谁在什么时候做了什么" onTap={() => open(routes.officeLog({}))} />
      ) : null}
      {roles.some((role) => BUREAU.includes(role)) ? (
        <Cell
          title="抽查"
          description="核查已认定的学时，作废、异议、失信记录"
          onTap={() => open(routes.officeChecks({}))}
        />
      ) : null}
      {isAbove ? (
        <Cell
          title="导入人员名册"
          description="下属单位的人员，一张表导入"
          onTap={() => open(routes.rosterImport())}
        />
      ) : null}
      {roles.includes('bureau-staff') ? (
        <Cell
          title="外部学时"
          description="平台和基地送来的学时，逐批对账"
          onTap={() => open(routes.officeOutside())}
        />
      ) : null}
      {roles.includes('committee') ? (
        <Cell
          title="职称评审"
          description="评审范围内人员各年度的学时，只能查看"
          onTap={() => open(routes.officeTitleExport())}
        />
      ) : null}
    </CellGroup>
  )
}

function Service() {
  const [sheet, setSheet] = useState<'privacy' | 'help' | null>(null)
  const close = () => setSheet(null)
  return (
    <View>
      <CellGroup title="服务">
        <Cell
          title="政策"
          description="要学多少、什么算学时，逐条看通知原文"
          onTap={() => open(routes.policy({}))}
        />
        <Cell title="扫一扫" description="扫单位或班级的二维码" onTap={() => void scanCode()} />
        <Cell title="常见问题" onTap={() => setSheet('help')} />
        <Cell
          title="隐私与数据"
          description="导出我的数据，或者注销账号"
          onTap={() => open(routes.privacy())}
        />
        <Cell title={PRIVACY_TITLE} onTap={() => setSheet('privacy')} />
      </CellGroup>
      <Popup visible={sheet === 'help'} title="常见问题" onClose={close}>
        <Help />
      </Popup>
      <Popup visible={sheet === 'privacy'} title={PRIVACY_TITLE} onClose={close}>
        <Privacy />
      </Popup>
    </View>
  )
}
