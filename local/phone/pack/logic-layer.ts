/** What WeChat hands to a script of the logic layer, in the order in which a module factory takes them. */
export const MODULE_PARAMETERS = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'Function',
  'Date',
  'global',
] as const

/**
 * What a browser has and the logic layer of a phone has not. Each is a further parameter that nobody passes,
 * so that code which needs it fails here as it would fail on the phone.
 */
export const ABSENT_GLOBALS = [
  'window document self globalThis location history screen navigator parent top frames opener origin event',
  'localStorage sessionStorage indexedDB caches cookieStore alert confirm prompt open close print',
  'XMLHttpRequest fetch Headers Request Response FormData WebSocket EventSource Worker SharedWorker',
  'URL URLSearchParams AbortController AbortSignal TextEncoder TextDecoder crypto Crypto SubtleCrypto',
  'Blob File FileReader FileList ReadableStream WritableStream TransformStream MessageChannel BroadcastChannel',
  'atob btoa structuredClone performance requestAnimationFrame cancelAnimationFrame requestIdleCallback',
  'Image Audio Element Node Event EventTarget CustomEvent HTMLElement DOMParser MutationObserver',
  'IntersectionObserver ResizeObserver getComputedStyle matchMedia getSelection customElements',
]
  .join(' ')
  .split(' ')
