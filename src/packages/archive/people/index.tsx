import type { ArchivePeopleView, ArchivePerson } from '@server/claims/archive/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { OwnBodies } from '@/ui/OwnBodies'
import { Screen } from '@/ui/Screen'
import { capText, hoursText, overCap } from '../archive-words'
import { useArchivePeople } from '../use-archive'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的档案，连上后再记'

/** One of one's own units and a year it keeps; null for the first, and the latest. */
interface Chosen {
  orgId: string | null
  year: number | null
}

const NOBODY = {
  title: '还没有核对过的同事',
  text: '先核对本单位人员，核对过的人会列在这里，就能给他们记档案',
  icon: 'usergroup',
  action: { caption: '去核对人员', onTap: () => open(routes.reviewPeople()) },
} as const

/** 学习档案: the people of the unit, and the hours that the unit has fixed for their year. */
export default function Archive() {
  const [chosen, setChosen] = useState<Chosen>({ orgId: null, year: null })
  const { list, people } = useArchivePeople(chosen)
  const isEmpty = list.data !== undefined && people.length === 0
  return (
    <Loaded query={list} offline={OFFLINE} empty={({ bodies }) => isEmpty && bodies.length < 2 && NOBODY}>
      {(first) => (
        <Screen offline={OFFLINE}>
          <OwnBodies
            bodies={first.bodies}
            value={chosen.orgId}
            onChange={(orgId) => setChosen({ orgId, year: null })}
          />
          <Notice title="先有档案，同事才能申报" text={`${whatFor(first)}${why(first)}`} />
          {first.years.length > 1 ? (
            <Chips
              label="哪一年"
              value={String(first.year)}
              options={first.years.map((year) => ({ value: String(year), label: `${year} 年` }))}
              onChange={(year) => setChosen({ ...chosen, year: Number(year) })}
            />
          ) : null}
          <View>
            {isEmpty ? (
              <Empty {...NOBODY} />
            ) : (
              <CellGroup title={`${first.year} 年，点开给他记一条`}>
                {people.map((person) => (
                  <Person key={person.personId} person={person} view={first} />
                ))}
              </CellGroup>
            )}
            {list.hasNextPage ? <Text className="archive-people__more">往下滑，看更多</Text> : null}
          </View>
        </Screen>
      )}
    </Loaded>
  )
}

const whatFor = ({ kinds }: ArchivePeopleView): string =>
  `${kinds.map(({ label }) => label).join('、')}的学时由单位在学习档案里确定，没有档案不予登记。`

const why = (view: ArchivePeopleView): string => (view.cap === null ? '' : `${capText(view)}。`)

function Person({ person, view }: { person: ArchivePerson; view: ArchivePeopleView }) {
  const { personId, name, idNumberMasked, total, lines, isSelf } = person
  const over = overCap({ cap: view.cap, total })
  const beyond = over === null ? '' : `，超出上限 ${hoursText(over, view)}`
  if (isSelf) return <Cell title={name} description="你本人的档案，要请单位别的审核人来记" />
  return (
    <Cell
      title={name}
      note={lines === 0 ? '还没有档案' : hoursText(total, view)}
      description={lines === 0 ? `身份证 ${idNumberMasked}` : `${lines} 条档案${beyond}`}
      onTap={() => open(routes.archivePerson({ personId, year: view.year }))}
    />
  )
}
