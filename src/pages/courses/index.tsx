import type { Category } from '@server/learning/catalog/views'
import { Text, View } from '@tarojs/components'
import { LENGTHS, type Length } from '@/cloud/course-filter'
import { open, routes } from '@/routes'
import { Chips } from '@/ui/Chips'
import type { EmptyProps } from '@/ui/Empty'
import { LoadedPart } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { CourseLine } from './course-line'
import { MakeUpBar } from './make-up-bar'
import { useCourseFilter, useCourses } from './use-courses'
import { useMakeUpYears } from './use-make-up-years'
import './index.css'

const ALL: { value: Category | 'all'; label: string } = { value: 'all', label: '全部' }
const CATEGORIES: readonly Category[] = ['public', 'professional']

const ANY_LENGTH: { value: Length | 'all'; label: string } = { value: 'all', label: '不限' }
const LENGTH_CHIPS = [
  ANY_LENGTH,
  ...(Object.keys(LENGTHS) as Length[]).map((value) => ({ value, label: LENGTHS[value].label })),
]

const NEWCOMER = {
  title: '登记后就能选课',
  text: '登记大约 3 分钟，然后看到你所在地区的全部课程',
  action: { caption: '开始登记', onTap: () => open(routes.enrolConsent()) },
}

export default function Courses() {
  const { filter, change } = useCourseFilter()
  const shown = useCourses(filter)
  const makeUpYears = useMakeUpYears(filter.year !== null && !shown.isNewcomer)
  if (shown.isNewcomer) return <Screen state="empty" empty={NEWCOMER} />
  return (
    <Screen>
      {shown.years.length < 2 ? (
        <Text className="courses__year">{`${shown.year} 年度`}</Text>
      ) : (
        <Chips
          label="年度"
          value={String(shown.year)}
          options={shown.years.map((year) => ({ value: String(year), label: `${year} 年` }))}
          onChange={(year) => change({ year: Number(year) })}
        />
      )}
      <Chips
        label="课程类别"
        value={filter.category ?? 'all'}
        options={[ALL, ...CATEGORIES.map((value) => ({ value, label: shown.categoryNames[value] }))]}
        onChange={(category) => change({ category: category === 'all' ? null : category })}
      />
      <Chips
        label="课程学时"
        value={filter.length ?? 'all'}
        options={LENGTH_CHIPS}
        onChange={(length) => change({ length: length === 'all' ? null : length })}
      />
      <View className="courses__list">
        <MakeUpBar year={shown.year} years={makeUpYears} />
        <List
          {...shown}
          isNarrow={filter.category !== null || filter.length !== null}
          onWiden={() => change({ category: null, length: null })}
        />
      </View>
    </Screen>
  )
}

const NOTHING: EmptyProps = {
  title: '这里还没有课程',
  text: '这个年度的课程还在准备。培训、论文、成果等可以先在“我的”里申报学时',
}

interface ListProps extends ReturnType<typeof useCourses> {
  /** Whether a kind or a length was chosen: there may be others. */
  isNarrow: boolean
  onWiden: () => void
}

function List({ list, courses, isNarrow, onWiden }: ListProps) {
  const nothingOfThese: EmptyProps = {
    title: '这里还没有课程',
    text: '这个年度的这类课程还在准备。可以先看其他类别',
    action: { caption: '看全部课程', onTap: onWiden },
  }
  return (
    <LoadedPart query={list} empty={() => courses.length === 0 && (isNarrow ? nothingOfThese : NOTHING)}>
      {() => (
        <View>
          {courses.map((course) => (
            <CourseLine key={course.id} course={course} />
          ))}
          <Text className="courses__end">
            {list.isFetchingNextPage
              ? '正在取更多课程'
              : list.hasNextPage
                ? '往下滑，看更多'
                : '全部课程都在这里了'}
          </Text>
        </View>
      )}
    </LoadedPart>
  )
}
