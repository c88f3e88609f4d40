import { type BuiltinKind, textOf } from './builtin'

export const image: BuiltinKind = {
  properties: 'src mode webp lazyLoad showMenuByLongpress fadeIn forceCache defaultSource svg'.split(' '),
  create(builtin, surroundings) {
    const picture = builtin.host.appendChild(document.createElement('img'))
    picture.draggable = false
    picture.alt = ''
    picture.addEventListener('load', () =>
      builtin.fire('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    )
    picture.addEventListener('error', () => {
      if (picture.getAttribute('src')) builtin.fire('error', { errMsg: `GET ${picture.src} failed` })
    })
    return {
      sync() {
        builtin.host.setAttribute('mode', textOf(builtin.properties.mode) || 'scaleToFill')
        const source = surroundings.assetUrl(builtin.properties.src, builtin)
        if (!source) picture.removeAttribute('src')
        else if (picture.getAttribute('src') !== source) picture.src = source
      },
    }
  },
}

export const coverImage: BuiltinKind = { ...image, properties: ['src', 'referrerPolicy'] }

export const canvas: BuiltinKind = {
  properties: ['type', 'canvasId', 'disableScroll'],
  create(builtin) {
    const surface = builtin.host.appendChild(document.createElement('canvas'))
    return {
      sync() {
        surface.dataset.canvasId = textOf(builtin.properties.canvasId)
      },
    }
  },
}
