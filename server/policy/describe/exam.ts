import type { PolicyPack } from '../../../domain/policy/pack'
import type { RuleSource } from '../../../domain/policy/value'
import { line, rule } from '../line'
import type { PolicyLine, PolicyRule } from '../views'

/** 看课和考试: mostly what no notice says and we had to choose, so it stands where a person can read why. */
export function examLines(pack: PolicyPack): PolicyLine[] {
  const { exam, watching } = pack
  const of = (id: string, title: string, value: string, source: RuleSource): PolicyRule =>
    rule(pack, { id: `exam.${id}`, title, value }, source)
  const challenge = watching.challengeEverySeconds.value
  return [
    line(
      pack,
      {
        id: 'watching.coverage',
        title: '一讲看多少算学完',
        value: `看满 ${watching.coveragePercent.value}%`,
        more: [
          of(
            'rate',
            '播放速度',
            watching.rate.value === 1 ? '正常速度' : `最快 ${watching.rate.value} 倍`,
            watching.rate,
          ),
          of(
            'challenge',
            '看课时的小问题',
            `每 ${Math.round(challenge.min / 60)}–${Math.round(challenge.max / 60)} 分钟一个`,
            watching.challengeEverySeconds,
          ),
          of('answer', '作答时间', `${watching.answerWithinSeconds.value} 秒`, watching.answerWithinSeconds),
          of('lease', '多久没有联系就暂停', `${watching.leaseMinutes.value} 分钟`, watching.leaseMinutes),
          of(
            'report',
            '多久记录一次',
            `每 ${watching.reportEverySeconds.value} 秒`,
            watching.reportEverySeconds,
          ),
          of(
            'takeOver',
            '换手机后补送',
            `${watching.takeOverGraceHours.value} 小时之内`,
            watching.takeOverGraceHours,
          ),
        ],
      },
      watching.coveragePercent,
    ),
    line(
      pack,
      { id: 'exam.pass', title: '多少分合格', value: `${exam.passScorePercent.value} 分（百分制）` },
      exam.passScorePercent,
    ),
    line(
      pack,
      {
        id: 'exam.paper',
        title: '一份试卷',
        value: `单选 ${exam.single.value}、多选 ${exam.multiple.value}、判断 ${exam.judge.value} 题，${exam.durationMinutes.value} 分钟`,
        more: [
          of('multiple', '多选题', `${exam.multiple.value} 道`, exam.multiple),
          of('judge', '判断题', `${exam.judge.value} 道`, exam.judge),
          of('bank', '题库', `至少是试卷的 ${exam.bankMultiple.value} 倍`, exam.bankMultiple),
          of('duration', '考试时间', `${exam.durationMinutes.value} 分钟`, exam.durationMinutes),
          of('grace', '到时之后', `再等 ${exam.graceSeconds.value} 秒`, exam.graceSeconds),
        ],
      },
      exam.single,
    ),
    line(
      pack,
      {
        id: 'exam.attempts',
        title: '可以考几次',
        value: `${exam.attempts.value} 次，两次之间隔 ${exam.waitBetweenMinutes.value} 分钟`,
        more: [of('wait', '补考间隔', `${exam.waitBetweenMinutes.value} 分钟`, exam.waitBetweenMinutes)],
      },
      exam.attempts,
    ),
  ]
}
