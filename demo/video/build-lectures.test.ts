// Makes a real lecture and measures its file against the specification of courseware (SX20 附件3).
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { path as ffmpeg } from '@ffmpeg-installer/ffmpeg'
import { path as ffprobe } from '@ffprobe-installer/ffprobe'
import { courses } from '../content/courses'
import { type BuiltLecture, buildLectures } from './build-lectures'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-video-'))
const course = courses.filter(({ id }) => id === 'sx22-public-3')

interface Stream {
  codec_name: string
  width?: number
  height?: number
  pix_fmt?: string
  r_frame_rate: string
  bit_rate: string
  field_order?: string
  sample_rate?: string
  channels?: number
  start_time: string
}

interface Measured {
  video: Stream
  audio: Stream
  streamCount: number
  container: string
  durationSeconds: number
  peakDecibels: number
  keyFrameSeconds: number[]
  /** Where the index and the data begin: a player can start before the whole file is there. */
  boxes: string[]
}

const probed = (...args: string[]): string => execFileSync(ffprobe, ['-v', 'error', ...args]).toString()

function measure(file: string): Measured {
  const { streams, format } = JSON.parse(probed('-show_streams', '-show_format', '-of', 'json', file)) as {
    streams: Stream[]
    format: { duration: string; format_name: string }
  }
  const [video, audio] = ['h264', 'aac'].map((codec) =>
    streams.find(({ codec_name }) => codec_name === codec),
  )
  if (!video || !audio) throw new Error('it has no H.264 or no AAC')
  const packets = probed(
    ...['-select_streams', 'v', '-show_entries', 'packet=pts_time,flags', '-of', 'csv=p=0', file],
  )
  const { stderr } = spawnSync(ffmpeg, ['-i', file, '-vn', '-af', 'volumedetect', '-f', 'null', '-'])
  return {
    video,
    audio,
    streamCount: streams.length,
    container: format.format_name,
    durationSeconds: Number(format.duration),
    peakDecibels: Number(/max_volume: (-?[\d.]+) dB/.exec(stderr.toString())?.[1]),
    keyFrameSeconds: packets.split('\n').flatMap((line) => (line.includes('K') ? [parseFloat(line)] : [])),
    boxes:
      readFileSync(file)
        .toString('latin1')
        .match(/moov|mdat/g) ?? [],
  }
}

let built: BuiltLecture | undefined
let measured: Measured

beforeAll(async () => {
  chmodSync(ffprobe, 0o755)
  built = (await buildLectures(course, { outDir: folder, onProgress: () => undefined }))[0]
  measured = measure(built?.file ?? '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const between = (value: number, least: number, most: number): boolean => value >= least && value <= most

test.each<[rule: string, asked: string, holds: (file: Measured) => boolean]>([
  ['SX20-23', 'a sample of 20 to 40 s', ({ durationSeconds }) => between(durationSeconds, 20, 40)],
  ['SX20-28', 'H.264 in MP4', ({ container }) => container.includes('mp4')],
  ['SX20-29', '800 to 1024 kbps on average', ({ video }) => between(Number(video.bit_rate), 800e3, 1024e3)],
  ['SX20-30', '1280×720', ({ video }) => video.width === 1280 && video.height === 720],
  ['SX20-32', '25 frames a second', ({ video }) => video.r_frame_rate === '25/1'],
  ['SX20-32', 'progressive', ({ video }) => video.field_order === 'progressive'],
  ['SX20-34', 'AAC at 48 kHz', ({ audio }) => audio.sample_rate === '48000'],
  ['SX20-34', '128 kbps ± 5 %', ({ audio }) => between(Number(audio.bit_rate), 121.6e3, 134.4e3)],
  ['SX20-34', 'two channels', ({ audio }) => audio.channels === 2],
  ['SX20-35', 'a peak of -8 to -2 dB', ({ peakDecibels }) => between(peakDecibels, -8, -2)],
  ['SX20-38', 'sound with picture', ({ video, audio }) => video.start_time === audio.start_time],
  ['SX20-39', 'one picture, one sound', ({ streamCount }) => streamCount === 2],
  ['ours', 'colours every phone decodes', ({ video }) => video.pix_fmt === 'yuv420p'],
  [
    'ours',
    'a key frame every 2 s, to its end',
    ({ keyFrameSeconds }) => keyFrameSeconds.join() === '0,2,4,6,8,10,12,14,16,18',
  ],
  ['ours', 'the index before the data', ({ boxes }) => boxes[0] === 'moov'],
])('%s: %s', (_rule, _asked, holds) => {
  expect(holds(measured)).toBe(true)
})

test('lasts as long, and is as large, as it says', () => {
  expect(measured.durationSeconds).toBeCloseTo(built?.durationSeconds ?? 0, 1)
  expect(readFileSync(built?.file ?? '')).toHaveLength(built?.bytes ?? 0)
})

test('is not made again where it is there already', async () => {
  const lines: string[] = []
  const again = await buildLectures(course, { outDir: folder, onProgress: (line) => lines.push(line) })
  expect(lines).toEqual([])
  expect(again).toEqual([built])
})
