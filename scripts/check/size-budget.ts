// The phone downloads these files before the first screen appears: the budget is part of the build.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const KIB = 1024

/** Goals of the project in KiB (main package, raw and gzipped; main with study; all), and WeChat's own limits. */
export const BUDGET = {
  mainKiB: 800,
  mainGzipKiB: 230,
  studyKiB: 1000,
  allKiB: 1331,
  weChatPackageKiB: 2048,
} as const

export interface PackageSizes {
  mainKiB: number
  mainGzipKiB: number
  studyKiB: number
  allKiB: number
}

interface AppJson {
  subPackages?: { root: string }[]
}

export function sizesOf(dist: string): PackageSizes {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? []).map(({ root }) => `${root}/`)
  const files = (readdirSync(dist, { recursive: true }) as string[]).filter((file) =>
    statSync(path.join(dist, file)).isFile(),
  )
  const shipped = files
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.endsWith('.LICENSE.txt'))
  const main = shipped.filter((file) => !roots.some((root) => file.startsWith(root)))
  const study = shipped.filter((file) => file.startsWith('packages/study/'))
  const bytes = (list: string[]): number =>
    list.reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0)
  const gzipped = main.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file))).length, 0)
  return {
    mainKiB: bytes(main) / KIB,
    mainGzipKiB: gzipped / KIB,
    studyKiB: bytes([...main, ...study]) / KIB,
    allKiB: bytes(shipped) / KIB,
  }
}

export function overBudget(sizes: PackageSizes): string[] {
  const over = (Object.keys(sizes) as (keyof PackageSizes)[])
    .filter((name) => sizes[name] > BUDGET[name])
    .map((name) => `${name} is ${sizes[name].toFixed(0)}, the budget is ${BUDGET[name]}`)
  return sizes.mainKiB > BUDGET.weChatPackageKiB
    ? [...over, 'the main package is over what WeChat accepts']
    : over
}

function main(): void {
  const sizes = sizesOf('dist/weapp')
  console.log(
    Object.entries(sizes)
      .map(([name, value]) => `${name} ${value.toFixed(0)}`)
      .join(' · '),
  )
  const over = overBudget(sizes)
  for (const line of over) console.error(line)
  if (over.length > 0) process.exit(1)
}

if (require.main === module) main()
