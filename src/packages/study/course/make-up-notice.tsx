import type { MakeUpView } from '@server/learning/catalog/views'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Rule } from '@/ui/Rule'
import { fillsWords, makeUpTitle, untilWords } from '@/wording/make-up'

/** Above a course of a past year: open, with until when; or over, with the clause that ended it. */
export function MakeUpNotice({ makeUp }: { makeUp: MakeUpView }) {
  if (makeUp.state === 'open') {
    const text = `${fillsWords(makeUp)}。${untilWords(makeUp)}`
    return <Notice tone="due" title={`补学 ${makeUp.year} 年度`} text={text} />
  }
  return (
    <>
      <Notice tone="due" title={makeUpTitle(makeUp)} text={`${untilWords(makeUp)}已有的学时都在。`} />
      {makeUp.rule === null ? null : (
        <Card>
          <Rule rule={makeUp.rule} shows="words" />
        </Card>
      )}
    </>
  )
}
