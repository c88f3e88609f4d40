import { formatHours } from '@domain/kernel/hours'
import type { CategoryRing } from '@server/books/hours/views'
import type { HomeView } from '@server/home/views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { BindingNotice } from '@/ui/BindingNotice'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { ProgressLine } from '@/ui/ProgressLine'
import { Ring, type RingArc } from '@/ui/Ring'
import { claimStateText, standingOf } from '@/wording/claims'
import { hoursText, unreadText } from '@/wording/labels'
import { countedOfYear, percentOf, requiredOfYear, ringWords, yearSentence } from '@/wording/year'

const TONES = { public: 'done', professional: 'brand' } as const

/** The year at a glance, then what is under way, then what was announced. */
export function Year({ home }: { home: HomeView }) {
  return (
    <View>
      <Card label="学时记录" onTap={() => open(routes.ledger({ year: home.year }))}>
        <Text className="x-title">{`${home.person.name}，你好`}</Text>
        <Text className="home__year">{`${home.year} 年度 · ${home.regionName}`}</Text>
        <Ring rings={home.rings.map(arcOf)}>
          <Text className="home__number">{formatHours(countedOfYear(home.rings))}</Text>
          <Text className="home__of">{ofYear(home.rings)}</Text>
        </Ring>
        <View className="home__legend">
          {home.rings.map((ring) => (
            <Legend key={ring.category} ring={ring} />
          ))}
        </View>
        <Text className="home__sentence">{yearSentence(home)}</Text>
      </Card>
      <BindingNotice person={home.person} />
      {home.unread === 0 ? null : <Unread count={home.unread} />}
      {home.reviewerQueue === null ? null : <Queue queue={home.reviewerQueue} />}
      <Claims claims={home.claims} />
      <Underway courses={home.underway} />
      <Announced notices={home.notices} year={home.year} />
    </View>
  )
}

function ofYear(rings: HomeView['rings']): string {
  const required = requiredOfYear(rings)
  return required === null ? '学时，今年已计' : `共 ${formatHours(required)} 学时`
}

function arcOf(ring: CategoryRing): RingArc {
  const words = ringWords(ring)
  return {
    percent: percentOf(ring.counted, ring.required),
    pendingPercent: percentOf(ring.pending, ring.required),
    tone: TONES[ring.category],
    label: [words.name, words.amount, words.pending].filter((part) => part !== '').join('，'),
  }
}

function Legend({ ring }: { ring: CategoryRing }) {
  const words = ringWords(ring)
  return (
    <View className="home__legend-row">
      <View className={`home__dot home__dot--${TONES[ring.category]}`} />
      <View>
        <Text className="home__legend-name">{words.name}</Text>
        <Text className="home__legend-amount">{words.amount}</Text>
        {words.pending === '' ? null : <Text className="home__legend-pending">{words.pending}</Text>}
      </View>
    </View>
  )
}

function Queue({ queue: { people, contests, claims } }: { queue: NonNullable<HomeView['reviewerQueue']> }) {
  return (
    <CellGroup title="我是审核人">
      {contests === 0 ? null : (
        <Cell
          title="账号争议"
          note={`${contests} 件等你核对`}
          onTap={() => open(routes.reviewPeople({ part: 'contests' }))}
        />
      )}
      <Cell
        title="待办申报"
        note={claims === 0 ? '都办好了' : `${claims} 件等你审核`}
        onTap={() => open(routes.reviewQueue())}
      />
      {people === null ? null : (
        <Cell
          title="核对本单位人员"
          note={people === 0 ? '都核对好了' : `${people} 人等你核对`}
          onTap={() => open(routes.reviewPeople())}
        />
      )}
    </CellGroup>
  )
}

/** Claims that are not over: whose turn it is, or what is to be mended. */
function Claims({ claims }: { claims: HomeView['claims'] }) {
  if (claims.length === 0) return null
  return (
    <CellGroup title="我的申报">
      {claims.map((claim) => (
        <Cell
          key={claim.claimId}
          title={claim.title}
          note={claimStateText[claim.state]}
          description={standingOf(claim)}
          onTap={() => open(routes.claim({ claimId: claim.claimId }))}
        />
      ))}
    </CellGroup>
  )
}

function Underway({ courses }: { courses: HomeView['underway'] }) {
  if (courses.length === 0) return null
  return (
    <View>
      <Text className="home__heading">正在学</Text>
      {courses.map((course) => (
        <Card
          key={course.courseId}
          label={`继续学习《${course.title}》`}
          onTap={() => open(routes.course({ courseId: course.courseId }))}
        >
          <Text className="home__course">{course.title}</Text>
          <ProgressLine
            percent={course.progressPercent}
            label={`已看 ${course.progressPercent}% · ${hoursText(course.hours)}`}
          />
        </Card>
      ))}
    </View>
  )
}

/** In the notices' own words, quietly: they ask for nothing. A tap opens all that the year asks. */
function Announced({ notices, year }: { notices: HomeView['notices']; year: number }) {
  return (
    <Card label={`${year} 年的政策`} onTap={() => open(routes.policy({ year }))}>
      {notices.map(({ id, title, text }) => (
        <View className="home__notice" key={id}>
          <Text className="home__course">{title}</Text>
          <Text className="home__words">{text}</Text>
        </View>
      ))}
      <Text className="home__to-policy">{`看 ${year} 年的政策，逐条有原文`}</Text>
    </Card>
  )
}

function Unread({ count }: { count: number }) {
  return (
    <CellGroup>
      <Cell title="消息" note={`${unreadText(count)} 条未读`} onTap={() => open(routes.inbox())} />
    </CellGroup>
  )
}
