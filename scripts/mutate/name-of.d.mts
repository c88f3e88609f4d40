import type { Mutant } from '@stryker-mutator/api/core'

export function nameOf(mutant: Pick<Mutant, 'fileName' | 'location' | 'mutatorName' | 'replacement'>): string
