/** The name that tells one mutant from every other, listed in any order; the file is named from the root. */
export const nameOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join(':')
