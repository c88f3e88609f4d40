import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { fontFolders } from './page/fonts'

/** Without these a browser asks the network for updates, or finds no place for its sandbox in a container. */
export const BROWSER_FLAGS = [
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking',
  '--disable-component-update --disable-sync --autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling --disable-renderer-backgrounding --disable-backgrounding-occluded-windows',
]
  .join(' ')
  .split(' ')

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const USUAL_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((folder) => {
    const base = process.env[folder]
    return base
      ? [
          join(base, 'Google/Chrome/Application/chrome.exe'),
          join(base, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : []
  }),
}

const APT = '/usr/bin/apt-get'

interface Candidate {
  file: string
  /** Printed for the developer, so that every picture's browser is known. */
  which: string
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installed(): Candidate[] {
  const named = process.env.XUESHI_CHROME
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const usual = USUAL_PLACES[process.platform] ?? []
  return [
    ...(named ? [{ file: named, which: `XUESHI_CHROME (${named})` }] : []),
    ...[...onPath, ...usual].filter((file) => isExecutable(file)).map((file) => ({ file, which: file })),
  ]
}

/** The browser inside an npm package, unpacked to a temporary folder on first use. */
async function fromPackage(): Promise<Candidate[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return [{ file: await packaged.executablePath(), which: 'the npm package @sparticuz/chromium' }]
  } catch {
    return []
  }
}

function fromApt(): Candidate[] {
  if (process.getuid?.() !== 0 || !existsSync(APT)) return []
  console.log('No browser was found; installing Chromium with apt-get (about a minute) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    spawnSync(APT, ['install', '-y', '--no-install-recommends', 'chromium'], { env, stdio: 'ignore' })
  if (install().status !== 0) {
    execFileSync(APT, ['update'], { env, stdio: 'ignore' })
    install()
  }
  const file = '/usr/bin/chromium'
  return isExecutable(file) ? [{ file, which: `${file}, installed with apt-get` }] : []
}

/** Lectures are H.264 with AAC, which a browser built without licensed codecs cannot play. */
async function playsLectures(browser: Browser): Promise<boolean> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(
      () => document.createElement('video').canPlayType('video/mp4; codecs="avc1.4d401f, mp4a.40.2"') !== '',
    )
  } finally {
    await page.close()
  }
}

/**
 * Lends our type to a browser on Linux, beside what the computer has: a page that fetched it would decode thirty megabytes
 * each time it opens, and one that is not ours to style would show empty boxes.
 */
function withChineseType(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  if (process.platform !== 'linux') return env
  const folder = join(tmpdir(), `xueshi-type-${userInfo().uid}`)
  const file = join(folder, 'fonts.conf')
  const folders = fontFolders.map((one) => `<dir>${one}</dir>`).join('')
  const own = env.FONTCONFIG_FILE ?? join(env.FONTCONFIG_PATH ?? '/etc/fonts', 'fonts.conf')
  const rules = `<include ignore_missing="yes">${own}</include>${folders}<cachedir>${folder}</cachedir>`
  mkdirSync(folder, { recursive: true })
  // Another browser may begin to read it at this moment.
  const writing = `${file}.${process.pid}`
  writeFileSync(writing, `<?xml version="1.0"?><fontconfig>${rules}</fontconfig>`)
  renameSync(writing, file)
  return { ...env, FONTCONFIG_FILE: file }
}

interface Trial {
  opened?: { browser: Browser; which: string }
  refusal?: string
}

async function tryOut({ file, which }: Candidate): Promise<Trial> {
  try {
    const env = withChineseType(process.env)
    const browser = await chromium.launch({ executablePath: file, headless: true, args: BROWSER_FLAGS, env })
    if (await playsLectures(browser))
      return { opened: { browser, which: `${which}, version ${browser.version()}` } }
    await browser.close()
    return { refusal: `${which}: cannot play H.264 with AAC` }
  } catch (error) {
    return { refusal: `${which}: ${(error as Error).message.split('\n')[0] ?? ''}` }
  }
}

/** Opens the first browser that starts and can play a lecture; each place is tried only when those before failed. */
export async function openBrowser(): Promise<{ browser: Browser; which: string }> {
  const refusals: string[] = []
  for (const look of [installed, fromPackage, fromApt]) {
    for (const candidate of await look()) {
      const { opened, refusal } = await tryOut(candidate)
      if (opened) return opened
      refusals.push(refusal ?? candidate.which)
    }
  }
  const tried = refusals.length > 0 ? `\nTried:\n  ${refusals.join('\n  ')}` : ''
  throw new Error(`No browser was found. Install Chromium or Chrome, or name one in XUESHI_CHROME.${tried}`)
}
