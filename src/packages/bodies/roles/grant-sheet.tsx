import type { RoleName } from '@domain/organisation/roles'
import type { CandidateView } from '@server/bodies/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Choice } from '@/ui/Choice'
import { LoadedPart } from '@/ui/Loaded'
import { More } from '@/ui/More'
import { Popup } from '@/ui/Popup'
import { roleNote, roleText } from '@/wording/organisation'
import { useCandidates } from './use-roles'

export interface GrantSheetProps {
  orgId: string
  roles: readonly RoleName[]
  visible: boolean
  onGrant: (person: CandidateView, role: RoleName) => void
  onClose: () => void
}

/** First the person, then the role: only people whom the body has verified can answer for others. */
export function GrantSheet({ orgId, roles, visible, onGrant, onClose }: GrantSheetProps) {
  const [person, setPerson] = useState<CandidateView | null>(null)
  const [role, setRole] = useState<RoleName | null>(null)
  const close = () => {
    setPerson(null)
    setRole(null)
    onClose()
  }
  const title = person === null ? '授权给谁？' : `授权${person.name}做什么？`
  return (
    <Popup visible={visible} title={title} onClose={close}>
      {person === null ? (
        <People orgId={orgId} isOpen={visible} onChoose={setPerson} />
      ) : (
        <View>
          <Choice
            label="权限"
            value={role}
            options={roles.map((value) => ({ value, label: roleText[value], note: roleNote[value] }))}
            onChange={setRole}
          />
          <Button
            block
            disabled={role === null}
            onTap={() => {
              if (role !== null) onGrant(person, role)
              close()
            }}
          >
            {`授权给${person.name}`}
          </Button>
        </View>
      )}
    </Popup>
  )
}

interface PeopleProps {
  orgId: string
  isOpen: boolean
  onChoose: (person: CandidateView) => void
}

const NOBODY = {
  title: '还没有核对过的人',
  text: '先请同事登记并核对通过，核对过的人才能被授权',
  icon: 'usergroup',
} as const

function People({ orgId, isOpen, onChoose }: PeopleProps) {
  const { list, people } = useCandidates(orgId, isOpen)
  return (
    <LoadedPart query={list} empty={() => people.length === 0 && NOBODY}>
      {() => (
        <View className="roles__people">
          <CellGroup>
            {people.map((person) => (
              <Cell
                key={person.personId}
                title={person.name}
                description={`身份证 ${person.idNumberMasked}`}
                onTap={() => onChoose(person)}
              />
            ))}
          </CellGroup>
          {list.hasNextPage ? (
            <More list={list}>看更多人员</More>
          ) : (
            <Text className="x-quiet x-quiet--apart">只列出本机构核对过的人员</Text>
          )}
        </View>
      )}
    </LoadedPart>
  )
}
