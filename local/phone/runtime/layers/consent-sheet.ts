import { element } from '../dom'
import { facts } from '../program'
import { openLayer } from './layer'

interface ConsentText {
  title: string
  words: string
  field?: { label: string; value: string }
  refuse: string
  allow: string
}

/** WeChat's sheet from the bottom that asks before a program is given something; null means refused. */
function ask(text: ConsentText): Promise<string | null> {
  return new Promise((resolve) => {
    const field = text.field ? element('input', { className: 'dialog-field', label: text.field.label }) : null
    if (field && text.field) {
      field.value = text.field.value
      field.inputMode = 'tel'
    }
    const answer = (allowed: boolean) => () => {
      layer.close()
      resolve(allowed ? (field?.value.trim() ?? '') : null)
    }
    const sheet = element('div', { className: 'phone-sheet consent', role: 'dialog' }, [
      element('b', { text: text.title }),
      element('p', { text: text.words }),
      field,
      element('div', { className: 'consent-buttons' }, [
        element('button', { className: 'cancel', text: text.refuse, onTap: answer(false) }),
        element('button', { className: 'confirm', text: text.allow, onTap: answer(true) }),
      ]),
    ])
    const layer = openLayer('covering', sheet)
  })
}

const programName = (): string => String(facts.app.window?.navigationBarTitleText ?? '') || '小程序'

export const askForPhoneNumber = (suggested: string): Promise<string | null> =>
  ask({
    title: '申请获取并验证你的手机号',
    words: `${programName()} 将获得下面这个号码（可改成任意号码来试）`,
    field: { label: '手机号', value: suggested },
    refuse: '不允许',
    allow: '允许',
  })

export const askForPrivacy = async (): Promise<boolean> => {
  const answer = await ask({
    title: '用户隐私保护提示',
    words: `使用前请阅读《${programName()}隐私保护指引》。点“同意”即表示你已知悉并同意。`,
    refuse: '拒绝',
    allow: '同意',
  })
  return answer !== null
}
