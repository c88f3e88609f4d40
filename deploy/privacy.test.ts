// The privacy guide names what the mini-program uses, and nothing else.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { GUIDE_FILE, guideText, NAMED_INTERFACES, PRIVATE_INTERFACES } from './privacy'

const ROOT = path.resolve(__dirname, '..')
const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(ROOT, 'src', file), 'utf8'))

/** Called by name, or opened by a button. */
const usedIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:Taro|wx)\.(\w+)|\bopenType="(\w+)"/g)].flatMap(
    ([, called, opened]) => called ?? opened ?? [],
  )
const used = [...new Set(sources.flatMap(usedIn))].filter((name) => PRIVATE_INTERFACES.includes(name))

test('a line for each interface that is used, and none for any other', () => {
  expect([...NAMED_INTERFACES].sort()).toEqual(used.sort())
})

test('an interface is found however it is asked', () => {
  expect(usedIn('await Taro.chooseMedia({}); <Button openType="getPhoneNumber">; wx.getLocation()')).toEqual([
    'chooseMedia',
    'getPhoneNumber',
    'getLocation',
  ])
})

test('every named interface is one of WeChat’s', () => {
  expect(NAMED_INTERFACES.filter((name) => !PRIVATE_INTERFACES.includes(name))).toEqual([])
})

test('the guide to paste says so: else run `npm run reference`', () => {
  expect(readFileSync(path.join(ROOT, GUIDE_FILE), 'utf8')).toBe(guideText())
})
