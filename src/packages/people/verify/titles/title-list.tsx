import type { PersonToVerify } from '@server/membership/person-to-verify'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import type { Reveal } from '@/cloud/use-reveal'
import { ActRefused } from '@/ui/ActRefused'
import { LoadedPart } from '@/ui/Loaded'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { PersonCard } from '../person-card'
import { TitlePart } from './title-part'
import { useDecideTitle, type useTitlesToVerify } from './use-titles'

const NOTHING = {
  title: '没有要核对的职称',
  text: '同事填了职称会出现在这里。对照职称证书核对后，他们自查和申报就不用再填',
  icon: 'check-circle',
  tone: 'done',
} as const

const REASONS = ['级别和证书不一致', '取得年份和证书不一致', '系列选错了', '没有看到证书'] as const

interface TitleListProps {
  shown: ReturnType<typeof useTitlesToVerify>
  reveal: Reveal
}

/** Titles that the unit's people said, to be held against their certificates. */
export function TitleList({ shown, reveal }: TitleListProps) {
  const { list, people } = shown
  const [doubted, setDoubted] = useState<PersonToVerify | null>(null)
  const decide = useDecideTitle(() => {
    setDoubted(null)
    void Taro.showToast({ title: '已核对', icon: 'success' })
  })
  const send = (
    person: PersonToVerify | null,
    verdict: { kind: 'confirm' } | { kind: 'doubt'; reason: string },
  ) => {
    if (person?.title && !decide.isPending)
      decide.mutate({
        personId: person.personId,
        titleId: person.title.titleId,
        decisionId: newActId(),
        verdict,
      })
  }
  return (
    <View>
      <ActRefused error={decide.error} />
      <LoadedPart query={list} empty={() => people.length === 0 && NOTHING}>
        {() => (
          <View>
            {people.map((person) => (
              <PersonCard key={person.personId} person={person} reveal={reveal}>
                <TitlePart
                  person={person}
                  busy={decide.isPending && decide.variables?.personId === person.personId}
                  onConfirm={() => send(person, { kind: 'confirm' })}
                  onDoubt={() => setDoubted(person)}
                />
              </PersonCard>
            ))}
            {list.hasNextPage ? <Text className="review__day">往下滑，看更多</Text> : null}
          </View>
        )}
      </LoadedPart>
      <ReasonSheet
        visible={doubted !== null}
        subject={doubted?.title?.titleId ?? ''}
        title={`${doubted?.name ?? ''}的职称哪里不对？`}
        note="核对之前，已经核对过的职称照旧使用"
        reasons={REASONS}
        caption="告诉本人"
        placeholder="本人会看到这段话"
        busy={decide.isPending}
        onSend={(reason) => send(doubted, { kind: 'doubt', reason })}
        onClose={() => setDoubted(null)}
      />
    </View>
  )
}
