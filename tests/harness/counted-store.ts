import type { Store, Transaction } from '../../server/kernel/store/port'

/** A store that writes down what is asked of it, in its transactions too. */
export function counted(store: Store, done: string[]): Store {
  const noting = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name, receiver) {
        const value: unknown = Reflect.get(of, name, receiver)
        if (typeof value !== 'function') return value
        if (name === 'transact')
          return (work: (tx: Transaction) => Promise<unknown>) => store.transact((tx) => work(noting(tx)))
        return (...given: unknown[]) => {
          done.push(`${String(name)} ${String(given[0])}`)
          return value.apply(of, given)
        }
      },
    })
  return noting(store)
}
