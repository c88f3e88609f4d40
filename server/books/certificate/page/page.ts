import { createHash } from 'node:crypto'
import type { Region } from '../../../../domain/kernel/regions'
import SCRIPT from './browser/main.ts?bundled'
import { STYLE } from './style'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const attribute = (text: string): string => text.replace(/[&"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** Only this page's own two blocks run, and they talk only to the page's own origin. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The public page behind a certificate's QR: one document, no other request before the check itself, readable in every
 * phone's browser. The payload stays in the fragment, so it reaches no access log. Each region's word for an hour goes
 * along in the markup, for facts that are shown without a network.
 */
export const checkPage = (hourWords: ReadonlyMap<Region, string>): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>学时证书核验</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>学时证书核验</h1>
<div id="card" class="card waiting" data-state="waiting">
<div class="head" role="status" aria-live="polite">
<h2 id="title">正在核对</h2>
<p id="text">正在向平台核对签名和当前状态。</p>
<div id="seal" class="seal" aria-hidden="true">核对中</div>
</div>
<dl id="facts" data-hour-words="${attribute(JSON.stringify(Object.fromEntries(hourWords)))}" hidden></dl>
<p id="advice" class="advice" hidden>&#160;</p>
<button id="again" type="button" hidden>再查一次</button>
</div>
<p class="why">二维码里有平台签名（国密 SM2），改动任何一处都会核对不上。本页显示的是此刻的状态，以本页为准，不以纸面或截图为准。</p>
<noscript><p class="advice">浏览器没有开启 JavaScript，不能核对。请用微信或系统自带的浏览器打开。</p></noscript>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`
