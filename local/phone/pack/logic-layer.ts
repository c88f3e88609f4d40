/** The parameters that WeChat passes to a script of the logic layer, in the order of the module factory. */
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
 * Globals that a browser has and a phone's logic layer has not. Each becomes a further parameter that is
 * never passed, so that code which needs it fails here as it would fail on the phone.
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
