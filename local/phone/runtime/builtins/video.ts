import { type Builtin, type BuiltinKind, isOn, isOnByDefault, type Surroundings, textOf } from './builtin'
import { drawVideoControls } from './video-controls'

const PROPERTIES = [
  'src duration controls danmuList danmuBtn enableDanmu autoplay loop muted initialTime pageGesture direction',
  'showProgress showFullscreenBtn showPlayBtn showCenterPlayBtn enableProgressGesture objectFit poster showMuteBtn',
  'playBtnPosition enablePlayGesture autoPauseIfNavigate autoPauseIfOpenNative vslideGesture',
  'vslideGestureInFullscreen showBottomProgress adUnitId posterForCrawler showCastingButton pictureInPictureMode',
  'pictureInPictureShowProgress enableAutoRotation showScreenLockButton showSnapshotButton',
  'showBackgroundPlaybackButton backgroundPoster referrerPolicy isDrm isLive provisionUrl certificateUrl licenseUrl',
  'preferredPeakBitRate codec httpCache playStrategy header pictureInPictureInitPosition showDanmuBtn',
]
  .join(' ')
  .split(' ')

/** WeChat says where a video is four times a second. */
const TIME_UPDATE_MS = 250

function announceTime(builtin: Builtin, player: HTMLVideoElement): () => void {
  let timer: ReturnType<typeof setInterval> | undefined
  const tell = () =>
    builtin.fire('timeupdate', { currentTime: player.currentTime, duration: player.duration || 0 })
  const stop = () => clearInterval(timer)
  player.addEventListener('playing', () => {
    stop()
    timer = setInterval(tell, TIME_UPDATE_MS)
  })
  for (const type of ['pause', 'ended', 'waiting', 'emptied']) player.addEventListener(type, stop)
  player.addEventListener('ended', tell)
  player.addEventListener('seeked', tell)
  return stop
}

function announce(builtin: Builtin, player: HTMLVideoElement): void {
  player.addEventListener('play', () => builtin.fire('play'))
  // A browser pauses at the end of a video before it has ended; WeChat says `ended` alone.
  player.addEventListener('pause', () => {
    if (!player.ended) builtin.fire('pause')
  })
  player.addEventListener('ended', () => builtin.fire('ended'))
  player.addEventListener('waiting', () => builtin.fire('waiting'))
  player.addEventListener('loadedmetadata', () => {
    const { videoWidth: width, videoHeight: height, duration } = player
    builtin.fire('loadedmetadata', { width, height, duration })
  })
  player.addEventListener('progress', () => {
    const ranges = player.buffered
    const end = ranges.length > 0 ? ranges.end(ranges.length - 1) : 0
    builtin.fire('progress', { buffered: player.duration ? (end / player.duration) * 100 : 0 })
  })
  player.addEventListener('seeking', () => builtin.fire('seeking', { position: player.currentTime }))
  player.addEventListener('seeked', () => builtin.fire('seekcomplete', { position: player.currentTime }))
  player.addEventListener('error', () => {
    if (player.getAttribute('src')) builtin.fire('error', { errMsg: errorName(player.error?.code) })
  })
}

function errorName(code: number | undefined): string {
  if (code === MediaError.MEDIA_ERR_NETWORK) return 'MEDIA_ERR_NETWORK'
  return code === MediaError.MEDIA_ERR_DECODE ? 'MEDIA_ERR_DECODE' : 'MEDIA_ERR_SRC_NOT_SUPPORTED'
}

function startAt(player: HTMLVideoElement, seconds: number): void {
  if (!(seconds > 0)) return
  const jump = () => {
    player.currentTime = seconds
  }
  if (player.readyState >= HTMLMediaElement.HAVE_METADATA) jump()
  else player.addEventListener('loadedmetadata', jump, { once: true })
}

function load(builtin: Builtin, player: HTMLVideoElement, surroundings: Surroundings): void {
  const source = surroundings.assetUrl(builtin.properties.src, builtin)
  if ((player.getAttribute('src') ?? '') === source) return
  if (!source) {
    player.removeAttribute('src')
    player.load()
    return
  }
  player.src = source
  startAt(player, Number(builtin.properties.initialTime))
}

export const video: BuiltinKind = {
  properties: PROPERTIES,
  create(builtin, surroundings) {
    const player = builtin.host.appendChild(document.createElement('video'))
    player.playsInline = true
    player.preload = 'auto'
    player.disablePictureInPicture = true
    announce(builtin, player)
    const stopTime = announceTime(builtin, player)
    const controls = drawVideoControls(builtin, player)
    return {
      sync() {
        const { properties } = builtin
        player.loop = isOn(properties.loop)
        player.muted = isOn(properties.muted)
        player.autoplay = isOn(properties.autoplay)
        player.style.objectFit = textOf(properties.objectFit) || 'contain'
        player.dataset.keepPlaying = String(!isOnByDefault(properties.autoPauseIfNavigate))
        const poster = surroundings.assetUrl(properties.poster, builtin)
        if (poster) player.poster = poster
        else player.removeAttribute('poster')
        load(builtin, player, surroundings)
        controls.sync()
      },
      detach() {
        stopTime()
        player.pause()
      },
    }
  },
}
