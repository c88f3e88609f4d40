import type { MakeUpYear } from '@server/policy/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { Rule } from '@/ui/Rule'
import { untilWords } from '@/wording/make-up'

/** Over the courses of a past year: whether it can be made up and until when; a tap opens every past year's clause. */
export function MakeUpBar({ year, years }: { year: number; years: MakeUpYear[] }) {
  const [isOpen, setOpen] = useState(false)
  const chosen = years.find((candidate) => candidate.year === year)
  if (chosen === undefined) return null
  const isOver = chosen.state !== 'open'
  return (
    <View>
      <Notice
        tone={isOver ? 'due' : 'brand'}
        title={isOver ? `${year} 年度不能再补学` : `${year} 年度可以补学`}
        text={untilWords(chosen)}
      />
      <Card label="哪些年度可以补学，看条款" onTap={() => setOpen(true)}>
        <Text className="courses__make-up">哪些年度可以补学，看条款</Text>
      </Card>
      <Popup visible={isOpen} title="补学以前年度" onClose={() => setOpen(false)}>
        {years.map((past) =>
          past.rule === null ? (
            <Text key={past.year} className="courses__unruled">
              {untilWords(past)}
            </Text>
          ) : (
            <Rule key={past.year} rule={past.rule} />
          ),
        )}
      </Popup>
    </View>
  )
}
