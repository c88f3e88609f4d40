import type { PersonDocument } from '../../people/documents'
import type { CourseDocument } from '../course/documents'

/** Where the sittings of a number with a bank are counted. */
export const triesIdOf = (
  { idNumberHash }: Pick<PersonDocument, 'idNumberHash'>,
  { bankId }: Pick<CourseDocument, 'bankId'>,
): string => `${idNumberHash}:${bankId}`
