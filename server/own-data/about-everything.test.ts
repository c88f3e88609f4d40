// Everything that is kept about a person: exported whole, and after 注销 found nowhere but where a declaration says so.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import sdk from 'wx-server-sdk'
import { plusSeconds } from '../../domain/kernel/instant'
import { type LocalCloud, startCloud } from '../../local/cloud'
import { A_CALL } from '../../tests/harness/a-call'
import { ABOUT, LEAVER } from '../../tests/harness/about-person'
import { UNIT } from '../../tests/harness/about-person/leaver'
import { AUGUST } from '../../tests/harness/ledger'
import { type MemoryStore, memoryStore } from '../../tests/simulation/memory-store'
import { collections, declarations } from '../collections'
import { configHere } from '../kernel/config'
import type { Context } from '../kernel/context'
import { packs } from '../kernel/packs'
import { cloudbasePorts, nodeDice } from '../kernel/ports/cloudbase'
import { type Sealed, seal, unseal } from '../kernel/ports/sealing'
import type { CollectionName, Documents } from '../kernel/store/collections'
import type { Personal } from '../kernel/store/personal'
import type { New, Stored } from '../kernel/store/port'
import { erasePerson } from './erase-person'
import { exportMine } from './export-mine'

const NAMES = Object.keys(collections) as CollectionName[]
/** All that names the person: nothing of it may be left by chance. */
const TELLING = [
  ...[LEAVER.name, LEAVER.idNumber, LEAVER.idNumberMasked, LEAVER.idNumberHash],
  ...[LEAVER.mobile, LEAVER.mobileMasked, LEAVER.openid, LEAVER.formerOpenid],
]

let cloud: LocalCloud
let folder: string
let store: MemoryStore
let ctx: Context
const own = new Map<CollectionName, Stored[]>()

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'xueshi-about-'))
  cloud = await startCloud({
    dataDir: folder,
    functionsDir: path.join(folder, 'functions'),
    collections: declarations,
  })
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  Object.assign(process.env, cloud.env(), {
    XUESHI_ID_KEYS: JSON.stringify({ current: 1, keys: { 1: 'ab'.repeat(16) } }),
    XUESHI_INDEX_KEY: 'cd'.repeat(32),
    XUESHI_SIGN_KEY: privateKey,
    XUESHI_SIGN_PUBLIC_KEY: publicKey,
  })
  // Files are kept by the platform.
  sdk.init({ env: cloud.envId })
  store = memoryStore()
  ctx = {
    call: A_CALL,
    openid: LEAVER.openid,
    now: AUGUST,
    dice: nodeDice,
    store,
    packs,
    ports: cloudbasePorts(configHere()),
  }
  for (const name of NAMES) await fill(name)
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function fill<C extends CollectionName>(name: C): Promise<void> {
  const files: string[] = []
  const about = ABOUT[name]({
    at: AUGUST,
    seal: (text, place) => seal(text, place, ctx.ports.secrets, ctx.dice),
    file: (called) => {
      files.push(called)
      return fileIdOf(called)
    },
  })
  for (const called of files)
    expect(await ctx.ports.files.keep(keyOf(called), Buffer.from(LEAVER.name))).toBe(fileIdOf(called))
  const kept = (documents: New<Documents[C]>[] = []) =>
    Promise.all(documents.map((document) => ctx.store.insert(name, document)))
  own.set(name, await kept(about.own))
  await kept(about.others)
}

const keyOf = (called: string): string => `evidence/${LEAVER.personId}/${called}.jpg`
const fileIdOf = (called: string): string => `cloud://${cloud.envId}.local/${keyOf(called)}`

const personalOf = (name: CollectionName): Personal | null => {
  const { personal } = collections[name]
  return personal === 'none' ? null : (personal as Personal)
}

