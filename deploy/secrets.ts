// Where secrets come from, and that they go nowhere else.
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Environment, Source } from './environment'
import type { Problem } from './problem'

export interface Surroundings {
  /** The shell's environment. */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** No secret is read from a file inside it. */
  readonly repository: string
}

/** Values, or why there are none. */
export interface Found<T> {
  readonly values: T
  readonly problems: readonly Problem[]
}

/** Group and others. */
const OTHERS = 0o077

/** The value, without the line end of a file. Worked example: a file of mode 644 → a problem, and no value. */
export function secretOf(
  what: string,
  source: Source,
  { variables, repository }: Surroundings,
): string | Problem {
  if ('variable' in source) {
    const value = variables[source.variable]
    return value
      ? value
      : problem('SECRET_MISSING', `没有 ${what}：先在终端里设好变量 ${source.variable}，不要写进任何文件。`)
  }
  const file = path.resolve(source.file.replace(/^~(?=\/)/, variables.HOME ?? '~'))
  if (!path.relative(repository, file).startsWith('..'))
    return problem('SECRET_IN_REPOSITORY', `${what} 的文件在代码库里面；放到代码库外面。`)
  if (!existsSync(file)) return problem('SECRET_MISSING', `没有 ${what}：找不到它的文件。`)
  if ((statSync(file).mode & OTHERS) !== 0)
    return problem('SECRET_READABLE', `${what} 的文件别人也能读；先运行 chmod 600。`)
  return readFileSync(file, 'utf8').trimEnd()
}

const problem = (code: string, sentence: string): Problem => ({ code, sentence })

/** The values of all variables that the environment sets, as its functions are given them. */
export function variablesOf(
  { settings, secrets, publicOrigin }: Environment,
  surroundings: Surroundings,
): Found<Record<string, string>> {
  const values: Record<string, string> = {}
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(settings)) if (value) values[name] = value
  if (publicOrigin !== null) values.XUESHI_PUBLIC_ORIGIN = publicOrigin
  for (const [name, source] of Object.entries(secrets)) {
    const found = source && secretOf(name, source, surroundings)
    if (typeof found === 'string') values[name] = found
    else if (found) problems.push(found)
  }
  return { values, problems }
}

/** Shorter values are words of everyday: to hide them would hide half of what is said. */
const LEAST_LETTERS = 8

/**
 * Takes every secret out of a text, whoever put it there: a platform's error may repeat what it was sent. A secret that is
 * JSON is taken out part by part as well.
 */
export function withoutSecrets(secrets: readonly string[]): (text: string) => string {
  const parts = secrets
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      ...(secret.match(/[\w+/=-]{16,}/g) ?? []),
    ])
    .filter((part) => part.length >= LEAST_LETTERS)
    .sort((one, other) => other.length - one.length)
  return (text) => parts.reduce((said, part) => said.replaceAll(part, '〔密〕'), text)
}
