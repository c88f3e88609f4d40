import { element } from '../dom'
import { type Builtin, isOnByDefault } from './builtin'

/** A time as a player shows it: 1:05, 12:40. */
export function clockText(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.floor(seconds) : 0
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function togglePlay(player: HTMLVideoElement): void {
  if (player.paused) void player.play().catch(() => undefined)
  else player.pause()
}

export function setFullScreen(builtin: Builtin, on: boolean): void {
  if (builtin.host.classList.contains('full-screen') === on) return
  builtin.host.classList.toggle('full-screen', on)
  builtin.fire('fullscreenchange', { fullScreen: on, direction: 'vertical' })
}

/** The phone's own controls: a browser's would always offer a seek bar, which a program may have hidden. */
export function drawVideoControls(builtin: Builtin, player: HTMLVideoElement): { sync(): void } {
  const { host } = builtin
  const play = element('button', { className: 'video-play', label: '播放', onTap: () => togglePlay(player) })
  const passed = element('span', { className: 'video-time', text: '0:00' })
  const total = element('span', { className: 'video-time', text: '0:00' })
  const bar = element('input', { className: 'video-progress', label: '进度' })
  bar.type = 'range'
  bar.step = 'any'
  bar.addEventListener('change', () => {
    player.currentTime = Number(bar.value)
  })
  const toggleFullScreen = () => setFullScreen(builtin, !host.classList.contains('full-screen'))
  const full = element('button', { className: 'video-full', label: '全屏', onTap: toggleFullScreen })
  const row = element('div', { className: 'video-controls' }, [play, passed, bar, total, full])
  const big = element('button', { className: 'video-center', label: '播放', onTap: () => togglePlay(player) })
  host.append(big, row)

  const show = () => {
    host.classList.toggle('playing', !player.paused)
    play.setAttribute('aria-label', player.paused ? '播放' : '暂停')
    passed.textContent = clockText(player.currentTime)
    total.textContent = clockText(player.duration)
    bar.max = String(player.duration || 0)
    bar.value = String(player.currentTime)
  }
  for (const type of ['play', 'pause', 'timeupdate', 'loadedmetadata', 'ended', 'seeked']) {
    player.addEventListener(type, show)
  }
  return {
    sync() {
      const { properties } = builtin
      const withControls = isOnByDefault(properties.controls)
      const withProgress = isOnByDefault(properties.showProgress)
      row.hidden = !withControls
      big.hidden = !withControls || !isOnByDefault(properties.showCenterPlayBtn)
      play.hidden = !isOnByDefault(properties.showPlayBtn)
      full.hidden = !isOnByDefault(properties.showFullscreenBtn)
      passed.hidden = !withProgress
      total.hidden = !withProgress
      bar.hidden = !withProgress
      bar.disabled = !isOnByDefault(properties.enableProgressGesture)
      show()
    },
  }
}
