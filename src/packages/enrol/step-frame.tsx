import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Screen } from '@/ui/Screen'
import { Steps } from '@/ui/Steps'
import { type EnrolStep, STEP_NAMES, STEPS } from './way'
import './step-frame.css'

export interface StepFrameProps {
  step: EnrolStep
  title: string
  lead: string
  footer: ReactNode
  children: ReactNode
}

/** The frame of each registration step: the position, the question, and its reason. */
export function StepFrame({ step, title, lead, footer, children }: StepFrameProps) {
  return (
    <Screen footer={footer} offline="没有网络。已填的内容都保存着，连上后再提交">
      <Steps items={STEP_NAMES} current={STEPS.indexOf(step)} />
      <View className="enrol__head">
        <Text className="x-title">{title}</Text>
        <Text className="enrol__lead">{lead}</Text>
      </View>
      {children}
    </Screen>
  )
}
