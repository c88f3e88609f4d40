import type { VerifyingKey } from '../../server/kernel/ports/port'
import type { CollectionList } from '../../server/kernel/store/collections'
import { checkCertificates } from './check-certificates'
import { checkChains } from './check-chains'
import { checkCollections } from './check-collections'
import { checkReferences } from './check-references'
import { type Difference, differences, documentsOf } from './compare'
import { Faults, type Finding, notChecked, remark } from './findings'
import { type KeptBackup, keptBackup } from './kept-backup'
import { type Manifest, readManifest } from './manifest'
import { CollectionMissing, type DocumentStore, Undone } from './port'
import { brokenFiles } from './whole'

export interface Verifying {
  dir: string
  list: CollectionList
  /** Given from elsewhere; else those that the backup brought. */
  publicKeys: readonly VerifyingKey[] | null
  /** An environment that must hold the same documents, and its name. */
  against: { store: Pick<DocumentStore, 'page'>; name: string } | null
  say(line: string): void
}

/** Everything that was looked at, in the order of the table. What stands in damaged files is not judged. */
export async function verify(work: Verifying): Promise<Finding[]> {
  const manifest = manifestOf(work.dir)
  if (manifest instanceof Undone) return [faulty('清单', manifest.message)]
  work.say('核对文件……')
  const broken = await brokenFiles(work.dir, manifest)
  const findings = [remarkOnManifest(manifest), momentOf(manifest), filesFinding(manifest, broken)]
  if (broken.length > 0) return [...findings, notChecked('内容', '文件不完好，里面的内容没有查')]
  const backup = keptBackup(work.dir, manifest, work.list)
  const keys = work.publicKeys ?? (manifest.publicKeys as readonly VerifyingKey[] | null)
  for (const check of [
    () => checkCollections(backup),
    () => checkChains(backup),
    () => checkCertificates(backup, keys),
    () => checkReferences(backup),
    () => compared(backup, work),
  ]) {
    const finding = await check()
    if (finding === null) continue
    work.say(`查过：${finding.check}`)
    findings.push(finding)
  }
  return findings
}

export const isFaulty = (findings: readonly Finding[]): boolean =>
  findings.some(({ state }) => state === 'faulty')

function manifestOf(dir: string): Manifest | Undone {
  try {
    return readManifest(dir)
  } catch (error) {
    if (error instanceof Undone) return error
    throw error
  }
}

function faulty(check: string, fault: string): Finding {
  const faults = new Faults()
  faults.add(fault)
  return faults.found(check, '')
}

function remarkOnManifest({ environment, endedAt, program, digest }: Manifest): Finding {
  const { version, gitId } = program
  const by = `程序 ${version}${gitId ? `（${gitId.slice(0, 7)}）` : ''}`
  return new Faults().found('清单', `环境 ${environment}，${endedAt} 做完，${by}，摘要 ${digest}`)
}

const momentOf = ({ stoodAt, moving }: Manifest): Finding =>
  stoodAt === null
    ? remark('时刻', `备份时 ${moving.join('、')} 一直在变，各集合不是同一时刻的`)
    : new Faults().found('时刻', `所有文档都是 ${stoodAt} 时的样子`)

function filesFinding({ collections, files }: Manifest, broken: readonly string[]): Finding {
  const faults = new Faults()
  for (const fault of broken) faults.add(fault)
  const parts = Object.values(collections).flatMap((each) => each.files)
  const storage = `云存储文件 ${files.listed} 个，只列名${files.digested ? `和摘要，${files.missing} 个已不在` : ''}`
  return faults.found('文件', `${parts.length} 个；${storage}`)
}

const WORDS: Record<Difference, string> = {
  missing: '环境里没有',
  extra: '备份里没有',
  different: '两边不一样',
}

async function compared(backup: KeptBackup, { against }: Verifying): Promise<Finding | null> {
  if (against === null) return null
  const faults = new Faults()
  let documents = 0
  for (const name of Object.keys(backup.list)) {
    documents += backup.count(name)
    try {
      for await (const [difference, id] of differences(backup.stored(name), documentsOf(against.store, name)))
        faults.add(`${name}/${id} ${WORDS[difference]}`)
    } catch (error) {
      if (!(error instanceof CollectionMissing)) throw error
      faults.add(`环境里没有集合 ${name}`)
    }
  }
  return faults.found(`与 ${against.name} 比`, `逐条比过 ${documents} 条`)
}
