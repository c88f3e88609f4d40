import { dirname, join } from 'node:path'

const PACKAGE = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))

/** Weights of the CJK type, with the names under which a computer may have one of its own. */
const WEIGHTS = [
  {
    weight: '100 400',
    folder: '400Regular',
    local: [
      'PingFangSC-Regular',
      'PingFang SC',
      'Microsoft YaHei',
      'NotoSansCJKsc-Regular',
      'Noto Sans CJK SC',
      'NotoSansSC-Regular',
    ],
  },
  {
    weight: '500 599',
    folder: '500Medium',
    local: [
      'PingFangSC-Medium',
      'Microsoft YaHei',
      'NotoSansCJKsc-Medium',
      'Noto Sans CJK SC Medium',
      'NotoSansSC-Medium',
    ],
  },
  {
    weight: '600 900',
    folder: '700Bold',
    local: [
      'PingFangSC-Semibold',
      'Microsoft YaHei Bold',
      'NotoSansCJKsc-Bold',
      'Noto Sans CJK SC Bold',
      'NotoSansSC-Bold',
    ],
  },
]

/**
 * Programs ask for an iPhone's "PingFang SC", so the face has that name. A font of the computer has priority;
 * ours is fetched only where there is none, so that a screenshot never shows empty boxes.
 */
export const fontCss: string = WEIGHTS.map(
  ({ weight, folder, local }) => `@font-face {
  font-family: "PingFang SC"; font-weight: ${weight}; font-display: block;
  src: ${local.map((name) => `local("${name}")`).join(', ')}, url("/_font/${folder}.ttf") format("truetype");
}`,
).join('\n')

export function fontFile(name: string): string | null {
  const folder = name.replace(/\.ttf$/, '')
  if (!WEIGHTS.some((weight) => weight.folder === folder)) return null
  return join(PACKAGE, folder, `NotoSansSC_${folder}.ttf`)
}

/** Where our faces lie on this computer. */
export const fontFolders: string[] = WEIGHTS.map(({ folder }) => join(PACKAGE, folder))
