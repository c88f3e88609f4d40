import { Text, View } from '@tarojs/components'
import { PRIVACY } from '@/wording/privacy'

/** The privacy text, for the consent step and for reading it again later. */
export function Privacy() {
  return (
    <View>
      {PRIVACY.map(({ title, paragraphs }) => (
        <View className="x-privacy" key={title}>
          <Text className="x-privacy__title">{title}</Text>
          {paragraphs.map((paragraph) => (
            <Text className="x-privacy__text" key={paragraph}>
              {paragraph}
            </Text>
          ))}
        </View>
      ))}
    </View>
  )
}
