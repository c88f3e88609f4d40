import { BUILTIN_TAGS } from '../builtin-tags'

const words = (text: string) => text.split(' ')

/** Events that any built-in component passes on. */
const COMMON = words(
  'tap longpress longtap touchstart touchmove touchend touchcancel touchforcechange transitionend ' +
    'animationstart animationiteration animationend',
)

const FIELD = 'input change focus blur confirm keyboardheightchange nicknamereview'

/** The events of each built-in component, from WeChat's component reference. */
const OWN: Record<string, string[]> = {
  button: words(
    'getuserinfo contact createliveactivity getphonenumber getrealtimephonenumber error opensetting launchapp ' +
      'chooseavatar agreeprivacyauthorization phoneoneclicklogin submit reset',
  ),
  input: words(
    `${FIELD} keyboardcompositionstart keyboardcompositionupdate keyboardcompositionend selectionchange`,
  ),
  textarea: words(`${FIELD} linechange selectionchange`),
  image: words('load error'),
  'scroll-view': words(
    'scroll scrolltoupper scrolltolower scrollstart scrollend dragstart dragging dragend refresherpulling ' +
      'refresherrefresh refresherrestore refresherabort refresherwillrefresh refresherstatuschange',
  ),
  swiper: words('change transition animationfinish'),
  video: words(
    'play pause ended timeupdate fullscreenchange waiting error progress loadedmetadata loadeddata loadstart ' +
      'seeking seekcomplete controlstoggle enterpictureinpicture leavepictureinpicture castinguserselect ' +
      'castingstatechange castinginterrupt adload adclose aderror adplay',
  ),
  switch: ['change'],
  'checkbox-group': ['change'],
  'radio-group': ['change'],
  slider: words('change changing'),
  form: words('submit reset submittoempty'),
  picker: words('change cancel columnchange'),
  'picker-view': words('change pickstart pickend'),
  navigator: words('success fail complete'),
  progress: ['activeend'],
  canvas: ['error'],
  'web-view': words('message load error'),
  'page-meta': words('resize scroll scrolldone'),
  'page-container': words('beforeenter enter afterenter beforeleave leave afterleave clickoverlay'),
  'movable-view': words('change scale htouchmove vtouchmove'),
  map: words('markertap labeltap controltap callouttap updated regionchange poitap anchorpointtap'),
  camera: words('stop error initdone scancode'),
  'rich-text': ['itemtap'],
  'cover-image': words('load error'),
}

const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g
const BINDING = /\s(?:capture-)?(?:mut-)?(?:bind|catch):?([\w-]+)\s*=/g

/**
 * Bindings to events that the component never fires: on a phone they are dead silently, so they are said
 * here. Custom components name their own events and are not judged.
 */
export function unknownBindings(source: string): string[] {
  const unknown = new Set<string>()
  for (const [, tag = '', attributes = ''] of source.matchAll(TAG)) {
    if (!BUILTIN_TAGS.has(tag)) continue
    for (const [, event = ''] of attributes.matchAll(BINDING)) {
      if (!COMMON.includes(event) && !OWN[tag]?.includes(event))
        unknown.add(`<${tag}> never fires "${event}"`)
    }
  }
  return [...unknown]
}
