/**
 * WXS is not JavaScript in two places that real components depend on: `x.constructor` is the name of the
 * type, not a function, and a string given to `getRegExp` keeps its backslashes.
 */
export function wxsToJs(source: string): string {
  return source
    .replace(/([\w$]+(?:\.[\w$]+|\[[^\]]*\])*)\.constructor\b/g, '__wxsConstructor($1)')
    .replace(
      /getRegExp\(\s*(['"])(.*?)\1/g,
      (_, quote: string, pattern: string) => `getRegExp(${quote}${keepBackslashes(pattern)}${quote}`,
    )
}

const keepBackslashes = (pattern: string) => pattern.replace(/\\\\|\\(?=[dDwWsSbB.])/g, '\\\\')
