import { randomBytes, randomInt } from 'node:crypto'
import cloud from 'wx-server-sdk'
import type { Instant } from '../../../domain/kernel/instant'
import { isRegion, REGIONS, type Region } from '../../../domain/kernel/regions'
import type { Dice, Ports, Secrets } from './port'

const URL_AGE_SECONDS = 7200

export const nodeDice: Dice = {
  integerBelow: (below) => randomInt(below),
  bytes: (count) => randomBytes(count),
}

/** From the platform; set for each call, so read at each call. */
export const callerOpenid = (): string => {
  const { OPENID } = cloud.getWXContext() as { OPENID?: unknown }
  return typeof OPENID === 'string' ? OPENID : ''
}

/** A timer's run has no caller and this mark in its environment; an event cannot forge it. */
export const isTimerRun = (): boolean => process.env.TRIGGER_SRC === 'timer' && callerOpenid() === ''

export function cloudbasePorts(): Ports {
  return {
    secrets: secretsFrom(process.env),
    phone: { exchange: exchangePhoneCode },
    qrCode: { unitCode },
    files: { temporaryUrl, read, keep, remove },
    messages: {
      send,
      templateIds: JSON.parse(process.env.XUESHI_TEMPLATES || '{}') as Record<string, string>,
    },
    publicOrigin: process.env.XUESHI_PUBLIC_ORIGIN ?? '',
    sampleContent: process.env.XUESHI_SAMPLES === 'allowed' ? 'allowed' : 'refused',
    homeRegion: regionFrom(process.env.XUESHI_HOME_REGION),
  }
}

/** Shaanxi where nothing is set: the entry is its 陕西12333. A name that is no region stops the function at once. */
function regionFrom(name: string | undefined): Region {
  if (name === undefined || name === '') return 'shaanxi'
  if (!isRegion(name)) throw new Error(`XUESHI_HOME_REGION is none of ${REGIONS.join(', ')}: ${name}`)
  return name
}

/** Throws where a key is missing: a function without its keys must not start to write. */
export function secretsFrom(env: NodeJS.ProcessEnv): Secrets {
  const { XUESHI_ID_KEYS, XUESHI_INDEX_KEY, XUESHI_SIGN_KEY, XUESHI_SIGN_PUBLIC_KEY } = env
  if (!XUESHI_ID_KEYS || !XUESHI_INDEX_KEY || !XUESHI_SIGN_KEY || !XUESHI_SIGN_PUBLIC_KEY) {
    throw new Error(
      'XUESHI_ID_KEYS, XUESHI_INDEX_KEY, XUESHI_SIGN_KEY and XUESHI_SIGN_PUBLIC_KEY must be set',
    )
  }
  return {
    idNumberKeys: JSON.parse(XUESHI_ID_KEYS) as Secrets['idNumberKeys'],
    indexKey: XUESHI_INDEX_KEY,
    signing: { privateKeyHex: XUESHI_SIGN_KEY, publicKeyHex: XUESHI_SIGN_PUBLIC_KEY, keyId: 1 },
  }
}

interface OpenApi {
  phonenumber: {
    getPhoneNumber(given: { code: string }): Promise<{ phoneInfo?: { purePhoneNumber?: string } }>
  }
  wxacode: {
    getUnlimited(given: { scene: string; page: string; checkPath: boolean }): Promise<{ buffer: Buffer }>
  }
  subscribeMessage: { send(given: object): Promise<unknown> }
}

const openapi = (): OpenApi => cloud.openapi as unknown as OpenApi

async function exchangePhoneCode(code: string): Promise<string | null> {
  try {
    const { phoneInfo } = await openapi().phonenumber.getPhoneNumber({ code })
    return phoneInfo?.purePhoneNumber ?? null
  } catch (error) {
    // 40029: the code is unknown, too old, or was used.
    if (/40029|invalid code/i.test(error instanceof Error ? error.message : JSON.stringify(error)))
      return null
    throw error
  }
}

const unitCode = async (scene: string, page: string): Promise<Uint8Array> =>
  (await openapi().wxacode.getUnlimited({ scene, page, checkPath: false })).buffer

async function temporaryUrl(fileId: string): Promise<{ url: string; expiresAt: Instant }> {
  const expiresAt = (Date.now() + URL_AGE_SECONDS * 1000) as Instant
  const { fileList } = (await cloud.getTempFileURL({ fileList: [fileId] })) as {
    fileList: { tempFileURL: string }[]
  }
  const url = fileList[0]?.tempFileURL
  if (!url) throw new Error(`no address for ${fileId}`)
  return { url, expiresAt }
}

/** Read as a stream that can be aborted, because a phone's file may be larger than this function's memory. */
async function read(fileId: string, mostBytes: number): Promise<Uint8Array | null> {
  const { fileList } = (await cloud.getTempFileURL({ fileList: [fileId] })) as {
    fileList: { tempFileURL?: string }[]
  }
  const url = fileList[0]?.tempFileURL
  if (!url) return null
  const response = await fetch(url)
  if (!response.ok || !response.body) return null
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  for (let bytes = 0; bytes < mostBytes; ) {
    const { value } = await reader.read()
    if (!value) break
    chunks.push(value)
    bytes += value.length
  }
  await reader.cancel()
  return Buffer.concat(chunks).subarray(0, mostBytes)
}

async function keep(path: string, bytes: Uint8Array): Promise<string> {
  const { fileID } = (await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) })) as {
    fileID: string
  }
  return fileID
}

async function remove(fileId: string): Promise<void> {
  await cloud.deleteFile({ fileList: [fileId] })
}

async function send({
  openid,
  template,
  data,
  page,
}: {
  openid: string
  template: string
  data: Record<string, string>
  page: string
}): Promise<void> {
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }]))
  await openapi().subscribeMessage.send({ touser: openid, templateId: template, data: values, page })
}
