import type { MakeUpView } from '@server/catalog/views'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Rule } from '@/ui/Rule'
import { fillsWords, untilWords } from '@/wording/make-up'

/** Above a course of a past year: open, with until when; or over, with the clause that ended it. */
export function MakeUpNotice({ makeUp }: { makeUp: MakeUpView }) {
  if (makeUp.state === 'open') {
    return <Notice tone="due" title={`${fillsWords(makeUp)}。`} text={untilWords(makeUp)} />
  }
  return (
    <>
      <Notice tone="due" title={untilWords(makeUp)} text="已有的学时都在。可以选今年的课程继续学习" />
      {makeUp.rule === null ? null : (
        <Card>
          <Rule rule={makeUp.rule} titled={false} />
        </Card>
      )}
    </>
  )
}