/** Paths of all texts of a value, through objects and lists. */
function texts(
  value: unknown,
  within: { collection: string; id: string },
  at = '',
): [path: string, text: string][] {
  if (typeof value === 'string') return [[at, value]]
  if (Array.isArray(value)) return value.flatMap((item) => texts(item, within, at))
  if (value === null || typeof value !== 'object') return []
  if ('cipher' in value && 'keyVersion' in value && value.cipher !== '')
    return [[at, unseal(value as Sealed, { ...within, field: at }, ctx.ports.secrets)]]
  return Object.entries(value).flatMap(([key, field]) =>
    texts(field, within, at === '' ? key : `${at}.${key}`),
  )
}

/** The reason that a declaration gives for a text that stays; null where it gives none. */
function reasonToKeep(personal: Personal | null, at: string): string | null {
  if (!personal) return null
  if (typeof personal.onErasure === 'object') return personal.onErasure.kept
  const declared: Readonly<Record<string, unknown>> = {
    ...('fields' in personal ? personal.fields : {}),
    ...('texts' in personal ? personal.texts : {}),
  }
  const fate = declared[at]
  return typeof fate === 'object' && fate !== null && 'kept' in fate ? String(fate.kept) : null
}

test('each collection has a document here, each one about a person a document of theirs', () => {
  for (const name of NAMES) {
    const personal = personalOf(name)
    const exported = personal !== null && 'heading' in personal.exported
    expect([name, exported ? (own.get(name)?.length ?? 0) > 0 : true]).toEqual([name, true])
  }
})

test('the export holds all that is kept about the person, once', async () => {
  const person = await ctx.store.get('persons', LEAVER.personId)
  if (!person) throw new Error('nobody is there')
  const shown = new Map<string, string[]>()
  for (let after: string | undefined; ; ) {
    const page = await exportMine(ctx, person, after)
    for (const { section, document } of page.items)
      shown.set(section, [...(shown.get(section) ?? []), document])
    if (page.next === null) break
    after = page.next
  }
  const headings: string[] = []
  for (const name of NAMES) {
    const personal = personalOf(name)
    if (!personal || 'no' in personal.exported) continue
    const { heading, only, view } = personal.exported
    const documents = shown.get(heading) ?? []
    expect([heading, documents.length]).toEqual([heading, own.get(name)?.length])
    if (!only && !view) for (const { _id } of own.get(name) ?? []) expect(documents.join()).toContain(_id)
    headings.push(heading)
  }
  // No id of anybody else is in it; a name only where a screen tells it: who decided on a claim, kept a line, voided.
  expect([...shown.values()].flat().join('\n')).not.toMatch(/p-officer|p-other/)
  const telling = [...shown].filter(([, documents]) => documents.join().includes('王审核'))
  expect(telling.map(([section]) => section).sort()).toEqual(['作废的学时', '学习档案', '申报'])
  for (const heading of headings) shown.delete(heading)
  expect([...shown.keys()]).toEqual([])
})

