/** The names of WeChat's built-in components. In the browser each one is an element `wx-<name>`. */
export const BUILTIN_TAGS: ReadonlySet<string> = new Set(
  [
    'view text button input textarea image scroll-view swiper swiper-item video switch checkbox checkbox-group',
    'radio radio-group picker picker-view picker-view-column form label navigator icon progress slider rich-text',
    'root-portal page-container canvas web-view map cover-view cover-image movable-area movable-view camera',
    'live-player live-pusher audio ad official-account open-data page-meta navigation-bar match-media',
    'share-element keyboard-accessory span list-view grid-view sticky-header sticky-section snapshot',
    'nested-scroll-header nested-scroll-body',
  ]
    .join(' ')
    .split(' '),
)
