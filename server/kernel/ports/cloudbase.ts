import { randomBytes, randomInt } from 'node:crypto'
import cloud from 'wx-server-sdk'
import type { Instant } from '../../../domain/kernel/instant'
import { type Config, isTimersMark } from '../config'
import type { Dice, Message, Ports } from './port'

/** Long enough to begin to read what a function reads itself. */
const OWN_READ_SECONDS = 60

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
export const isTimerRun = (): boolean => isTimersMark() && callerOpenid() === ''

export function cloudbasePorts({ secrets, templates, ...config }: Config): Ports {
  return {
    ...config,
    secrets,
    phone: { exchange: exchangePhoneCode },
    qrCode: { unitCode },
    files: { temporaryUrl, read, keep, remove },
    messages: { send, templates },
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

async function temporaryUrl(
  fileId: string,
  ageSeconds: number,
): Promise<{ url: string; expiresAt: Instant }> {
  const expiresAt = (Date.now() + ageSeconds * 1000) as Instant
  const url = await addressOf(fileId, ageSeconds)
  if (!url) throw new Error(`no address for ${fileId}`)
  return { url, expiresAt }
}

/** Null where there is no such file. A file's id alone would be asked for the platform's default, a day. */
async function addressOf(fileID: string, maxAge: number): Promise<string | null> {
  const { fileList } = (await cloud.getTempFileURL({ fileList: [{ fileID, maxAge }] })) as {
    fileList: { tempFileURL?: string }[]
  }
  return fileList[0]?.tempFileURL || null
}

/** Read as a stream that can be aborted, because a phone's file may be larger than this function's memory. */
async function read(fileId: string, mostBytes: number): Promise<Uint8Array | null> {
  const url = await addressOf(fileId, OWN_READ_SECONDS)
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

async function send({ openid, templateId, data, page }: Message): Promise<void> {
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }]))
  await openapi().subscribeMessage.send({ touser: openid, templateId, data: values, page })
}
