/**
 * The attributes of screen readers that Taro's templates of its own elements leave out; WeChat knows them since base
 * library 2.7.1. An empty value means the screen's own value. The build writes them into the templates
 * (config/plugins/aria-attributes.ts) and the app tells Taro's runtime, and both must count the same names.
 */
const ARIA = { 'aria-label': '', 'aria-role': '' }

export const ARIA_ATTRIBUTES = { View: ARIA, Image: ARIA, ScrollView: ARIA }
