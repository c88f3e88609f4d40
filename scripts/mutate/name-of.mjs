/** What tells one mutant from every other, in whatever order they are listed; the file is named from the root. */
export const nameOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join(':')
