import type { Document } from './document'

interface Version {
  /** The commit that replaced it. */
  replacedAt: number
  document: Document | null
}

/** Forgetting walks everything that is kept, so it is not done at each chance. */
const FORGET_ABOVE = 1000

/**
 * Versions that commits replaced while transactions are open: a transaction sees documents as they were when
 * it began.
 */
export class PastVersions {
  private readonly versions = new Map<string, Version[]>()
  private count = 0

  keep(key: string, version: Version): void {
    const list = this.versions.get(key) ?? []
    list.push(version)
    this.versions.set(key, list)
    this.count += 1
  }

  /** The version under the key at that commit; undefined where it has not changed since. */
  at(key: string, commit: number): Version | undefined {
    return this.versions.get(key)?.find(({ replacedAt }) => replacedAt > commit)
  }

  /** Drops versions replaced at or before that commit, which no open transaction can read; null drops all. */
  forget(commit: number | null): void {
    if (commit === null) {
      this.versions.clear()
      this.count = 0
    } else if (this.count > FORGET_ABOVE) this.forgetUpTo(commit)
  }

  private forgetUpTo(commit: number): void {
    this.count = 0
    for (const [key, list] of this.versions) {
      const left = list.filter(({ replacedAt }) => replacedAt > commit)
      this.count += left.length
      if (left.length > 0) this.versions.set(key, left)
      else this.versions.delete(key)
    }
  }
}
