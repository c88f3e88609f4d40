// What a person reads of whose account is theirs: confirmed by the unit, about to move, or not moved after all.
import type { ActPayloads } from '../kernel/acts'
import { because, ME, plain, type Told } from './inbox/told'

export function bindingDecided(verified: boolean, text: string): Told {
  return {
    title: verified ? '单位核对通过' : '单位对你的登记有疑问',
    text: `${text}。`,
    place: { page: verified ? 'home' : 'me' },
    subscription: {
      template: 'binding-decided',
      data: { result: verified ? '核对通过' : '需要更正', note: text },
      page: ME,
    },
  }
}

const STOP_IT = '不是本人换微信，请打开提出异议'

/** To the account that is still the person's: whoever holds it can stop what is not theirs. */
export function bindingMoving({ orgName, movesOn, reason }: ActPayloads['binding-moving']): Told {
  return {
    title: '你的登记将改绑到另一个微信',
    text: `${orgName}核对后同意了改绑，${movesOn}以后生效。${because(reason)}如果不是你本人换了微信，请在那之前点这里提出异议。`,
    place: { page: 'rebind' },
    subscription: { template: 'binding-decided', data: { result: '将要改绑', note: STOP_IT }, page: ME },
  }
}

/** To the same account, which was told the day. */
export const rebindLapsed = ({ orgName, reason }: ActPayloads['rebind-lapsed']): Told =>
  plain('你的微信没有改绑', `${orgName}同意过的改绑没有生效。${because(reason)}登记仍在这个微信。`, {
    page: 'me',
  })
