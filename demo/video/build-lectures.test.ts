// A real lecture is made and measured: what the specification asks of courseware (SX20 附件3), read from the file itself.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { path as ffprobe } from '@ffprobe-installer/ffprobe'
import { courses } from '../content/courses'
import { type BuiltLecture, buildLectures } from './build-lectures'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-video-'))
const course = courses.find(({ id }) => id === 'sx22-public-3')
let built: BuiltLecture[]

interface Probe {
  streams: {
    codec_name: string
    width?: number
    height?: number
    r_frame_rate: string
    bit_rate: string
    field_order?: string
    sample_rate?: string
    channels?: number
  }[]
  format: { duration: string; format_name: string }
}

function probe(file: string): Probe {
  chmodSync(ffprobe, 0o755)
  return JSON.parse(
    execFileSync(ffprobe, ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file]).toString(),
  ) as Probe
}

beforeAll(async () => {
  if (!course) throw new Error('the shortest course is gone')
  built = await buildLectures([course], { outDir: folder, onProgress: () => undefined })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('is MP4 with H.264, 1280×720, 25 frames, progressive, 800 to 1024 kbit/s on average (SX20-28…32)', () => {
  const { streams, format } = probe(built[0]?.file ?? '')
  const video = streams.find(({ codec_name }) => codec_name === 'h264')
  expect(video).toMatchObject({ width: 1280, height: 720, r_frame_rate: '25/1', field_order: 'progressive' })
  expect(Number(video?.bit_rate)).toBeGreaterThanOrEqual(800_000)
  expect(Number(video?.bit_rate)).toBeLessThanOrEqual(1_024_000)
  expect(format.format_name).toContain('mp4')
})

test('has two channels of AAC at 48 kHz (SX20-34), and lasts as long as it says', () => {
  const { streams, format } = probe(built[0]?.file ?? '')
  expect(streams.find(({ codec_name }) => codec_name === 'aac')).toMatchObject({
    sample_rate: '48000',
    channels: 2,
  })
  expect(Math.round(Number(format.duration))).toBe(built[0]?.durationSeconds)
})

test('is not made again where it is there already', async () => {
  const lines: string[] = []
  if (course) await buildLectures([course], { outDir: folder, onProgress: (line) => lines.push(line) })
  expect(lines).toEqual([])
})
