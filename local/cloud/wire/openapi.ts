import * as protobuf from 'protobufjs'
import { LOCAL_APPID } from '../functions/caller'
import type { CloudOptions } from '../options'
import type { PhoneCodes } from './phone-codes'
import { codeContent, qrPng } from './qr-code'
import { wrongWith } from './subscription'

export { codeContent, qrPng }

// The channel of cloud calls, as wx-server-sdk 4.0.2 writes and reads it.
const { root } = protobuf.parse(`syntax = "proto3";
message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6; }
message OpenApiData { repeated Pair pairs = 1; }
message Pair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; int32 svrkitErrorCode = 6; }
`)
const Request = root.lookupType('CommApiData')
const Response = root.lookupType('CommOpenApiResp')

/** Codes of the platform. */
const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101
const PHONE_CODE_INVALID = 40029
const SCENE_INVALID = 40169
const SCENE_CHARACTERS = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/

export interface SentMessage {
  api: string
  args: Record<string, unknown>
  at: number
}

type Api = (args: Record<string, unknown>) => Buffer

interface Given {
  codes: PhoneCodes
  now(): number
  /** What a function's config.json lets it call. */
  allowedTo(functionName: string): readonly string[]
  templates: NonNullable<CloudOptions['templates']>
}

export class OpenApi {
  /** Messages that would have been sent to a trainee's WeChat. */
  readonly outbox: SentMessage[] = []

  private readonly apis: Record<string, Api> = {
    'wxacode.getUnlimited': (args) => this.qrCode(args),
    'subscribeMessage.send': (args) => this.subscribeMessage(args),
    'phonenumber.getPhoneNumber': (args) => this.phoneNumber(args),
  }

  constructor(private readonly given: Given) {}

  /** Answers one cloud call: protobuf in, protobuf out. A call of no function is this process's own, and may all. */
  answer(name: string, raw: Buffer, functionName: string | undefined): Buffer {
    const api = this.apis[name]
    if (!api) return reply({ errorCode: API_NOT_FOUND })
    if (functionName !== undefined && !this.given.allowedTo(functionName).includes(name))
      return reply({ errorCode: NO_PERMISSION })
    return api(argsOf(raw))
  }

  private qrCode({ scene, page }: Record<string, unknown>): Buffer {
    if (typeof scene !== 'string' || !SCENE_CHARACTERS.test(scene))
      return json({
        errcode: SCENE_INVALID,
        errmsg: 'invalid length for scene, or the data is not json string',
      })
    return reply({ contentType: 'image/png', respData: qrPng(codeContent(scene, String(page ?? ''))) })
  }

  private subscribeMessage(args: Record<string, unknown>): Buffer {
    const wrong = wrongWith(args, this.given.templates)
    if (wrong) return json(wrong)
    this.outbox.push({ api: 'subscribeMessage.send', args, at: this.given.now() })
    return json({ errcode: 0, errmsg: 'ok', msgid: this.outbox.length })
  }

  private phoneNumber({ code }: Record<string, unknown>): Buffer {
    const phoneNumber = this.given.codes.exchange(String(code ?? ''))
    if (phoneNumber === null) return json({ errcode: PHONE_CODE_INVALID, errmsg: 'invalid code' })
    const watermark = { timestamp: Math.floor(this.given.now() / 1000), appid: LOCAL_APPID }
    const phone_info = { phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86', watermark }
    return json({ errcode: 0, errmsg: 'ok', phone_info })
  }
}

interface Pair {
  key: string
  value: Uint8Array
  contenttype?: string
  filename?: string
}

/** Files come as bytes, everything else as JSON. */
function argsOf(raw: Buffer): Record<string, unknown> {
  const { openapiData } = Request.toObject(Request.decode(raw)) as { openapiData?: { pairs?: Pair[] } }
  const pairs = openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value, filename, contenttype }) => [
      key,
      filename || contenttype ? value : (JSON.parse(Buffer.from(value).toString()) as unknown),
    ]),
  )
}

const reply = (message: object): Buffer => Buffer.from(Response.encode(Response.create(message)).finish())
const json = (value: object): Buffer =>
  reply({ contentType: 'application/json; charset=utf-8', respData: Buffer.from(JSON.stringify(value)) })
