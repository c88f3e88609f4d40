import type { PolicyLine } from '@server/policy/views'
import { Text, View } from '@tarojs/components'
import { Popup } from '@/ui/Popup'
import { Rule } from '@/ui/Rule'

/** One line with the notice's words, and the other rules that it rests on. */
export function LineSheet({ line, onClose }: { line: PolicyLine | null; onClose: () => void }) {
  return (
    <Popup visible={line !== null} title={line?.title ?? ''} onClose={onClose}>
      {line === null ? null : (
        <View>
          <Rule rule={line} titled={false} />
          {line.more.length === 0 ? null : <Text className="policy__more">另外还看</Text>}
          {line.more.map((rule) => (
            <Rule key={rule.id} rule={rule} />
          ))}
        </View>
      )}
    </Popup>
  )
}
