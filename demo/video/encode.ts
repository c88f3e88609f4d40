// One lecture from its pictures, in the measures that 陕人社函〔2020〕354号 附件3 asks of courseware.
import { execFile } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { promisify } from 'node:util'
import { path as ffmpeg } from '@ffmpeg-installer/ffmpeg'
import { durationOf, SLIDE_SECONDS, TITLE_SECONDS } from '../lecture-times'

const FRAMES_PER_SECOND = 25
/** Seeking lands on a key frame. */
const KEY_FRAME_SECONDS = 2
/** 最高码率不高于 1024 kbps，最低码率不得低于 800 kbps. */
const VIDEO_RATE = '900k'

const run = promisify(execFile)

/** `pictures` are the title and the slides, in their order. */
export async function encodeLecture(pictures: readonly string[], target: string): Promise<void> {
  // Packages installed without their scripts may lack the executable bit.
  chmodSync(ffmpeg, 0o755)
  await run(ffmpeg, argumentsFor(pictures, target), { maxBuffer: 1 << 26 })
}

function argumentsFor(pictures: readonly string[], target: string): string[] {
  const seconds = durationOf(pictures.length - 1)
  const inputs = pictures.flatMap((picture) => ['-framerate', String(FRAMES_PER_SECOND), '-i', picture])
  return [
    ...['-y', '-loglevel', 'error', ...inputs, '-f', 'lavfi', '-i', soundOf(seconds)],
    ...['-filter_complex', motionOf(pictures.length, seconds), '-map', '[v]', '-map', `${pictures.length}:a`],
    ...VIDEO,
    ...['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2'],
    ...['-t', String(seconds), '-movflags', '+faststart', target],
  ]
}

const KEY_FRAMES = String(FRAMES_PER_SECOND * KEY_FRAME_SECONDS)

/** A constant rate, filled up where a still picture needs less: the specification has a floor too. */
const VIDEO = [
  ...['-c:v', 'libx264', '-preset', 'superfast', '-profile:v', 'main', '-r', String(FRAMES_PER_SECOND)],
  ...['-g', KEY_FRAMES, '-keyint_min', KEY_FRAMES, '-sc_threshold', '0'],
  ...['-b:v', VIDEO_RATE, '-minrate', VIDEO_RATE, '-maxrate', VIDEO_RATE, '-bufsize', VIDEO_RATE],
  ...['-x264-params', 'nal-hrd=cbr:force-cfr=1:filler=1'],
]

/**
 * Slides come up out of the paper, a line at the foot shows how far the lecture is, and a little grain lives in it. Each
 * picture is decoded and converted once and then repeated: as a looped input it would be decoded for every frame.
 */
function motionOf(count: number, seconds: number): string {
  const shown = Array.from({ length: count }, (_, i) => {
    const frames = FRAMES_PER_SECOND * (i === 0 ? TITLE_SECONDS : SLIDE_SECONDS)
    const still = `[${i}:v]format=yuv420p,loop=loop=${frames - 1}:size=1,setpts=N/${FRAMES_PER_SECOND}/TB`
    return i === 0 ? `${still}[p0]` : `${still},fade=t=in:st=0:d=0.4:color=0xf4f6f9[p${i}]`
  })
  const joined = Array.from({ length: count }, (_, i) => `[p${i}]`).join('')
  return [
    ...shown,
    `${joined}concat=n=${count}:v=1:a=0,noise=alls=3:allf=t[slides]`,
    `color=c=0x1558a6:s=1280x6:r=${FRAMES_PER_SECOND}:d=${seconds}[line]`,
    `[slides][line]overlay=x='-w+w*t/${seconds}':y=714:shortest=1,format=yuv420p[v]`,
  ].join(';')
}

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
