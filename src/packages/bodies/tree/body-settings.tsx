import type { OrganisationView, TreeView } from '@server/bodies/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Choice } from '@/ui/Choice'
import { Input } from '@/ui/Input'
import { Popup } from '@/ui/Popup'
import { dayText } from '@/wording/moment'
import { NATURES, standingText } from '@/wording/organisation'
import type { TreeAct } from './use-tree-act'

export interface BodySettingsProps {
  body: OrganisationView
  may: TreeView['may']
  onAct: (act: TreeAct) => void
}

const LINES = [
  { value: 'usual', label: '按一般程序逐级审验' },
  { value: 'health', label: '卫生行业', note: '由卫生行业主管部门培训和审验' },
  { value: 'accounting', label: '会计行业', note: '由会计行业主管部门培训和审验' },
] as const

/** The settings of a body: its parent, its official name, its line, whether it verifies its own people. */
export function BodySettings({ body, may, onAct }: BodySettingsProps) {
  const [sheet, setSheet] = useState<'name' | 'line' | 'standing' | 'self' | null>(null)
  const close = () => setSheet(null)
  const act = (change: TreeAct) => {
    onAct(change)
    close()
  }
  const line = LINES.find(({ value }) => value === (body.line ?? 'usual'))?.label ?? ''
  return (
    <View>
      <CellGroup title="管理">
        {may.grant.length === 0 ? null : (
          <Cell
            title="授权"
            description="谁可以审核、查看，随时可以收回"
            onTap={() => open(routes.officeRoles({ orgId: body.id }))}
          />
        )}
        {may.setUp && body.kind !== 'bureau' ? (
          <Cell
            title="认证权限和抽查"
            description={body.certifies ? '抽查、取消权限、作废认证' : '已取消，可以恢复'}
            onTap={() => open(routes.officeCertifying({ orgId: body.id }))}
          />
        ) : null}
        {may.rename ? (
          <Cell title="更名" description={aliasText(body)} onTap={() => setSheet('name')} />
        ) : null}
        {may.setUp && body.kind === 'department' ? (
          <Cell title="行业" description={line} onTap={() => setSheet('line')} />
        ) : null}
        {may.setUp && body.kind === 'unit' ? (
          <Cell
            title="单位性质和县（区）"
            description={standingText(body) || '还没有登记；政策按单位性质分人群'}
            onTap={() => setSheet('standing')}
          />
        ) : null}
        {may.setUp && body.kind === 'unit' ? (
          <Cell
            title="自主审验"
            description={body.selfReviewing ? '本单位自行审验，不再逐级上报' : '按程序逐级审验'}
            onTap={() => setSheet('self')}
          />
        ) : null}
      </CellGroup>
      <NameSheet body={body} visible={sheet === 'name'} onAct={act} onClose={close} />
      <StandingSheet body={body} visible={sheet === 'standing'} onAct={act} onClose={close} />
      <LineSheet body={body} visible={sheet === 'line'} onAct={act} onClose={close} />
      <Popup visible={sheet === 'self'} title="谁来审验这个单位的学时" onClose={close}>
        <Choice
          label="审验方式"
          value={body.selfReviewing ? 'self' : 'usual'}
          options={[
            { value: 'usual', label: '按程序逐级审验' },
            { value: 'self', label: '单位自主审验', note: '单位审核通过即为审验完成' },
          ]}
          onChange={(value) => {
            const selfReviewing = value === 'self'
            act({ kind: 'self-reviewing', orgId: body.id, actId: newActId(), selfReviewing })
          }}
        />
      </Popup>
    </View>
  )
}

function aliasText({ aliases }: OrganisationView): string {
  const last = aliases.at(-1)
  if (last === undefined) return '改为批准的正式名称，旧名称保留备查'
  return last.until === null ? `也称${last.name}` : `原名${last.name}，用到 ${dayText(last.until, true)}`
}

interface NameSheetProps {
  body: OrganisationView
  visible: boolean
  onAct: (act: TreeAct) => void
  onClose: () => void
}

/** The line that a department leads, with its own training and review. */
function LineSheet({ body, visible, onAct, onClose }: NameSheetProps) {
  return (
    <Popup visible={visible} title={`${body.name}的行业`} onClose={onClose}>
      <Choice
        label="行业"
        value={body.line ?? 'usual'}
        options={LINES}
        onChange={(value) =>
          onAct({ kind: 'line', orgId: body.id, actId: newActId(), line: value === 'usual' ? null : value })
        }
      />
    </Popup>
  )
}

/** What the unit is for the law, and its county: both are saved together. */
function StandingSheet({ body, visible, onAct, onClose }: NameSheetProps) {
  const [nature, setNature] = useState(body.nature)
  const [county, setCounty] = useState(body.county)
  return (
    <Popup visible={visible} title="单位性质和县（区）" onClose={onClose}>
      <View>
        <Choice label="单位性质" value={nature} options={NATURES} onChange={setNature} />
        <Input
          label="县（区）"
          value={county}
          placeholder="例如洋县"
          maxLength={20}
          hint="有的县（区）收费有优惠，名称按现在的写"
          onChange={setCounty}
        />
        <Button
          block
          onTap={() =>
            onAct({ kind: 'standing', orgId: body.id, actId: newActId(), nature, county: county.trim() })
          }
        >
          保存
        </Button>
      </View>
    </Popup>
  )
}

function NameSheet({ body, visible, onAct, onClose }: NameSheetProps) {
  const [name, setName] = useState('')
  const isReady = name.trim().length >= 4 && name.trim() !== body.name
  return (
    <Popup visible={visible} title="改为正式名称" onClose={onClose}>
      <View>
        <Input
          label="新的名称"
          value={name}
          placeholder={body.name}
          maxLength={40}
          hint="以批准的正式名称为准。旧名称会保留，按旧名称也能找到"
          onChange={setName}
        />
        <Button
          block
          disabled={!isReady}
          onTap={() => onAct({ kind: 'rename', orgId: body.id, actId: newActId(), name: name.trim() })}
        >
          确认更名
        </Button>
      </View>
    </Popup>
  )
}
