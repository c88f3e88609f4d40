import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { path as ffmpeg } from '@ffmpeg-installer/ffmpeg'
import { Resvg } from '@resvg/resvg-js'
import type { DemoCourse, DemoLecture } from '../shapes'
import { slideSvg, titleSvg } from './slide-svg'

const run = promisify(execFile)

/** SX20 附件3: 片头不超过 5 秒. */
const TITLE_SECONDS = 4
const SLIDE_SECONDS = 8
const AT_ONCE = 2
/** Raised when how a lecture is drawn or encoded changes, so that an older file is not taken for it. */
const RECIPE = 4

export interface BuiltLecture {
  lectureId: string
  file: string
  durationSeconds: number
}

export interface BuildOptions {
  outDir: string
  onProgress(line: string): void
}

/** All lectures as real video; one that is there already, by the hash of what it shows, is not made again. */
export async function buildLectures(
  courses: readonly DemoCourse[],
  { outDir, onProgress }: BuildOptions,
): Promise<BuiltLecture[]> {
  mkdirSync(outDir, { recursive: true })
  const wanted = courses.flatMap((course) => course.lectures.map((lecture) => ({ course, lecture })))
  const built: BuiltLecture[] = []
  const queue = [...wanted]
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      built.push(
        await buildOne(next, {
          outDir,
          onProgress: (line) => onProgress(`${line} (${built.length + 1}/${wanted.length})`),
        }),
      )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return built
}

interface Wanted {
  course: DemoCourse
  lecture: DemoLecture
}

export const durationOf = ({ slides }: DemoLecture): number => TITLE_SECONDS + slides.length * SLIDE_SECONDS

async function buildOne(
  { course, lecture }: Wanted,
  { outDir, onProgress }: BuildOptions,
): Promise<BuiltLecture> {
  const svgs = [
    titleSvg({
      course: course.title,
      lecture: `第 ${lecture.number} 讲　${lecture.title}`,
      teacher: `${course.teacher.name}　${course.teacher.title}　${course.teacher.unit}`,
      minutes: lecture.nominalMinutes,
    }),
    ...lecture.slides.map((slide, i) => slideSvg(slide, `${i + 1} / ${lecture.slides.length}`)),
  ]
  const hash = createHash('sha256')
    .update(`${RECIPE}\n${svgs.join('\n')}`)
    .digest('hex')
    .slice(0, 16)
  const file = path.join(outDir, `${lecture.id}-${hash}.mp4`)
  const done = { lectureId: lecture.id, file, durationSeconds: durationOf(lecture) }
  if (existsSync(file) && statSync(file).size > 0) return done
  onProgress(`视频《${course.title}》第 ${lecture.number} 讲`)
  const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-lecture-'))
  try {
    const images = svgs.map((svg, i) => {
      const image = path.join(folder, `${i}.png`)
      writeFileSync(
        image,
        new Resvg(svg, {
          font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
        })
          .render()
          .asPng(),
      )
      return image
    })
    const part = path.join(folder, 'lecture.mp4')
    await run(executable(), argumentsFor(images, part), { maxBuffer: 1 << 26 })
    // Moved at the end, so that a build cut short leaves nothing that looks finished.
    writeFileSync(`${file}.part`, readFileSync(part))
    renameSync(`${file}.part`, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return done
}

const fontFiles = (): string[] =>
  [
    '400Regular/NotoSansSC_400Regular.ttf',
    '500Medium/NotoSansSC_500Medium.ttf',
    '700Bold/NotoSansSC_700Bold.ttf',
  ].map((font) =>
    path.join(path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json')), font),
  )

/** Packages installed without their scripts may lack the executable bit. */
function executable(): string {
  chmodSync(ffmpeg, 0o755)
  return ffmpeg
}

/**
 * H.264 at 25 frames, 1280×720, progressive, a constant 900 kbit/s (SX20 附件3: 800 to 1024), a key frame every two
 * seconds so that seeking is quick; AAC, 48 kHz, two channels, 128 kbit/s. Slides stand still, so moving grain is laid
 * over them and the stream is filled up: a still picture alone would not reach the least bit rate.
 */
function argumentsFor(images: readonly string[], target: string): string[] {
  const seconds = [TITLE_SECONDS, ...images.slice(1).map(() => SLIDE_SECONDS)]
  const total = seconds.reduce((sum, n) => sum + n, 0)
  const inputs = images.flatMap((image, i) => [
    '-loop',
    '1',
    '-framerate',
    '25',
    '-t',
    String(seconds[i]),
    '-i',
    image,
  ])
  const joined = images.map((_image, i) => `[${i}:v]`).join('')
  const bar = `drawbox=x=0:y=714:w='iw*t/${total}':h=6:color=0x1558a6:t=fill`
  const picture = `${joined}concat=n=${images.length}:v=1:a=0,noise=alls=4:allf=t,${bar},format=yuv420p[v]`
  const tone = (hz: number): string => `0.28*sin(2*PI*${hz}*t)*(0.6+0.4*sin(2*PI*0.11*t))`
  const sound = `aevalsrc=${tone(196)}+${tone(294)}|${tone(196)}+${tone(247)}:s=48000:d=${total}`
  return [
    '-y',
    '-loglevel',
    'error',
    ...inputs,
    '-f',
    'lavfi',
    '-i',
    sound,
    '-filter_complex',
    picture,
    '-map',
    '[v]',
    '-map',
    `${images.length}:a`,
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-profile:v',
    'main',
    '-r',
    '25',
    '-g',
    '50',
    '-keyint_min',
    '50',
    '-b:v',
    '900k',
    '-minrate',
    '900k',
    '-maxrate',
    '900k',
    '-bufsize',
    '900k',
    '-x264-params',
    'nal-hrd=cbr:force-cfr=1:filler=1',
    '-c:a',
    'aac',
    '-b:a',
    '128k',
    '-ar',
    '48000',
    '-ac',
    '2',
    '-t',
    String(total),
    '-movflags',
    '+faststart',
    target,
  ]
}
