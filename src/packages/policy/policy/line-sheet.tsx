import type { PolicyLine, PolicyRule } from '@server/policy/views'
import { Text, View } from '@tarojs/components'
import { Popup } from '@/ui/Popup'
import { Rule } from '@/ui/Rule'

/** One line with the notice's words, and the other rules that it rests on. */
export function LineSheet({ line, onClose }: { line: PolicyLine | null; onClose: () => void }) {
  return (
    <Popup visible={line !== null} title={line?.title ?? ''} onClose={onClose}>
      {line === null ? null : (
        <View>
          <Rule rule={line} shows="value" />
          {line.more.length === 0 ? null : <Text className="policy__more">另外还看</Text>}
          {line.more.map((rule, index) => (
            <Rule key={rule.id} rule={quotedOnce(rule, [line, ...line.more.slice(0, index)])} />
          ))}
        </View>
      )}
    </Popup>
  )
}

/** The same sentence of the notice is read once; after that it is enough to say where. */
const quotedOnce = (rule: PolicyRule, before: readonly PolicyRule[]): PolicyRule =>
  rule.words !== '' && before.some(({ words }) => words === rule.words)
    ? { ...rule, words: '', document: '原文同上' }
    : rule
