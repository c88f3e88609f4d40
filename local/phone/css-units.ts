const URL_PARTS = /(url\((?:"[^"]*"|'[^']*'|[^)]*)\))/

/**
 * WeChat's units as the browser understands them. 750rpx is the width of the screen; 100vh is the height
 * of the page without its bars; the safe area is the phone's, which a desktop browser does not have.
 * Addresses are left alone: an embedded picture may hold any letters.
 */
export function cssUnits(text: string): string {
  if (!/rpx|vh|safe-area/i.test(text)) return text
  return text
    .split(URL_PARTS)
    .map((part, index) => (index % 2 === 1 ? part : convert(part)))
    .join('')
}

function convert(text: string): string {
  return text
    .replace(/(-?\d*\.?\d+)rpx\b/gi, (_, count: string) => `${Number((Number(count) / 7.5).toFixed(5))}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/gi, (_, count: string) => `calc(var(--phone-vh, 1vh) * ${count})`)
    .replace(/env\(\s*safe-area-inset-(top|right|bottom|left)[^()]*\)/gi, (_, side: string) =>
      side.toLowerCase() === 'bottom' ? 'var(--phone-safe-bottom, 0px)' : '0px',
    )
}
