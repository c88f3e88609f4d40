import { holding, router } from '../trpc'
import { rosterTemplate } from './template'

/** A unit's reviewer brings in their own people; departments and bureaus bring in those of units below them. */
const keeper = holding('unit-reviewer', 'department-reviewer', 'bureau-reviewer', 'bureau-staff')

export const rosterRouter = router({
  template: keeper.query(({ ctx }) =>
    rosterTemplate({ withUnits: ctx.grants.every(({ role }) => role !== 'unit-reviewer') }),
  ),
})
