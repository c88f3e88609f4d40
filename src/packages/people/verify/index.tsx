import type { PersonToVerify } from '@server/membership/person-to-verify'
import type { BindingState } from '@server/people/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { refusalOf } from '@/cloud/refusal'
import { type Reveal, useReveal } from '@/cloud/use-reveal'
import { open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chips } from '@/ui/Chips'
import { Dialog } from '@/ui/Dialog'
import { RevealSheet } from '@/ui/IdNumber'
import { LoadedPart } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { ContestList } from '../contest-list'
import { useContests } from '../use-contests'
import { byDay } from './days'
import { DisputeSheet } from './dispute-sheet'
import { MoveCards } from './move-cards'
import { PersonCard } from './person-card'
import { StandingList } from './standing-list'
import { TitleList } from './titles/title-list'
import { useTitlesToVerify } from './titles/use-titles'
import { useDecide, useKeepsArchive, usePeople } from './use-people'
import './index.css'

const STATES: readonly BindingState[] = ['claimed', 'contested', 'verified']
/**
 * The content of the page: a state of registration, contested accounts, or the standing of the unit's people this
 * year.
 */
type Shown = BindingState | 'titles' | 'contests' | 'standing'
const STATE_NAMES: Record<BindingState, string> = {
  claimed: '待核对',
  contested: '有疑问',
  verified: '已确认',
}

const NOTHING: Record<BindingState, { title: string; text: string }> = {
  claimed: { title: '都核对好了', text: '有新的登记会出现在这里。把单位二维码给同事，他们登记会更快' },
  contested: { title: '没有有疑问的人', text: '提出过疑问的人会列在这里，弄清后可以再确认' },
  verified: { title: '还没有确认过的人', text: '从“待核对”开始，确认一位，这里就多一位' },
}

/** The person's text for this code speaks of their own phone; the reviewer needs another next step. */
const TAKEN = {
  title: '这个身份证号已核对给另一个微信',
  text: '同一个人换了微信的话，点“有疑问”选“重复登记”。本人登记后在提示里点“申请改绑”，申请会到“账号争议”',
} as const

export default function People() {
  const parameters = useRouteParameters('part')
  const [part, setPart] = useState<Shown>(parameters.part === 'contests' ? 'contests' : 'claimed')
  const binding = part === 'claimed' || part === 'contested' ? part : 'verified'
  const shown = usePeople(binding)
  const contests = useContests('unit')
  const titles = useTitlesToVerify()
  const reveal = useReveal()
  const [confirming, setConfirming] = useState<PersonToVerify | null>(null)
  const [disputing, setDisputing] = useState<PersonToVerify | null>(null)
  const decide = useDecide(({ kind }) => {
    void Taro.showToast({ title: kind === 'confirm' ? '已确认' : '本人会看到', icon: 'success' })
  })
  const confirm = () => {
    if (confirming === null) return
    const { personId, version } = confirming
    decide.mutate({ kind: 'confirm', personId, version, decisionId: newActId() })
    setConfirming(null)
  }
  const dispute = (reason: string) => {
    if (disputing === null) return
    const { personId, version } = disputing
    decide.mutate({ kind: 'dispute', personId, version, decisionId: newActId(), reason })
    setDisputing(null)
  }
  return (
    <Screen offline="没有网络。名单仍可查看，连上后再核对" footer={<ShowCode />}>
      <MoveCards />
      <Chips
        label="看什么"
        value={part}
        options={[
          ...STATES.map((state) => ({ value: state, label: captionOf(state, shown.counts) })),
          { value: 'titles', label: titles.count > 0 ? `职称 ${titles.count}` : '职称' },
          { value: 'contests', label: contests.open ? `账号争议 ${contests.open}` : '账号争议' },
          { value: 'standing', label: '进度' },
        ]}
        onChange={setPart}
      />
      <DecisionRefused error={decide.error} />
      {part === 'standing' ? <StandingList /> : null}
      {part === 'contests' ? <ContestList shown={contests} /> : null}
      {part === 'titles' ? <TitleList shown={titles} reveal={reveal} /> : null}
      {part !== binding ? null : (
        <List {...{ shown, binding, reveal }} onConfirm={setConfirming} onDispute={setDisputing} />
      )}
      <More />
      <Dialog
        visible={confirming !== null}
        title={`确认${confirming?.name ?? ''}是本单位的人？`}
        text="确认后，他学到的学时正式计入，这个身份证号不能再由别人登记"
        confirm="确认"
        cancel="再看看"
        onConfirm={confirm}
        onCancel={() => setConfirming(null)}
      />
      <DisputeSheet
        person={disputing}
        busy={decide.isPending}
        onDispute={dispute}
        onClose={() => setDisputing(null)}
      />
      <RevealSheet reveal={reveal} />
    </Screen>
  )
}

const ShowCode = () => (
  <Button tone="plain" block onTap={() => open(routes.unitCode())}>
    出示单位二维码
  </Button>
)

/** The unit's further tasks for its people. */
function More() {
  const keepsArchive = useKeepsArchive()
  return (
    <CellGroup>
      {keepsArchive ? (
        <Cell
          title="学习档案"
          description="记下同事的自学，确定学时，他们才能申报"
          onTap={() => open(routes.archive())}
        />
      ) : null}
      <Cell
        title="导入人员名册"
        description="扫单位码来、手机号和名册一致的人自动核对通过"
        onTap={() => open(routes.rosterImport())}
      />
    </CellGroup>
  )
}

const captionOf = (state: BindingState, counts: Record<BindingState, number> | null): string =>
  counts === null ? STATE_NAMES[state] : `${STATE_NAMES[state]} ${counts[state]}`

function DecisionRefused({ error }: { error: unknown }) {
  if (error === null) return null
  if (refusalOf(error)?.code === 'ID_NUMBER_TAKEN') return <Notice tone="due" {...TAKEN} />
  return <ActRefused error={error} />
}

interface ListProps {
  shown: ReturnType<typeof usePeople>
  binding: BindingState
  reveal: Reveal
  onConfirm: (person: PersonToVerify) => void
  onDispute: (person: PersonToVerify) => void
}

function List({ shown, binding, reveal, onConfirm, onDispute }: ListProps) {
  const { list, people } = shown
  const nothing = { ...NOTHING[binding], icon: 'usergroup' } as const
  return (
    <LoadedPart query={list} empty={() => people.length === 0 && nothing}>
      {() => (
        <View>
          {byDay(people).map(({ day, people: ofDay }) => (
            <View key={day}>
              <Text className="review__day">{`${day}登记，${ofDay.length} 人`}</Text>
              {ofDay.map((person) => (
                <PersonCard
                  key={person.personId}
                  person={person}
                  reveal={reveal}
                  onConfirm={() => onConfirm(person)}
                  onDispute={() => onDispute(person)}
                />
              ))}
            </View>
          ))}
          {list.hasNextPage ? <Text className="review__day">往下滑，看更多</Text> : null}
        </View>
      )}
    </LoadedPart>
  )
}
