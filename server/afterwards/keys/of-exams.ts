import { seal, unseal } from '../../kernel/ports/sealing'
import type { ExamTriesDocument } from '../../learning/exam/documents'
import { inTries } from '../../learning/exam/tries'
import { hashesOfNumber } from '../../people/number-hashes'
import { isStaleHash, isStaleSeal, moved, type Needs, numberBehind, type Stage } from './written-anew'

/** Sittings outlast the account, and so their count goes by the number that is sealed beside it. */
export const examTries: Stage<'exam-tries'> = {
  collection: 'exam-tries',
  isStale: ({ idNumberHash, idNumber }, needs) =>
    isStaleHash(idNumberHash, needs) || isStaleSeal(idNumber, needs),
  async anew(needs, { _id, ...seen }) {
    const { store, ports, dice } = needs
    const idNumber = await numberOf(needs, { _id, ...seen })
    if (idNumber === '') return 'left'
    const [hash] = hashesOfNumber(idNumber, ports.secrets)
    const id = `${hash}${_id.slice(seen.idNumberHash.length)}`
    return store.transact(async (tx) => {
      const tries = await tx.get('exam-tries', _id)
      if (!tries) return 'unchanged'
      const there = id === _id ? null : await tx.get('exam-tries', id)
      const number = seal(idNumber, inTries({ _id: id }), ports.secrets, dice)
      const after = {
        _id: id,
        idNumberHash: hash,
        idNumber: number,
        attempts: Math.max(tries.attempts, there?.attempts ?? 0),
        papers: [...tries.papers, ...(there?.papers ?? [])],
      }
      return moved(tx, 'exam-tries', { before: tries, there, after })
    })
  },
}

const numberOf = async (needs: Needs, tries: ExamTriesDocument): Promise<string> =>
  tries.idNumber && tries.idNumber.cipher !== ''
    ? unseal(tries.idNumber, inTries(tries), needs.ports.secrets)
    : numberBehind(needs, tries.idNumberHash)
