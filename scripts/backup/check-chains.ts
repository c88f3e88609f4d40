// The ledger: each account with its entries and the certificates that rest on it.
import { isDeepStrictEqual } from 'node:util'
import type { Portions } from '../../domain/ledger/account'
import type { Entry } from '../../domain/ledger/entry'
import { type Broken, firstBreak, replay } from '../../domain/ledger/replay'
import type { Category } from '../../domain/policy/pack'
import type { AccountDocument, EntryDocument } from '../../server/books/hours/documents'
import { Faults, type Finding } from './findings'
import { grouped } from './grouped'
import type { KeptBackup } from './kept-backup'

interface AccountFacts {
  kind: 'account'
  sequence: number
  headHash: string
  portions: Readonly<Record<Category, Portions>>
}

interface EntryFacts {
  kind: 'entry'
  entry: Entry
}

interface CertificateFacts {
  kind: 'certificate'
  number: string
  sequence: number
  headHash: string
}

type OfAccount = AccountFacts | EntryFacts | CertificateFacts

export async function checkChains(backup: KeptBackup): Promise<Finding> {
  const faults = new Faults()
  const [accounts, entries] = [backup.count('accounts'), backup.count('entries')]
  const expected = accounts + entries + backup.count('certificates')
  for await (const groups of grouped(factsOf(backup), expected))
    for (const [accountId, facts] of groups)
      for (const fault of faultsOf(facts)) faults.add(`账户 ${accountId} ${fault}`)
  return faults.found('学时账本', `${accounts} 个账户，${entries} 条学时记录`)
}

async function* factsOf({ read }: KeptBackup): AsyncGenerator<[string, OfAccount], void, undefined> {
  for await (const account of read('accounts')) yield [account._id, accountFacts(account)]
  for await (const entry of read('entries')) yield [entry.accountId, { kind: 'entry', entry: entryOf(entry) }]
  for await (const { _id, accountId, accountSequence, accountHeadHash } of read('certificates'))
    yield [
      accountId,
      { kind: 'certificate', number: _id, sequence: accountSequence, headHash: accountHeadHash },
    ]
}

const accountFacts = ({ sequence, headHash, portions }: AccountDocument): AccountFacts => ({
  kind: 'account',
  sequence,
  headHash,
  portions,
})

/** What the chain is made of, without the facts that tell of a person. */
function entryOf({ _id, facts: _told, accountId: _of, version: _n, ...entry }: EntryDocument): Entry {
  return { ...entry, id: _id }
}

function faultsOf(facts: readonly OfAccount[]): string[] {
  const account = facts.find((each) => each.kind === 'account')
  const entries = facts
    .flatMap((each) => (each.kind === 'entry' ? [each.entry] : []))
    .sort((a, b) => a.sequence - b.sequence)
  const certificates = facts.flatMap((each) => (each.kind === 'certificate' ? [each] : []))
  if (!account) return [`不在，但有 ${entries.length} 条学时记录、${certificates.length} 张证书指着它`]
  const broken = firstBreak(entries)
  if (broken) return [wordsOf(broken)]
  const { sequence, headHash, portions } = replay(entries)
  return [
    ...(account.sequence === sequence ? [] : [`记到第 ${account.sequence} 条，学时记录有 ${sequence} 条`]),
    ...(account.headHash === headHash ? [] : ['的链尾和最后一条学时记录对不上']),
    ...(isDeepStrictEqual(account.portions, portions) ? [] : ['的学时合计和学时记录加出来的不一样']),
    ...certificates
      .filter((each) => entries[each.sequence - 1]?.hash !== each.headHash)
      .map(({ number }) => `的链上找不到证书 ${number} 依据的那一条`),
  ]
}

const wordsOf = (broken: Broken): string =>
  broken.reason === 'sequence'
    ? `缺第 ${broken.expected} 条学时记录`
    : `的链断在第 ${broken.sequence} 条学时记录：${broken.reason === 'link' ? '和前一条接不上' : '内容变了'}`
