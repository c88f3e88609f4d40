import type { IndexFacts } from './manager/port'
import type { Problem } from './problem'

/** One change. Values of variables are in none: what carries it out looks them up. */
export type Step =
  | { do: 'create-collection'; collection: string }
  | { do: 'close-collection'; collection: string; was: string }
  | { do: 'drop-index'; collection: string; index: string }
  | { do: 'create-index'; collection: string; index: IndexFacts }
  | { do: 'set-storage-rule' }
  | { do: 'delete-failed-function'; name: string }
  | { do: 'create-function'; name: string; variables: readonly string[] }
  | { do: 'update-code'; name: string; from: string }
  | { do: 'update-settings'; name: string; changes: readonly string[] }
  | { do: 'publish-version'; name: string; identity: string }
  | { do: 'point-alias'; name: string; from: string }
  | { do: 'delete-timer'; name: string; timer: string }
  | { do: 'create-timer'; name: string; timer: string; at: string }
  | { do: 'permit'; name: string; openapi: readonly string[] }
  | { do: 'create-route' | 'mend-route'; domain: string; path: string; functionName: string }

export interface Difference {
  readonly steps: readonly Step[]
  /** While there is one, nothing is carried out. */
  readonly problems: readonly Problem[]
  /** What is left as it is, and told. */
  readonly notes: readonly string[]
}

export interface Choices {
  /** Whether indexes that nobody declares are dropped. */
  readonly prune: boolean
}

/** A step as somebody reads it before it is carried out. */
export function sentenceOf(step: Step): string {
  switch (step.do) {
    case 'create-collection':
      return `新建集合 ${step.collection}`
    case 'close-collection':
      return `集合 ${step.collection} 只许云函数读写（现为${step.was}）`
    case 'drop-index':
      return `删除集合 ${step.collection} 里没有声明的索引 ${step.index}`
    case 'create-index':
      return `集合 ${step.collection} 建索引 ${step.index.name}（${fieldsOf(step.index)}）`
    case 'set-storage-rule':
      return '云存储：手机只能向 incoming 上传自己的文件，不能读'
    default:
      return sentenceOfFunction(step)
  }
}

type OfFunction = Exclude<Step, { collection: string } | { do: 'set-storage-rule' }>

function sentenceOfFunction(step: OfFunction): string {
  switch (step.do) {
    case 'delete-failed-function':
      return `删除没有创建成功的函数 ${step.name}，重新创建`
    case 'create-function':
      return `新建函数 ${step.name}，环境变量 ${step.variables.join('、') || '无'}`
    case 'update-code':
      return `函数 ${step.name} 更新代码（现为${step.from}）`
    case 'update-settings':
      return `函数 ${step.name} 更新配置：${step.changes.join('；')}`
    case 'publish-version':
      return `函数 ${step.name} 发布新版本`
    case 'point-alias':
      return `函数 ${step.name} 的流量指向这次的版本（现为${step.from}）`
    case 'delete-timer':
      return `函数 ${step.name} 删除触发器 ${step.timer}`
    case 'create-timer':
      return `函数 ${step.name} 新建定时触发器 ${step.timer}（${step.at}）`
    case 'permit':
      return `函数 ${step.name} 的云调用权限改为 ${step.openapi.join('、') || '无'}`
    case 'create-route':
      return `HTTP 访问 ${step.domain}${step.path} 指向函数 ${step.functionName}`
    case 'mend-route':
      return `HTTP 访问 ${step.domain}${step.path} 改为指向函数 ${step.functionName}，不要求登录`
  }
}

const fieldsOf = ({ fields, unique }: IndexFacts): string =>
  `${fields.map(({ path, direction }) => `${path}${direction === 'asc' ? '↑' : '↓'}`).join(' ')}${unique ? '，唯一' : ''}`
