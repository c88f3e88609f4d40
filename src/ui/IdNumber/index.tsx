import { Text, View } from '@tarojs/components'
import type { MaskedPerson, Reveal } from '@/cloud/use-reveal'
import { ActRefused } from '@/ui/ActRefused'
import { ReasonSheet } from '@/ui/ReasonSheet'
import './index.css'

const REASONS = ['核对申报材料上的身份证号', '核对本人证件', '核对单位人员名册', '同名同姓，要分清是哪一位']
const LONGEST = 100

/**
 * Masked until the reader gives a reason; then in full for as long as the page is open, with a note that the reading
 * is logged.
 */
export function IdNumber({ person, reveal }: { person: MaskedPerson; reveal: Reveal }) {
  const { personId, name, idNumberMasked } = person
  const full = reveal.numbers[personId]
  if (full !== undefined)
    return (
      <View>
        <Text className="id-number__text id-number__text--full">{`身份证 ${full}`}</Text>
        <Text className="id-number__text">这次查看已写入日志，本人会收到消息</Text>
      </View>
    )
  return (
    <View>
      <View
        className="id-number__row"
        ariaRole="button"
        ariaLabel={`查看${name}的完整身份证号`}
        onClick={() => reveal.ask(person)}
      >
        <Text className="id-number__text">{`身份证 ${idNumberMasked}`}</Text>
        <Text className="id-number__act">查看完整身份证号</Text>
      </View>
      <ActRefused error={reveal.refusedFor(personId)} />
    </View>
  )
}

/** Asks for the reason, once a page, over the tapped person. */
export function RevealSheet({ reveal: { asking, ask, send, busy } }: { reveal: Reveal }) {
  return (
    <ReasonSheet
      visible={asking !== null}
      subject={asking?.personId ?? ''}
      title={`为什么要看${asking?.name ?? ''}的完整身份证号？`}
      note="这次查看会写入日志，本人会收到消息：谁看的，为什么看"
      reasons={REASONS}
      placeholder="本人会看到这段话"
      maxLength={LONGEST}
      caption="查看完整身份证号"
      busy={busy}
      onSend={send}
      onClose={() => ask(null)}
    />
  )
}
