import type { NoPolicyView, PolicyLine, PolicyView } from '@server/policy/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { dayText } from '@/wording/moment'
import { LineSheet } from './line-sheet'
import { SectionCard } from './section-card'
import { usePolicy } from './use-policy'
import './index.css'

const OFFLINE = '没有网络。看到的是上次打开的规定，连上后自动更新'

export default function Policy() {
  const parameters = useRouteParameters('year')
  const [year, setYear] = useState<number | null>(Number(parameters.year) || null)
  const query = usePolicy(year)
  return (
    <Loaded query={query} offline={OFFLINE}>
      {(policy) => (
        <Screen offline={OFFLINE}>
          <About policy={policy} onYear={setYear} />
          {policy.state === 'told' ? (
            <Sections key={`${policy.region} ${policy.year}`} policy={policy} />
          ) : (
            <Nothing policy={policy} onYear={setYear} />
          )}
        </Screen>
      )}
    </Loaded>
  )
}

interface OfYear {
  policy: PolicyView | NoPolicyView
  onYear: (year: number) => void
}

/** Whose rules these are, and of which year: nothing below makes sense without it. */
function About({ policy, onYear }: OfYear) {
  const { region, regionName, year } = policy
  const years = [...new Set([...policy.years, year])].sort((a, b) => b - a)
  return (
    <View>
      <Card>
        <Text className="x-title">{regionName}</Text>
        <Text className="x-display">{`${year} 年度`}</Text>
        {policy.state === 'told'
          ? policy.documents.map(({ number, title, issuedOn }, index) => (
              <Text className="policy__document" key={`${region} ${number} ${title}`}>
                {`${index === 0 ? '' : '沿用 '}${number}《${title}》${issuedOn === null ? '' : `，${dayText(issuedOn, true)}`}`}
              </Text>
            ))
          : null}
      </Card>
      {years.length < 2 ? null : (
        <Chips
          label="年度"
          value={String(year)}
          options={years.map((of) => ({ value: String(of), label: `${of} 年` }))}
          onChange={(of) => onYear(Number(of))}
        />
      )}
    </View>
  )
}

function Sections({ policy }: { policy: PolicyView }) {
  const [opened, setOpened] = useState<readonly string[]>(['requirement'])
  const [line, setLine] = useState<PolicyLine | null>(null)
  const toggle = (id: string) =>
    setOpened(opened.includes(id) ? opened.filter((other) => other !== id) : [...opened, id])
  return (
    <View className="policy__sections">
      <Text className="x-quiet x-quiet--apart">每一条都能点开，看通知原文</Text>
      {policy.sections.map((section) => (
        <SectionCard
          key={section.id}
          section={section}
          isOpen={opened.includes(section.id)}
          onToggle={() => toggle(section.id)}
          onLine={setLine}
        />
      ))}
      <Text className="x-quiet x-quiet--apart">{`政策版本 ${policy.version.slice(0, 12)}`}</Text>
      <LineSheet line={line} onClose={() => setLine(null)} />
    </View>
  )
}

function Nothing({ policy, onYear }: OfYear) {
  const [latest] = policy.years
  const text =
    latest === undefined
      ? `${policy.regionName}的通知还没有收进来。学过的都有记录，规定到了会自动计算`
      : `现在能看到的是 ${policy.years.join('、')} 年。学过的都有记录，规定到了会自动计算`
  return (
    <Empty
      icon="file"
      title={`还没有 ${policy.year} 年的规定`}
      text={text}
      {...(latest === undefined
        ? {}
        : { action: { caption: `看 ${latest} 年的规定`, onTap: () => onYear(latest) } })}
    />
  )
}
