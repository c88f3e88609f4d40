import { checkCharacterOf } from '../../domain/identity/id-number'

/** Area 990101 does not exist; the rest of the number is as GB 11643 wants it, check character included. */
export const idNumberOf = (birthday: string, sequence: string): string => {
  const seventeen = `990101${birthday}${sequence}`
  return seventeen + checkCharacterOf(seventeen)
}
