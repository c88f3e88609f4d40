import { PNG } from 'pngjs'
import * as protobuf from 'protobufjs'
import { encode as encodeQr } from 'uqr'

// The channel of cloud calls, as wx-server-sdk writes and reads it (PLATFORM facts in docs/decisions.md).
const { root } = protobuf.parse(`syntax = "proto3";
message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6; }
message OpenApiData { repeated Pair pairs = 1; }
message Pair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; int32 svrkitErrorCode = 6; }
`)
const Request = root.lookupType('CommApiData')
const Response = root.lookupType('CommOpenApiResp')

const API_NOT_FOUND = -604100
const MODULE_PX = 8
const QUIET_MODULES = 4

export interface SentMessage {
  api: string
  args: Record<string, unknown>
  at: number
}

/** Codes as the phone-number button gives them: each names one number, once, for five minutes. */
export class PhoneCodes {
  private readonly numbers = new Map<string, { phoneNumber: string; until: number }>()
  private issued = 0

  constructor(private readonly now: () => number) {}

  issue(phoneNumber: string): string {
    this.issued += 1
    const code = `local-phone-${this.issued}-${this.now().toString(36)}`
    this.numbers.set(code, { phoneNumber, until: this.now() + 300_000 })
    return code
  }

  exchange(code: string): string | null {
    const found = this.numbers.get(code)
    this.numbers.delete(code)
    return found && found.until > this.now() ? found.phoneNumber : null
  }
}

export class OpenApi {
  readonly outbox: SentMessage[] = []

  constructor(
    private readonly codes: PhoneCodes,
    private readonly now: () => number,
  ) {}

  /** Answers one cloud call: protobuf in, protobuf out. */
  answer(api: string, raw: Buffer): Buffer {
    const { openapiData } = Request.toObject(Request.decode(raw)) as {
      openapiData?: { pairs?: { key: string; value: Uint8Array; contenttype?: string; filename?: string }[] }
    }
    const args = Object.fromEntries(
      (openapiData?.pairs ?? []).map(({ key, value, filename }) => [
        key,
        filename ? value : JSON.parse(Buffer.from(value).toString()),
      ]),
    ) as Record<string, unknown>
    switch (api) {
      case 'wxacode.getUnlimited':
        return this.qrCode(args)
      case 'subscribeMessage.send':
        this.outbox.push({ api, args, at: this.now() })
        return json({ errcode: 0, errmsg: 'ok', msgid: this.outbox.length })
      case 'phonenumber.getPhoneNumber':
        return this.phoneNumber(String(args.code ?? ''))
      default:
        return reply({ errorCode: API_NOT_FOUND })
    }
  }

  private phoneNumber(code: string): Buffer {
    const phoneNumber = this.codes.exchange(code)
    if (!phoneNumber) return json({ errcode: 40029, errmsg: 'invalid code' })
    const watermark = { timestamp: Math.floor(this.now() / 1000), appid: 'wx-local' }
    return json({
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86', watermark },
    })
  }

  private qrCode({ scene, page }: Record<string, unknown>): Buffer {
    // 32 visible characters, and none that would need a percent sign.
    if (typeof scene !== 'string' || !/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/.test(scene)) {
      return json({ errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' })
    }
    return reply({ contentType: 'image/png', respData: qrPng(codeContent(scene, String(page ?? ''))) })
  }
}

/** What a local code says when it is read: the real one opens WeChat, this one names what it would open. */
export const codeContent = (scene: string, page: string): string =>
  `https://local.invalid/q?page=${encodeURIComponent(page)}&scene=${encodeURIComponent(scene)}`

export function qrPng(text: string): Buffer {
  const { data, size } = encodeQr(text, { ecc: 'M', border: QUIET_MODULES })
  const png = new PNG({ width: size * MODULE_PX, height: size * MODULE_PX })
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const dark = data[Math.floor(y / MODULE_PX)]?.[Math.floor(x / MODULE_PX)] ?? false
      png.data.fill(dark ? 0 : 255, (y * png.width + x) * 4, (y * png.width + x) * 4 + 3)
      png.data[(y * png.width + x) * 4 + 3] = 255
    }
  }
  return PNG.sync.write(png)
}

const reply = (message: object): Buffer => Buffer.from(Response.encode(Response.create(message)).finish())
const json = (value: object): Buffer =>
  reply({ contentType: 'application/json; charset=utf-8', respData: Buffer.from(JSON.stringify(value)) })
