import type { MakeUpYear, PolicyRule } from '@server/policy/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { Rule } from '@/ui/Rule'
import { makeUpTitle, untilWords } from '@/wording/make-up'

/** Over the courses of a past year: whether it can be made up and until when; a tap opens every past year's clause. */
export function MakeUpBar({ year, years }: { year: number; years: MakeUpYear[] }) {
  const [isOpen, setOpen] = useState(false)
  const chosen = years.find((candidate) => candidate.year === year)
  if (chosen === undefined) return null
  return (
    <View>
      <Notice
        tone={chosen.state === 'open' ? 'brand' : 'due'}
        title={makeUpTitle(chosen)}
        text={untilWords(chosen)}
      >
        <View
          className="courses__make-up"
          ariaRole="button"
          ariaLabel="看条款和其他年度"
          onClick={() => setOpen(true)}
        >
          <Text>看条款和其他年度</Text>
        </View>
      </Notice>
      <Popup visible={isOpen} title="补学以前年度" onClose={() => setOpen(false)}>
        {rulesOf(years).map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
        {years.some(({ rule }) => rule === null) ? (
          <Text className="courses__unruled">其他年度：通知没有写能不能补学，现在不开放。</Text>
        ) : null}
      </Popup>
    </View>
  )
}

/** Years that one sentence of the notice opens or ends are told together. */
function rulesOf(years: MakeUpYear[]): PolicyRule[] {
  const together = new Map<string, { rule: PolicyRule; years: number[] }>()
  for (const { year, rule } of years) {
    if (rule === null) continue
    const key = `${rule.value} ${rule.clauseId} ${rule.words}`
    const group = together.get(key) ?? { rule, years: [] }
    together.set(key, { rule, years: [...group.years, year] })
  }
  return [...together.values()].map(({ rule, years: of }) => ({ ...rule, title: `${of.join('、')} 年度` }))
}