test('after 注销 no document and no file tells of the person, but for what a declaration keeps', async () => {
  ctx = { ...ctx, now: plusSeconds(AUGUST, 60) }
  await erasePerson(ctx, LEAVER.personId)
  expect(await ctx.store.get('erasures', LEAVER.personId)).toMatchObject({ state: 'done' })
  const kept = new Set<string>()
  const leaks: string[] = []
  for (const name of NAMES)
    for (const document of store.all(name))
      for (const [at, text] of texts(document, { collection: name, id: document._id })) {
        if (!TELLING.some((telling) => text.includes(telling))) continue
        const reason = reasonToKeep(personalOf(name), at)
        if (reason === null) leaks.push(`${name}/${document._id} ${at}: ${text}`)
        else kept.add(`${name}.${at}：${reason}`)
      }
  expect(leaks).toEqual([])
  expect([...kept].sort()).toMatchInlineSnapshot(`
[
  "certificates.idNumberMasked：证书已签名，姓名在签名里，改了就验不过；持有的人以后还要出示",
  "certificates.name：证书已签名，姓名在签名里，改了就验不过；持有的人以后还要出示",
  "certificates.payload：证书已签名，姓名在签名里，改了就验不过；持有的人以后还要出示",
  "claims.steps.decidedByName：履行职务的人：决定由机构负责，决定人的姓名随决定保存",
  "exam-tries._id：注销再登记不能多考：只写证件号码的摘要、加密的号码（只为更换密钥）和次数",
  "exam-tries.idNumberHash：注销再登记不能多考：只写证件号码的摘要、加密的号码（只为更换密钥）和次数",
  "exam-tries.idNumber：注销再登记不能多考：只写证件号码的摘要、加密的号码（只为更换密钥）和次数",
  "former-persons._id：有诚信记录或被认定虚假的申报时才留：只写身份证号的指纹、加密的号码（只为更换密钥）和从前的随机编号，同一个号码再登记时找得到",
  "former-persons.idNumber：有诚信记录或被认定虚假的申报时才留：只写身份证号的指纹、加密的号码（只为更换密钥）和从前的随机编号，同一个号码再登记时找得到",
  "organisations.decidedByName：履行职务的人：决定由机构负责，决定人的姓名随决定保存",
  "outbox.payload.byName：履行职务的人：决定由机构负责，决定人的姓名随决定保存",
  "outbox.payload.note：事件的原文：办完以后没有人再读，90 天后删除",
  "outbox.payload.title：事件的原文：办完以后没有人再读，90 天后删除",
  "outside-contents.rows：机构签了名的原文：加密保存，是它报过什么的证据",
  "role-holders.grantedByName：履行职务的人：决定由机构负责，决定人的姓名随决定保存",
  "roster-chunks.rows.idNumberHash：名册是单位自己的人员名单，不随个人账号删除",
  "roster-chunks.rows.idNumberMasked：名册是单位自己的人员名单，不随个人账号删除",
  "roster-chunks.rows.mobileMasked：名册是单位自己的人员名单，不随个人账号删除",
  "roster-chunks.rows.name：名册是单位自己的人员名单，不随个人账号删除",
  "roster-imports.fileName：履行职务的记录：哪个单位导入过哪一份名册，导入人只写随机编号",
  "roster-lines._id：名册是单位自己的人员名单，不随个人账号删除；凭它可以重新登记",
  "roster-lines.details.idNumberMasked：名册是单位自己的人员名单，不随个人账号删除；凭它可以重新登记",
  "roster-lines.details.mobileMasked：名册是单位自己的人员名单，不随个人账号删除；凭它可以重新登记",
  "roster-lines.name：名册是单位自己的人员名单，不随个人账号删除；凭它可以重新登记",
  "spot-checks.by.name：履行职务的人：决定由机构负责，决定人的姓名随决定保存",
  "spot-checks.samples.finding.byName：履行职务的人：决定由机构负责，决定人的姓名随决定保存",
  "spot-checks.samples.finding.evidenceNote：抽查当时看到的标题和检查人写下的结论：抽查要能复核",
  "spot-checks.samples.finding.reason：抽查当时看到的标题和检查人写下的结论：抽查要能复核",
  "spot-checks.samples.title：抽查当时看到的标题和检查人写下的结论：抽查要能复核",
  "void-jobs.by.name：履行职务的人：决定由机构负责，决定人的姓名随决定保存",
]
`)
})

test('the files are gone', () => {
  const files = readdirSync(path.join(folder, 'files'), { recursive: true, withFileTypes: true })
  const left = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name))
  expect(left.filter((file) => readFileSync(file, 'utf8').includes(LEAVER.name))).toEqual([])
  expect(left).toEqual([])
})

test('what is left of the person names no unit to which they belonged', async () => {
  expect(JSON.stringify(await store.get('persons', LEAVER.personId))).not.toContain(UNIT.unitId)
})
