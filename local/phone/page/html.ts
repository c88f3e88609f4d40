import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontCss } from './fonts'

const css = (name: string) => readFileSync(join(__dirname, name), 'utf8')

/** Time, network and battery, as a photograph of a phone would show them. */
const STATUS_BAR = `<div class="phone-status" aria-hidden="true"><span>9:41</span><svg viewBox="0 0 70 12"><rect x="0" y="8" width="3" height="4" rx="1"/><rect x="5" y="5.5" width="3" height="6.5" rx="1"/><rect x="10" y="3" width="3" height="9" rx="1"/><rect x="15" y="0" width="3" height="12" rx="1"/><path d="M31 11.5l-2.2-2.3a3.2 3.2 0 0 1 4.4 0zM25.7 6a7.6 7.6 0 0 1 10.6 0l-1.4 1.5a5.6 5.6 0 0 0-7.8 0zM22.6 2.9a12 12 0 0 1 16.8 0L38 4.4a10 10 0 0 0-14 0z"/><rect x="44.5" y=".5" width="21" height="11" rx="3" fill="none" stroke="currentColor" opacity=".4"/><rect x="46" y="2" width="18" height="8" rx="2"/><path d="M67 4v4a2.2 2.2 0 0 0 0-4z" opacity=".5"/></svg></div>`

const head = (title: string, style: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><style>${style}</style></head>`

/** The screen itself. */
export function screenPage(): string {
  const style = [fontCss, css('screen.css'), css('builtins.css'), css('layers.css')].join('\n')
  const body = `<body><div id="phone"><div id="phone-pages"></div>${STATUS_BAR}<div id="phone-layers"></div><div class="phone-home"></div></div>`
  return `${head('手机', style)}${body}<script src="/_program.js"></script><script src="/_runtime.js"></script></body></html>`
}

const SURROUND_STYLE = `html,body{margin:0;height:100%;background:#e9ebee}body{display:flex;align-items:center;justify-content:center}
body.bare{background:none;align-items:flex-start;justify-content:flex-start}
.box{flex:none;overflow:hidden;border-radius:44px;box-shadow:0 0 0 10px #111,0 24px 60px rgb(0 0 0/25%)}.bare .box{border-radius:0;box-shadow:none}
iframe{display:block;width:390px;height:844px;border:0;transform-origin:0 0;background:#fff}`

/** Passes messages on between the desk outside and the phone inside. */
const RELAY = `const f=document.querySelector('iframe');addEventListener('message',e=>{
if(e.source===f.contentWindow){if(parent!==window)parent.postMessage(e.data,'*')}
else if(e.source===parent)f.contentWindow.postMessage(e.data,'*')})`

/**
 * The same screen on a wide page, or scaled. The screen's units depend on its width, so it lives in a frame
 * exactly as wide as the phone.
 */
export function surroundPage(inner: string, scale: number, bare: boolean): string {
  const box = `width:${Math.round(390 * scale)}px;height:${Math.round(844 * scale)}px`
  const frame = `<iframe title="手机" allow="autoplay;clipboard-write" style="transform:scale(${scale})" src="${inner.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"></iframe>`
  return `${head('手机', SURROUND_STYLE)}<body class="${bare ? 'bare' : ''}"><div class="box" style="${box}">${frame}</div><script>${RELAY}</script></body></html>`
}
