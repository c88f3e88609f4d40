import { mergeInternalComponents } from '@tarojs/shared'
import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { Answers } from './cloud/answers'
import { arrive } from './cloud/arrive'
import { connect } from './cloud/connect'
import { enrolDraft } from './cloud/enrol-draft'
import { entryOf, type LaunchOptions } from './cloud/entry'
import { listenForVersion, offerVersion } from './cloud/new-version'
import { ARIA_ATTRIBUTES } from './ui/aria-attributes'
import './app.css'

// Before the first element is made: Taro numbers its attributes once.
mergeInternalComponents(ARIA_ATTRIBUTES)

export default function App({ children }: PropsWithChildren) {
  useLaunch((options: LaunchOptions) => {
    connect()
    listenForVersion()
    enrolDraft.forgetOldNumber()
    void arrive(entryOf(options))
  })
  // WeChat says the way in again on every return; only a new one matters.
  useDidShow((options?: LaunchOptions) => {
    if (options !== undefined) void arrive(entryOf(options))
    void offerVersion()
  })
  return <Answers>{children}</Answers>
}
