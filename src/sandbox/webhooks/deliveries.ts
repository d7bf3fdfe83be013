// Which events are still to be told to which endpoint. Kept in the ledger, so that a restart goes on with them.
import type { Connection } from '../ledger/database.ts'

export interface Delivery {
  place: number
  event: string
  url: string
  tries: number
  /** Milliseconds since 1970. */
  due: number
}

export interface Deliveries {
  /** After so many milliseconds. */
  add(event: string, url: string, delay?: number): void
  /** Never delivered, and failed as Stripe sees it. */
  lose(event: string, url: string): void
  /** Of those whose time has come, the oldest for this endpoint. */
  nextDue(url: string, now: number): Delivery | undefined
  /** Among these endpoints; others may come back. */
  firstDueAt(urls: string[]): number | null
  /** The endpoints for which something is due. */
  dueUrls(now: number): string[]
  succeeded(delivery: Delivery): void
  again(delivery: Delivery, due: number): void
  gaveUp(delivery: Delivery): void
  pendingOf(event: string): number
  /** Did every endpoint get it? */
  allDelivered(event: string): boolean
}

export function deliveriesOf(connection: Connection): Deliveries {
  const insert = connection.prepare('insert into deliveries (event, url, due, state) values (?, ?, ?, ?)')
  const next = connection.prepare<[string, number], Delivery>(
    "select * from deliveries where state = 'pending' and url = ? and due <= ? order by place limit 1",
  )
  const first = connection.prepare<[string], { due: number | null }>(
    "select min(due) as due from deliveries where state = 'pending' " +
      'and url in (select value from json_each(?))',
  )
  const waiting = connection.prepare<[number], { url: string }>(
    "select distinct url from deliveries where state = 'pending' and due <= ?",
  )
  const finish = connection.prepare('update deliveries set state = ?, tries = tries + 1 where place = ?')
  const postpone = connection.prepare('update deliveries set due = ?, tries = tries + 1 where place = ?')
  const count = connection.prepare<[string, string], { count: number }>(
    'select count(*) as count from deliveries where event = ? and state = ?',
  )
  const numberOf = (event: string, state: string) => count.get(event, state)?.count ?? 0

  return {
    add: (event, url, delay = 0) => insert.run(event, url, Date.now() + delay, 'pending'),
    lose: (event, url) => insert.run(event, url, Date.now(), 'failed'),
    nextDue: (url, now) => next.get(url, now),
    firstDueAt: (urls) => first.get(JSON.stringify(urls))?.due ?? null,
    dueUrls: (now) => waiting.all(now).map(({ url }) => url),
    succeeded: ({ place }) => finish.run('delivered', place),
    again: ({ place }, due) => postpone.run(due, place),
    gaveUp: ({ place }) => finish.run('failed', place),
    pendingOf: (event) => numberOf(event, 'pending'),
    allDelivered: (event) => numberOf(event, 'pending') + numberOf(event, 'failed') === 0,
  }
}
