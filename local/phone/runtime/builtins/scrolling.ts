import { type Builtin, type BuiltinKind, isOn } from './builtin'

const SCROLL_VIEW = [
  'scrollX scrollY upperThreshold lowerThreshold scrollTop scrollLeft scrollIntoView scrollWithAnimation',
  'enableBackToTop enablePassive refresherEnabled refresherThreshold refresherDefaultStyle refresherBackground',
  'refresherTriggered bounces showScrollbar fastDeceleration pagingEnabled enableFlex scrollAnchoring enhanced',
  'usingSticky type reverse clip cacheExtent minDragDistance scrollIntoViewAlignment associativeContainer padding',
  'refresherTwoLevelEnabled refresherTwoLevelTriggered refresherTwoLevelThreshold refresherTwoLevelPinned',
  'refresherTwoLevelCloseThreshold refresherTwoLevelScrollEnabled refresherBallisticRefreshEnabled',
  'scrollIntoViewWithinExtent',
]
  .join(' ')
  .split(' ')

const DEFAULT_THRESHOLD_PX = 50

function announceScroll(builtin: Builtin): void {
  const { host } = builtin
  let last = { left: 0, top: 0 }
  let atEnd = false
  host.addEventListener('scroll', () => {
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = host
    const deltaX = last.left - scrollLeft
    const deltaY = last.top - scrollTop
    last = { left: scrollLeft, top: scrollTop }
    builtin.fire('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY })
    const lower = Number(builtin.properties.lowerThreshold ?? DEFAULT_THRESHOLD_PX)
    const upper = Number(builtin.properties.upperThreshold ?? DEFAULT_THRESHOLD_PX)
    const sideways = isOn(builtin.properties.scrollX)
    const rest = sideways
      ? scrollWidth - scrollLeft - host.clientWidth
      : scrollHeight - scrollTop - host.clientHeight
    if (rest <= lower && !atEnd) builtin.fire('scrolltolower', { direction: sideways ? 'right' : 'bottom' })
    if (scrollTop <= upper && deltaY > 0) builtin.fire('scrolltoupper', { direction: 'top' })
    atEnd = rest <= lower
  })
}

function moveTo(builtin: Builtin, changed: string | null): void {
  const { host, properties } = builtin
  const asked = (name: string) => (changed === null || changed === name) && properties[name] !== undefined
  const behavior = isOn(properties.scrollWithAnimation) ? 'smooth' : 'auto'
  if (asked('scrollTop'))
    host.scrollTo({ top: Number.parseFloat(String(properties.scrollTop)) || 0, behavior })
  if (asked('scrollLeft'))
    host.scrollTo({ left: Number.parseFloat(String(properties.scrollLeft)) || 0, behavior })
  if (asked('scrollIntoView') && properties.scrollIntoView) {
    const target = host.querySelector(`[id="${CSS.escape(String(properties.scrollIntoView))}"]`)
    target?.scrollIntoView({ block: 'start', inline: 'start', behavior })
  }
}

export const scrollView: BuiltinKind = {
  properties: SCROLL_VIEW,
  create(builtin) {
    announceScroll(builtin)
    return {
      sync(changed) {
        const { host, properties } = builtin
        const x = isOn(properties.scrollX)
        const y = isOn(properties.scrollY)
        host.style.overflowX = x ? 'auto' : 'hidden'
        host.style.overflowY = y ? 'auto' : 'hidden'
        if (!x && !y) host.style.overflow = 'visible'
        requestAnimationFrame(() => moveTo(builtin, changed))
      },
    }
  },
}

const SWIPER = [
  'indicatorDots indicatorColor indicatorActiveColor autoplay current currentItemId interval duration circular',
  'vertical previousMargin nextMargin displayMultipleItems skipHiddenItemLayout easingFunction snapToEdge',
  'layoutType transformerType indicatorType indicatorMargin indicatorSpacing indicatorRadius indicatorWidth',
  'indicatorHeight indicatorAlignment indicatorOffset scrollWithAnimation cacheExtent zoom swipe zoomHideNav',
]
  .join(' ')
  .split(' ')

const SWIPE_SETTLES_MS = 80

export const swiper: BuiltinKind = {
  properties: SWIPER,
  create(builtin) {
    const { host } = builtin
    let current = Number(builtin.properties.current) || 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const vertical = () => isOn(builtin.properties.vertical)
    const settle = () => {
      const index = vertical()
        ? Math.round(host.scrollTop / (host.clientHeight || 1))
        : Math.round(host.scrollLeft / (host.clientWidth || 1))
      const detail = { current: index, currentItemId: '', source: 'touch' }
      if (index !== current) {
        current = index
        builtin.fire('change', detail)
      }
      builtin.fire('animationfinish', detail)
    }
    host.addEventListener('scroll', () => {
      clearTimeout(timer)
      timer = setTimeout(settle, SWIPE_SETTLES_MS)
    })
    return {
      sync(changed) {
        host.setAttribute('dir-y', String(vertical()))
        const wanted = Number(builtin.properties.current) || 0
        if (wanted === current && changed !== null) return
        const moved = wanted !== current
        current = wanted
        requestAnimationFrame(() => {
          if (vertical()) host.scrollTop = wanted * host.clientHeight
          else host.scrollLeft = wanted * host.clientWidth
          if (changed !== null && moved)
            builtin.fire('change', { current: wanted, currentItemId: '', source: '' })
        })
      },
      detach: () => clearTimeout(timer),
    }
  },
}
