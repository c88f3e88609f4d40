import { formatHours, hundredths } from '../../../domain/kernel/hours'
import { HOME, type Told } from './told'

/** The reminder of the hours that a trainee still misses before one of the notice's dates. */
export function remindTrainee(facts: {
  label: string
  day: string
  daysLeft: number
  year: number
  missingPublic: number
  missingProfessional: number
  names: { public: string; professional: string; hour: string }
}): Told {
  const { names, missingPublic, missingProfessional } = facts
  const parts = [
    missingPublic > 0 ? `${formatHours(hundredths(missingPublic))} ${names.hour}${names.public}` : '',
    missingProfessional > 0
      ? `${formatHours(hundredths(missingProfessional))} ${names.hour}${names.professional}`
      : '',
  ].filter((part) => part !== '')
  const text = `${facts.year} 年还差 ${parts.join('、')}，${facts.day}前完成。`
  return {
    title: `${facts.label}还有 ${facts.daysLeft} 天`,
    text,
    place: { page: 'home' },
    subscription: {
      template: 'reminder',
      data: { subject: facts.label, note: text },
      page: HOME,
    },
  }
}

/** The reminder to the reviewer who answers for a queue, before one of the notice's dates. */
export function remindReviewer(facts: { label: string; day: string; daysLeft: number; queue: string }): Told {
  const text = `${facts.queue}，${facts.day}前要审完。`
  return {
    title: `${facts.label}还有 ${facts.daysLeft} 天`,
    text,
    place: { page: 'queue' },
    subscription: {
      template: 'reminder',
      data: { subject: facts.label, note: text },
      page: HOME,
    },
  }
}
