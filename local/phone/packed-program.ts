/** The packer's output for the phone's runtime: a mini-program, ready to run in one browser page. */

export interface ComponentJson {
  component?: boolean
  usingComponents: Record<string, string>
  componentGenerics?: Record<string, { default?: string } | boolean>
  styleIsolation?: string
  addGlobalClass?: boolean
  pureDataPattern?: string | RegExp
  [key: string]: unknown
}

export interface PackedComponent {
  json: ComponentJson
  isPage: boolean
  /** The prefix of its class names; empty when its styles are shared. */
  styleScope: string
}

export interface TabBarItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBar {
  custom?: boolean
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: string
  list: TabBarItem[]
}

export interface SubPackage {
  root: string
  pages: string[]
}

export interface AppJson {
  pages: string[]
  entryPagePath?: string
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  window?: Record<string, unknown>
  tabBar?: TabBar
  usingComponents?: Record<string, string>
  themeLocation?: string
  componentFramework?: string
  /** Without it the framework that is named is taken by some phones and not by others. */
  glassEaselWebview?: boolean
  __usePrivacyCheck__?: boolean
  [key: string]: unknown
}

export type ThemeName = 'light' | 'dark'
export type ThemeVariables = Record<ThemeName, Record<string, string>>

/** The factory of one CommonJS module; its parameters are listed in `pack/logic-layer.ts`. */
export type ModuleFactory = (...parameters: unknown[]) => void

export interface PackedModule {
  /** The file that each `require` argument of this module resolves to. */
  dependencies: Record<string, string>
  factory: ModuleFactory
}

export interface ProgramFacts {
  app: AppJson
  /** Every page of the main package and the subpackages, as a path without a leading slash. */
  pages: string[]
  components: Record<string, PackedComponent>
  styles: Record<string, string>
  appStyle: string
  theme: ThemeVariables
  warnings: string[]
}

export interface PackedProgram {
  facts: ProgramFacts
  /** Runs the compiled templates; the globals that WXS needs must exist before. */
  templates: () => Record<string, unknown>
  modules: Record<string, PackedModule>
}
