// One lecture from its pictures, in the measures that 陕人社函〔2020〕354号 附件3 asks of courseware.
import { execFile } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { promisify } from 'node:util'
import { path as ffmpeg } from '@ffmpeg-installer/ffmpeg'
import { durationOf, SLIDE_SECONDS, TITLE_SECONDS } from '../lecture-times'

const FRAMES_PER_SECOND = 25
/** A slide is there after four tenths of a second. */
const FADE_FRAMES = 10
/** Seeking lands on a key frame. */
const KEY_FRAME_SECONDS = 2
/** 最高码率不高于 1024 kbps，最低码率不得低于 800 kbps. */
const VIDEO_RATE = '900k'

const run = promisify(execFile)

/** `pictures` are the title and the slides, in their order; `sound` is of the same length. */
export function encodeLecture(
  { pictures, sound }: { pictures: readonly string[]; sound: string },
  target: string,
): Promise<void> {
  const inputs = pictures.flatMap((picture) => ['-framerate', String(FRAMES_PER_SECOND), '-i', picture])
  const seconds = durationOf(pictures.length - 1)
  return encoded([
    ...[...inputs, '-i', sound, '-filter_complex_threads', '1'],
    ...['-filter_complex', motionOf(pictures.length, seconds), '-map', '[v]', '-map', `${pictures.length}:a`],
    ...[...VIDEO, '-c:a', 'copy', '-t', String(seconds), '-movflags', '+faststart', target],
  ])
}

/** The sound of every lecture of that length. */
export function encodeSound(seconds: number, target: string): Promise<void> {
  return encoded([
    ...['-f', 'lavfi', '-i', soundOf(seconds)],
    ...['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2', target],
  ])
}

async function encoded(args: readonly string[]): Promise<void> {
  // Packages installed without their scripts may lack the executable bit.
  chmodSync(ffmpeg, 0o755)
  await run(ffmpeg, ['-y', '-loglevel', 'error', ...args], { maxBuffer: 1 << 26 })
}

const KEY_FRAMES = String(FRAMES_PER_SECOND * KEY_FRAME_SECONDS)

/** A constant rate, filled up where a still picture needs less: the specification has a floor too. */
const VIDEO = [
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-profile:v', 'main', '-r', String(FRAMES_PER_SECOND)],
  ...['-g', KEY_FRAMES, '-keyint_min', KEY_FRAMES, '-sc_threshold', '0'],
  ...['-b:v', VIDEO_RATE, '-minrate', VIDEO_RATE, '-maxrate', VIDEO_RATE, '-bufsize', VIDEO_RATE],
  ...['-threads', '1', '-x264-params', 'nal-hrd=cbr:force-cfr=1:filler=1'],
]

/**
 * Slides come up out of the paper, and a line at the foot shows how far the lecture is. Each picture is decoded and
 * converted once and then repeated: as a looped input it would be decoded for every frame. Coming up is mixed in RGB, so
 * that only the frames which do so are converted one by one.
 */
function motionOf(count: number, seconds: number): string {
  const shown = Array.from({ length: count }, (_, i) =>
    i === 0 ? still(`${i}:v`, TITLE_SECONDS * FRAMES_PER_SECOND, `p${i}`) : comingUp(i),
  )
  const joined = Array.from({ length: count }, (_, i) => (i === 0 ? '[p0]' : `[c${i}][p${i}]`)).join('')
  return [
    ...shown,
    `${joined}concat=n=${count * 2 - 1}:v=1:a=0[slides]`,
    `color=c=0x1558a6:s=1280x6:r=${FRAMES_PER_SECOND}:d=${seconds}[line]`,
    `[slides][line]overlay=x='-w+w*t/${seconds}':y=714:shortest=1,format=yuv420p[v]`,
  ].join(';')
}

const comingUp = (slide: number): string =>
  [
    `[${slide}:v]split[a${slide}][b${slide}]`,
    `[a${slide}]format=rgb24,${repeated(FADE_FRAMES)},fade=t=in:s=0:n=${FADE_FRAMES}:color=0xf4f6f9,format=yuv420p[c${slide}]`,
    still(`b${slide}`, SLIDE_SECONDS * FRAMES_PER_SECOND - FADE_FRAMES, `p${slide}`),
  ].join(';')

const still = (from: string, frames: number, to: string): string =>
  `[${from}]format=yuv420p,${repeated(frames)}[${to}]`

const repeated = (frames: number): string => `loop=loop=${frames - 1}:size=1,setpts=N/${FRAMES_PER_SECOND}/TB`

/**
 * A soft chord that swells and fades, its peak between -8 and -2 dB. Under it lies room noise, 60 dB below
 * the peak: without it the encoder would save bits on the pure tones and stay at half of the required 128
 * kbps.
 */
function soundOf(seconds: number): string {
  const tone = (hz: number): string => `0.28*sin(2*PI*${hz}*t)*(0.6+0.4*sin(2*PI*0.11*t))`
  const hiss = (seed: number): string => `0.0012*(random(${seed})-0.5)`
  const ends = `min(1\\,min(t\\,${seconds}-t))`
  const left = `${ends}*(${tone(196)}+${tone(294)})+${hiss(0)}`
  const right = `${ends}*(${tone(196)}+${tone(247)})+${hiss(1)}`
  return `aevalsrc=${left}|${right}:s=48000:d=${seconds}`
}
