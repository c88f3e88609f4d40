import type { ContestToDecide } from '@server/membership/contests/views'
import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { dateText, momentText } from '@/wording/moment'
import { roleText } from '@/wording/organisation'
import './contest-card.css'

export interface ContestCardProps {
  contest: ContestToDecide
  onRebind: () => void
  onKeep: () => void
}

const NOT_YOURS: Record<Exclude<ContestToDecide['decidedBy'], 'you'>, string> = {
  above: '登记人还有别的审核权限，这一件由上级核对',
  another: '这一件与你本人有关，或你已经同意过，由另一位审核人或上级核对',
}

const NAMES: Record<ContestToDecide['names'], string> = {
  same: '账号争议',
  near: '两边姓名只差一点',
  different: '两边姓名不同',
}

/** One number, two accounts: the holder, the contester, and their words. The decision at the thumb. */
export function ContestCard({ contest, onRebind, onKeep }: ContestCardProps) {
  const { name, names, decidedBy } = contest
  return (
    <Card>
      <View className="contest__head">
        <Text className="x-name">{name}</Text>
        <Tag tone="due">{NAMES[names]}</Tag>
      </View>
      <Text className="x-quiet">{`身份证 ${contest.idNumberMasked}`}</Text>
      <Sides contest={contest} />
      {contest.agreedByName === '' ? null : (
        <Text className="contest__note">{`${contest.agreedByName}已同意改绑，还要另一位同意`}</Text>
      )}
      {contest.objection === '' ? null : (
        <Text className="contest__note">{`原来的微信不同意：“${contest.objection}”`}</Text>
      )}
      {decidedBy === 'you' ? (
        <View className="x-acts">
          <View className="x-fill">
            <Button tone="quiet" block label={`${name}不改绑`} onTap={onKeep}>
              不改绑
            </Button>
          </View>
          <View className="x-fill">
            <Button block label={`${name}改绑到新微信`} onTap={onRebind}>
              改绑到新微信
            </Button>
          </View>
        </View>
      ) : contest.agreedByName === '' || decidedBy === 'above' ? (
        <Text className="contest__note">{NOT_YOURS[decidedBy]}</Text>
      ) : null}
    </Card>
  )
}

function Sides({ contest }: { contest: ContestToDecide }) {
  const { holder, mobileMasked, filedAt, statement } = contest
  const roles = [...new Set(holder.roles)].map((role) => roleText[role]).join('、')
  return (
    <View>
      <View className="contest__side">
        <Text className="x-quiet">现在绑定的微信</Text>
        <Text className="contest__who">{`${holder.name} · 手机 ${holder.mobileMasked}`}</Text>
        <Text className="x-quiet">{`${dateText(holder.registeredAt, true)}登记，${holder.unitName}`}</Text>
        {roles === '' ? null : <Text className="x-quiet">{`改绑后一并带走：${roles}`}</Text>}
      </View>
      <View className="contest__side">
        <Text className="x-quiet">申请改绑的微信</Text>
        <Text className="contest__who">
          {`${contest.name} · ${mobileMasked === '' ? '没有留手机号' : `手机 ${mobileMasked}`}`}
        </Text>
        <Text className="x-quiet">{`${momentText(filedAt)} 提交`}</Text>
        <Text className="contest__said">{`“${statement}”`}</Text>
      </View>
    </View>
  )
}
