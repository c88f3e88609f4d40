import type { Mend } from '../mend'

export const COST: readonly Mend[] = [
  {
    test: {
      file: 'tests/doors/cost.test.ts',
      name: 'an account that asks for its home 272 times, %i at once, is told when to come back',
    },
    without: [
      {
        file: 'server/kernel/call-budget.ts',
        find: '{ points: points - due, at: now }',
        instead: '{ points, at: now }',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/cost.test.ts',
      name: 'what is over is refused before anything is read, parsed or done',
    },
    // Who is calling is read before the call is refused; where that fails it goes on.
    without: [
      {
        file: 'server/door.ts',
        find: 'if (againAt !== null)\n',
        instead:
          "if (againAt !== null && (await ctx.store.get('bindings', ctx.openid).catch(() => 'fault')) !== 'fault')\n",
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/cost.test.ts',
      name: 'a person who opens screen after screen, and a reviewer who decides forty claims, never meet it',
    },
    // What stands here for everybody else: that a purse fills again.
    without: [
      {
        file: 'server/kernel/call-budget.ts',
        find: 'Math.min(most, purse.points + passed * perSecond)',
        instead: 'purse.points',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/cost.test.ts',
      name: 'an address that floods %s waits, and no other does',
    },
    without: [
      {
        file: 'server/web-door.ts',
        find: "if (againAt !== null) return answered(ctx, async () => refuse('TOO_OFTEN', { againAt }))",
        instead: '',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/outside.test.ts',
      name: 'a sender has so many lines a day: what is over waits, and what was received is still answered',
    },
    without: [
      {
        file: 'server/outside/receive-batch.ts',
        find: "await spendIn(tx, ctx, { limit: 'outside-lines', key: document.providerId, weight: document.rowCount })",
        instead: '',
      },
    ],
  },
  {
    test: {
      file: 'server/afterwards/clock/clock.test.ts',
      name: '400 events of one account before one of another: the other’s is delivered in the next run',
    },
    without: [
      {
        file: 'server/kernel/store/lanes.ts',
        find: 'return ((hash >>> 0) % LANES)',
        instead: 'return ((hash >>> 0) % 1)',
      },
    ],
  },
  {
    test: {
      file: 'server/afterwards/clock/clock.test.ts',
      name: 'and a line of the log is filed, and an item settled, before the flood is through',
    },
    without: [
      {
        file: 'server/kernel/store/lanes.ts',
        find: 'return ((hash >>> 0) % LANES)',
        instead: 'return ((hash >>> 0) % 1)',
      },
    ],
  },
  {
    test: {
      file: 'server/kernel/work-through.test.ts',
      name: 'who floods a lane keeps neither its shard nor any other waiting',
    },
    without: [
      {
        file: 'server/kernel/store/fair-turns.ts',
        find: '[...heads, ...page.items.filter(({ _id }) => !early.has(_id))]',
        instead: 'page.items',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/outside-lines.test.ts',
      name: 'gives each sender a turn: a single line of one does not wait for a month of another',
    },
    without: [
      {
        file: 'server/outside/work-batches.ts',
        find: 'return [...first.slice(begin), ...first.slice(0, begin)]',
        instead: 'return first.sort((a, b) => a.dueAt - b.dueAt).slice(0, 1)',
      },
    ],
  },
  {
    test: {
      file: 'server/kernel/budget.test.ts',
      name: 'so many in a window and no more; the refusal says when the next one begins',
    },
    without: [
      {
        file: 'server/kernel/budget.ts',
        find: 'after.spent > most',
        instead: 'after.spent > most * 1_000',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/contest.test.ts',
      name: 'M3: one number is contested some times a week, by whatever accounts',
    },
    without: [
      {
        file: 'server/people/contest.ts',
        find: "    { limit: 'contest-a-number', key: filing.idNumberHash },\n",
        instead: '',
      },
    ],
  },
  {
    test: {
      file: 'server/membership/roster/hostile-sheet.test.ts',
      name: 'ten million elements, each within the one before',
    },
    // Behind the bound on depth stands the one on elements. A little above what the test sends.
    without: [
      { file: 'server/sheet/bounds.ts', find: 'depth: 40,', instead: 'depth: 2_000_000,' },
      { file: 'server/sheet/bounds.ts', find: 'elements: 3_000_000,', instead: 'elements: 20_000_000,' },
    ],
  },
  {
    test: {
      file: 'server/membership/roster/hostile-sheet.test.ts',
      name: 'an archive within an archive, and ten thousand parts',
    },
    without: [{ file: 'server/sheet/bounds.ts', find: 'parts: 1_000,', instead: 'parts: 11_000,' }],
  },
  {
    test: {
      file: 'domain/watch/watch.test.ts',
      name: 'two hundred times a whole lecture names each of its seconds once',
    },
    without: [
      {
        file: 'domain/watch/apply-report.ts',
        find: 'for (let second = from < end ? unnamed(from) : end; second < end; second = unnamed(second)) {',
        instead: 'for (let second = from; second < end; second += 1) {',
      },
    ],
  },
  {
    test: {
      file: 'domain/watch/watch.test.ts',
      name: 'and where every other second was seen, its answer has at most one range for each',
    },
    without: [
      {
        file: 'domain/watch/apply-report.ts',
        find: 'unpaid.set(range, [unpaid.get(range)?.[0] ?? second, second + 1])',
        instead: 'unpaid.set(second, [second, second + 1])',
      },
    ],
  },
  {
    test: { file: 'tests/doors/fuzz.test.ts', name: 'what it looks for is seen where it is' },
    // The net itself: numbers of others are looked for in no answer, and no operation costs anything.
    without: [
      {
        file: 'tests/doors/fuzz/town.ts',
        find: '[...namesBeyond(who), ...numbers]',
        instead: '[...namesBeyond(who)]',
      },
      {
        file: 'tests/harness/counted-store.ts',
        find: 'price.operations += 1',
        instead: 'price.operations += 0',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/call-weights.test.ts',
      name: '%s asks for no more than it weighs (%i)',
    },
    without: [{ file: 'server/call-weights.ts', find: "'home.view': 20,", instead: "'home.view': 2," }],
  },
]
