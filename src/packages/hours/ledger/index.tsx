import { formatHours } from '@domain/kernel/hours'
import type { AccountView, CategoryRing, EntryView } from '@server/books/hours/views'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Ring, type RingArc } from '@/ui/Ring'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { dateText } from '@/wording/moment'
import { countedOfYear, percentOf, requiredOfYear, ringWords } from '@/wording/year'
import { standing, stateText, stateTone } from '../hours-words'
import { useAccount } from '../use-account'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的记录，连上后自动更新'
const TONES = { public: 'done', professional: 'brand' } as const

export default function Ledger() {
  const parameters = useRouteParameters('year')
  const [year, setYear] = useState<number | null>(Number(parameters.year) || null)
  const { account, entries } = useAccount(year)
  useReachBottom(() => {
    if (account.hasNextPage && !account.isFetchingNextPage) void account.fetchNextPage()
  })
  return (
    <Loaded query={account} skeleton="home" offline={OFFLINE}>
      {(first) => (
        <Screen offline={OFFLINE} footer={first.complete ? <ToCertificate account={first} /> : null}>
          <Years account={first} onChange={setYear} />
          <Year account={first} />
          {entries.length === 0 ? (
            <Nothing account={first} />
          ) : (
            <Entries year={first.year} entries={entries} />
          )}
          {account.hasNextPage ? <Text className="ledger__more">往下滑，看更早的记录</Text> : null}
          <ToTitle />
        </Screen>
      )}
    </Loaded>
  )
}

function ToCertificate({ account }: { account: AccountView }) {
  const { year, certificateNumber: number } = account
  const route = number === null ? routes.certificate({ year }) : routes.certificate({ number })
  return (
    <Button block onTap={() => open(route)}>
      {number === null ? '领取证书' : '查看证书'}
    </Button>
  )
}

/** The purpose of the hours: a title. */
const ToTitle = () => (
  <CellGroup>
    <Cell title="职称学时自查" description="这些学时够不够申报职称" onTap={() => open(routes.titleCheck())} />
  </CellGroup>
)

function Years({ account, onChange }: { account: AccountView; onChange: (year: number) => void }) {
  const years = [...new Set([account.year, ...account.years])].sort((a, b) => b - a)
  if (years.length < 2) return null
  return (
    <Chips
      label="年度"
      value={String(account.year)}
      options={years.map((year) => ({ value: String(year), label: `${year} 年` }))}
      onChange={(year) => onChange(Number(year))}
    />
  )
}

function Year({ account }: { account: AccountView }) {
  const { rings } = account
  return (
    <Card>
      <Text className="ledger__year">{`${account.year} 年度 · ${account.regionName}`}</Text>
      <Ring rings={rings.map(arcOf)}>
        <Text className="ledger__number">{formatHours(countedOfYear(rings))}</Text>
        <Text className="x-quiet">{ofYear(rings)}</Text>
      </Ring>
      <View className="ledger__legend">
        {rings.map((ring) => (
          <Legend key={ring.category} ring={ring} />
        ))}
      </View>
      <Text className="ledger__standing">{standing(account)}</Text>
    </Card>
  )
}

function ofYear(rings: AccountView['rings']): string {
  const required = requiredOfYear(rings)
  return required === null ? '学时' : `共 ${hoursText(required)}`
}

function Legend({ ring }: { ring: CategoryRing }) {
  const { name, amount, pending } = ringWords(ring)
  return (
    <View className="ledger__legend-item">
      <View className={`ledger__dot ledger__dot--${TONES[ring.category]}`} />
      <View>
        <Text className="x-quiet">{name}</Text>
        <Text className="x-strong">{amount}</Text>
        {pending === '' ? null : <Text className="ledger__pending">{pending}</Text>}
      </View>
    </View>
  )
}

function arcOf(ring: CategoryRing): RingArc {
  const { name, amount, pending } = ringWords(ring)
  return {
    percent: percentOf(ring.counted, ring.required),
    pendingPercent: percentOf(ring.pending, ring.required),
    tone: TONES[ring.category],
    label: [name, amount, pending].filter((part) => part !== '').join('，'),
  }
}

function Nothing({ account }: { account: AccountView }) {
  return (
    <Empty
      title="还没有学时"
      text={`${account.year} 年要学的都在课程里。从一门公需课开始`}
      action={{ caption: '去选课', onTap: () => open(routes.courses()) }}
    />
  )
}

function Entries({ year, entries }: { year: number; entries: EntryView[] }) {
  return (
    <View>
      <Text className="x-quiet x-quiet--apart">每一笔都能点开看依据</Text>
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} onTap={() => open(routes.why({ year, entryId: entry.id }))} />
      ))}
    </View>
  )
}

function Line({ entry, onTap }: { entry: EntryView; onTap: () => void }) {
  const facts = `${dateText(entry.earnedAt)} · ${entry.categoryName}`
  return (
    <Card
      label={`${entry.title}，${facts}，${hoursText(entry.hours)}，${stateText[entry.state]}`}
      onTap={onTap}
    >
      <View className="ledger__line">
        <View className="ledger__what">
          <Text className="x-strong">{entry.title}</Text>
          <Text className="x-quiet">{facts}</Text>
        </View>
        <View className="ledger__how-many">
          <Text className={entry.state === 'counted' ? 'ledger__hours' : 'ledger__hours ledger__hours--not'}>
            {hoursText(entry.hours)}
          </Text>
          <Tag tone={stateTone[entry.state]}>{stateText[entry.state]}</Tag>
        </View>
      </View>
    </Card>
  )
}
