import type { ClauseView } from '@server/books/hours/views'
import { Text, View } from '@tarojs/components'
import { RuleTag } from '@/ui/Rule'
import './clause-list.css'

/** The rules of a decision, in the notice's words; our own readings are told apart. */
export function ClauseList({ clauses }: { clauses: readonly ClauseView[] }) {
  return (
    <View>
      {clauses.map(({ id, words, document, reading }) => (
        <View className="clause-list__clause" key={`${id} ${words}`}>
          <RuleTag state={reading ? 'reading' : 'stated'} />
          <Text className="clause-list__words">{reading ? words : `“${words}”`}</Text>
          <Text className="clause-list__source">
            {[document, id === 'reading' ? '' : id].filter((part) => part !== '').join(' · ')}
          </Text>
        </View>
      ))}
    </View>
  )
}
