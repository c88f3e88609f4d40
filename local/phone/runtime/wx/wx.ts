import { BUILTIN_TAGS } from '../../builtin-tags'
import { problem } from '../record'
import { accountApi } from './account'
import { ApiFailure, asyncApi } from './async-api'
import { cloudApi } from './cloud'
import { deviceApi } from './device'
import { filesApi } from './files'
import { interactionApi } from './interaction'
import { mediaApi } from './media'
import { navigationApi } from './navigation'
import { nodesApi } from './nodes'
import { privacyApi } from './privacy'
import { requestApi } from './request'
import { scanApi } from './scan'
import { storageApi } from './storage'
import { systemApi } from './system'

function unknownApi(name: string): unknown {
  const complaint = `wx.${name} is not known to this phone`
  if (/^(on|off)[A-Z]/.test(name) || /Sync$/.test(name) || /^create[A-Z]/.test(name)) {
    return () => {
      problem(complaint)
      throw new Error(complaint)
    }
  }
  return asyncApi(name, () => {
    problem(complaint)
    throw new ApiFailure('not supported')
  })
}

/** An object that complains by name when something it does not have is called, not when it is looked at. */
function loudly<Api extends object>(api: Api, prefix = ''): Api {
  const invented = new Map<string, unknown>()
  return new Proxy(api, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key)
      if (!/^[a-z][A-Za-z0-9]+$/.test(key) || key === 'webpackJsonp' || key === 'then') return undefined
      if (!invented.has(key)) invented.set(key, unknownApi(prefix + key))
      return invented.get(key)
    },
  })
}

const known = {
  ...systemApi,
  ...storageApi,
  ...navigationApi,
  ...interactionApi,
  ...accountApi,
  ...privacyApi,
  ...scanApi,
  ...filesApi,
  ...mediaApi,
  ...nodesApi,
  ...deviceApi,
  ...requestApi,
  cloud: loudly(cloudApi, 'cloud.'),
}

/** "showToast.object.image", "button.open-type": only the first name is checked, the rest is assumed. */
function canIUse(schema: string): boolean {
  const [name = ''] = schema.split('.')
  return name in known || BUILTIN_TAGS.has(name)
}

export const wx = loudly({ ...known, canIUse })
