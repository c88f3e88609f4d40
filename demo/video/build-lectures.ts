import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { NOTICES } from '../../policies'
import { durationOf } from '../lecture-times'
import type { DemoCourse, DemoLecture } from '../shapes'
import { encodeLecture, encodeSound } from './encode'
import { slideSvg, titleSvg } from './slide-svg'

const AT_ONCE = 2
/** Raised when how a lecture is encoded changes, so that an older file is not taken for it. */
const RECIPE = 7

export interface BuiltLecture {
  lectureId: string
  file: string
  durationSeconds: number
  bytes: number
}

export interface BuildOptions {
  outDir: string
  onProgress(line: string): void
}

interface Wanted {
  course: DemoCourse
  lecture: DemoLecture
}

/**
 * Builds all lectures of these courses as real video. A lecture whose content hash already has a file is
 * kept.
 */
export async function buildLectures(
  courses: readonly DemoCourse[],
  { outDir, onProgress }: BuildOptions,
): Promise<BuiltLecture[]> {
  mkdirSync(outDir, { recursive: true })
  const wanted = courses.flatMap((course) => course.lectures.map((lecture) => ({ course, lecture })))
  const built: BuiltLecture[] = []
  const queue = [...wanted.entries()]
  const studio = new Studio()
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [place, { course, lecture }] = next
      const svgs = picturesOf({ course, lecture })
      const file = path.join(outDir, `${lecture.id}-${hashOf(svgs)}.mp4`)
      if (!existsSync(file)) {
        onProgress(`视频《${course.title}》第 ${lecture.number} 讲 (${place + 1}/${wanted.length})`)
        await studio.make(svgs, file)
      }
      const durationSeconds = durationOf(lecture.slides.length)
      built.push({ lectureId: lecture.id, file, durationSeconds, bytes: statSync(file).size })
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  } finally {
    studio.close()
  }
  return built
}

function picturesOf({ course, lecture }: Wanted): string[] {
  const { title, teacher, year } = course
  const { slides, number, nominalMinutes } = lecture
  const kind = `专业技术人员继续教育 · ${year} 年度 · ${categoryName(course)}`
  return [
    titleSvg({ course: title, kind, lecture: { number, title: lecture.title }, teacher, nominalMinutes }),
    ...slides.map((slide, i) => slideSvg(slide, { course: title, number: i + 1, count: slides.length })),
  ]
}

/** As the course's own region calls its part of the year. */
function categoryName({ region, category }: DemoCourse): string {
  const notice = NOTICES.find((candidate) => candidate.region === region)
  if (!notice) throw new Error(`no notice is known of ${region}`)
  return notice.labels[category]
}

const hashOf = (svgs: readonly string[]): string =>
  createHash('sha256')
    .update(`${RECIPE}\n${svgs.join('\n')}`)
    .digest('hex')
    .slice(0, 16)

/** Where videos are made: a folder of its own, and one sound for all lectures of a length. */
class Studio {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'xueshi-lectures-'))
  private readonly sounds = new Map<number, Promise<string>>()

  async make(svgs: readonly string[], file: string): Promise<void> {
    const name = path.basename(file, '.mp4')
    const pictures = svgs.map((svg, i) => {
      const picture = path.join(this.folder, `${name}-${i}.png`)
      writeFileSync(picture, drawn(svg))
      return picture
    })
    const made = path.join(this.folder, `${name}.mp4`)
    const sound = await this.sound(durationOf(pictures.length - 1))
    await encodeLecture({ pictures, sound }, made)
    // Named at the end, so that a build cut short leaves nothing that looks finished.
    copyFileSync(made, `${file}.part`)
    renameSync(`${file}.part`, file)
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private sound(seconds: number): Promise<string> {
    const made = path.join(this.folder, `${seconds}.m4a`)
    const sound = this.sounds.get(seconds) ?? encodeSound(seconds, made).then(() => made)
    this.sounds.set(seconds, sound)
    return sound
  }
}

const FONTS = [
  '400Regular/NotoSansSC_400Regular',
  '500Medium/NotoSansSC_500Medium',
  '700Bold/NotoSansSC_700Bold',
]

function drawn(svg: string): Buffer {
  const fonts = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const fontFiles = FONTS.map((font) => path.join(fonts, `${font}.ttf`))
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' }
  return new Resvg(svg, { font }).render().asPng()
}
