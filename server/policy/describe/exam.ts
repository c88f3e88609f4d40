import type { ExamRules, PolicyPack, WatchingRules } from '../../../domain/policy/pack'
import { line, rule, type Told } from '../line'
import type { PolicyLine } from '../views'

const told = (id: string, title: string, value: string) => ({ id: `exam.${id}`, title, value })
const MINUTE_SECONDS = 60

/**
 * 看课和考试: mostly our own readings, because notices leave them open; shown here so that a trainee can read the reasons.
 */
export const examLines = (pack: PolicyPack): PolicyLine[] => [
  watchingLine(pack, pack.watching),
  line(
    pack,
    told('pass', '多少分合格', `${pack.exam.passScorePercent.value} 分（百分制）`),
    pack.exam.passScorePercent,
  ),
  paperLine(pack, pack.exam),
  attemptsLine(pack, pack.exam),
]

function watchingLine(pack: Told, watching: WatchingRules): PolicyLine {
  const { coveragePercent, rate, challengeEverySeconds: challenge, answerWithinSeconds: answer } = watching
  const { leaseMinutes, reportEverySeconds, takeOverGraceHours } = watching
  const speed = rate.value === 1 ? '正常速度' : `最快 ${rate.value} 倍`
  const minutes = (seconds: number): number => Math.round(seconds / MINUTE_SECONDS)
  const every = `每 ${minutes(challenge.value.min)}–${minutes(challenge.value.max)} 分钟一个`
  const more = [
    rule(pack, told('rate', '播放速度', speed), rate),
    rule(pack, told('challenge', '看课时的小问题', every), challenge),
    rule(pack, told('answer', '作答时间', `${answer.value} 秒`), answer),
    rule(pack, told('lease', '多久没有联系就暂停', `${leaseMinutes.value} 分钟`), leaseMinutes),
    rule(pack, told('report', '多久记录一次', `每 ${reportEverySeconds.value} 秒`), reportEverySeconds),
    rule(pack, told('takeOver', '换手机后补送', `${takeOverGraceHours.value} 小时之内`), takeOverGraceHours),
  ]
  const seen = told('coverage', '一讲看多少算学完', `看满 ${coveragePercent.value}%`)
  return line(pack, { ...seen, more }, coveragePercent)
}

function paperLine(pack: Told, exam: ExamRules): PolicyLine {
  const { single, multiple, judge, bankMultiple, durationMinutes, graceSeconds } = exam
  const value = `单选 ${single.value}、多选 ${multiple.value}、判断 ${judge.value} 题，${durationMinutes.value} 分钟`
  const more = [
    rule(pack, told('multiple', '多选题', `${multiple.value} 道`), multiple),
    rule(pack, told('judge', '判断题', `${judge.value} 道`), judge),
    rule(pack, told('bank', '题库', `至少是试卷的 ${bankMultiple.value} 倍`), bankMultiple),
    rule(pack, told('duration', '考试时间', `${durationMinutes.value} 分钟`), durationMinutes),
    rule(pack, told('grace', '到时之后', `再等 ${graceSeconds.value} 秒`), graceSeconds),
  ]
  return line(pack, { ...told('paper', '一份试卷', value), more }, single)
}

function attemptsLine(pack: Told, { attempts, waitBetweenMinutes: wait }: ExamRules): PolicyLine {
  const value = `${attempts.value} 次，两次之间隔 ${wait.value} 分钟`
  const more = [rule(pack, told('wait', '补考间隔', `${wait.value} 分钟`), wait)]
  return line(pack, { ...told('attempts', '可以考几次', value), more }, attempts)
}
