import type { JobView } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { cloud } from '@/cloud/client'
import { ActRefused } from '@/ui/ActRefused'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { dateText } from '@/wording/moment'
import { useOversight } from '../use-oversight'
import '../oversight.css'

const STEP_MS = 1_500

/** A job and its progress. It runs by itself; an overseer who watches makes it faster. */
export function JobCard({ job }: { job: JobView }) {
  const step = useOversight(cloud.oversight.stepJob)
  const { mutate, isPending } = step
  const isWaiting = job.state === 'waiting' && step.error === null
  useEffect(() => {
    if (!isWaiting || isPending) return
    const timer = setTimeout(() => mutate({ jobId: job.jobId }), STEP_MS)
    return () => clearTimeout(timer)
  }, [isWaiting, isPending, mutate, job.jobId])
  const period = `${dateText(job.from, true)}至 ${dateText(job.until - 1, true)}认证的学时`
  return (
    <Card>
      <View className="oversight__line">
        <View className="oversight__what">
          <Text className="oversight__title">{job.unitName}</Text>
          <Text className="x-quiet">{period}</Text>
          <Text className="x-quiet">{`已看 ${job.looked} 份，作废 ${job.voided} 份`}</Text>
          <Text className="x-quiet">{`${job.byName}：${job.reason}`}</Text>
          {job.state === 'waiting' ? <Text className="x-quiet">离开这一页也会继续，办完为止</Text> : null}
        </View>
        <Tag tone={job.state === 'done' ? 'done' : 'due'}>{job.state === 'done' ? '已办完' : '办理中'}</Tag>
      </View>
      <ActRefused error={step.error} />
    </Card>
  )
}
