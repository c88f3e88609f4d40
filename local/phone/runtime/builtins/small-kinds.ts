import { cssUnits } from '../../css-units'
import { type BuiltinKind, isOn, textOf } from './builtin'

const list = (names: string) => names.split(' ')

const slider: BuiltinKind = {
  properties: list(
    'min max step color selectedColor activeColor backgroundColor blockSize blockColor showValue',
  ),
  create(builtin) {
    const range = builtin.host.appendChild(document.createElement('input'))
    range.type = 'range'
    range.addEventListener('input', () => builtin.fire('changing', { value: Number(range.value) }))
    range.addEventListener('change', () => {
      builtin.fire('change', { value: Number(range.value) })
      builtin.writeBack('value', Number(range.value))
    })
    return {
      sync() {
        const { min, max, step, value, disabled } = builtin.properties
        range.min = textOf(min ?? 0)
        range.max = textOf(max ?? 100)
        range.step = textOf(step ?? 1)
        range.value = textOf(value ?? 0)
        range.disabled = isOn(disabled)
      },
      formValue: () => Number(range.value),
    }
  },
}

const progress: BuiltinKind = {
  properties: list(
    'percent showInfo borderRadius fontSize strokeWidth color activeColor backgroundColor active',
  ),
  create(builtin) {
    const bar = builtin.host.appendChild(document.createElement('progress'))
    bar.max = 100
    return {
      sync() {
        bar.value = Number(builtin.properties.percent) || 0
      },
    }
  },
}

const picker: BuiltinKind = {
  properties: list('mode range rangeKey start end fields customItem level headerText textProps normalProps'),
  create(builtin, surroundings) {
    builtin.on('tap', () => {
      if (!isOn(builtin.properties.disabled)) surroundings.openPicker(builtin)
    })
    return { formValue: () => builtin.properties.value }
  },
}

const navigator: BuiltinKind = {
  properties: list('target url openType delta appId path extraData version shortLink'),
  create(builtin, surroundings) {
    builtin.host.setAttribute('role', 'link')
    builtin.on('tap', () => surroundings.navigate(builtin))
    return {}
  },
}

interface RichNode {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, unknown>
  children?: RichNode[]
}

/** Built as elements, never as markup, so that no text of a program can become a script of the phone. */
function richElement(node: RichNode): Node {
  if (node.type === 'text' || !node.name) return document.createTextNode(textOf(node.text))
  const tag = /^(script|iframe|object|embed|style|link)$/i.test(node.name) ? 'span' : node.name
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (!name.toLowerCase().startsWith('on')) made.setAttribute(name, cssUnits(textOf(value)))
  }
  made.append(...(node.children ?? []).map(richElement))
  return made
}

function richFromHtml(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  for (const active of parsed.querySelectorAll('script,iframe,object,embed,style,link')) active.remove()
  return [...parsed.body.childNodes]
}

const richText: BuiltinKind = {
  properties: ['nodes', 'space', 'mode'],
  create: (builtin) => ({
    sync() {
      const { nodes } = builtin.properties
      const content =
        typeof nodes === 'string' ? richFromHtml(nodes) : ((nodes as RichNode[]) ?? []).map(richElement)
      builtin.host.replaceChildren(...content)
    },
  }),
}

const webView: BuiltinKind = {
  properties: ['src'],
  create: (builtin) => ({
    sync() {
      builtin.host.textContent = `网页：${textOf(builtin.properties.src)}`
    },
  }),
}

const pageContainer: BuiltinKind = {
  properties: list('show duration zIndex overlay position round closeOnSlideDown overlayStyle customStyle'),
  create: (builtin) => ({
    sync() {
      builtin.host.style.display = isOn(builtin.properties.show) ? '' : 'none'
    },
  }),
}

const pageMeta: BuiltinKind = {
  properties: list(
    'backgroundTextStyle backgroundColor backgroundColorTop backgroundColorBottom rootBackgroundColor ' +
      'scrollTop scrollDuration pageStyle rootFontSize pageFontSize pageOrientation',
  ),
  create: (builtin, surroundings) => ({ sync: () => surroundings.pageMeta(builtin) }),
}

const icon: BuiltinKind = {
  properties: ['type', 'size', 'color'],
  create: (builtin) => ({
    sync: () => builtin.host.setAttribute('type', textOf(builtin.properties.type)),
  }),
}

export const smallKinds: Record<string, BuiltinKind> = {
  slider,
  progress,
  picker,
  navigator,
  icon,
  'rich-text': richText,
  'web-view': webView,
  'page-container': pageContainer,
  'page-meta': pageMeta,
  text: { properties: list('selectable space decode overflow maxLines') },
  form: { properties: ['reportSubmit', 'reportSubmitTimeout'] },
  'swiper-item': { properties: ['itemId', 'skipHiddenItemLayout'] },
  'picker-view': { properties: list('indicatorStyle indicatorClass maskStyle maskClass immediateChange') },
  'root-portal': { properties: ['enable'] },
  'cover-view': { properties: ['scrollTop', 'markerId'] },
  'navigation-bar': { properties: list('title loading frontColor backgroundColor') },
  'movable-view': { properties: list('direction inertia outOfBounds x y damping friction scale animation') },
  map: { properties: list('longitude latitude scale markers polyline circles showLocation polygons') },
}
