// Tests of the wire itself have no say about mutants tried in this process.
const LEFT_OUT = [
  'whose answer was lost after the commit is sent again, and counts once',
  'handed in, the answer lost after the commit, and handed in three times at once: one entry',
  'a run that dies in the middle is taken up where it was, and no hour counts twice',
  'a step that dies in the middle is taken again, and each line is written once',
  // Twenty megabytes over the wire, which a busy machine breaks off.
  'over 20 MB',
]

const all = globalThis.test
const isLeftOut = (row) => LEFT_OUT.includes(Array.isArray(row) ? row[0] : row)
globalThis.test = Object.assign(
  (name, ...rest) => (LEFT_OUT.includes(name) ? all.skip : all)(name, ...rest),
  all,
  {
    each: (table, ...rest) =>
      all.each(rest.length > 0 ? table : table.filter((row) => !isLeftOut(row)), ...rest),
  },
)
