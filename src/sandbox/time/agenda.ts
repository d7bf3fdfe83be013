// What happens by itself, and when: the next thing for each invoice and subscription. Kept across a restart.
import type { Connection } from '../ledger/database.ts'

export interface Appointment {
  /** The invoice or the subscription. */
  id: string
  /** The test clock that counts for it; '' for the sandbox's own. */
  clock: string
  /** Seconds since 1970. */
  due: number
}

export interface Agenda {
  /** Instead of what was set for it before. Null: nothing more happens by itself. */
  set(id: string, clock: string, due: number | null): void
  /** The earliest on this clock whose time has come by then. */
  firstDue(clock: string, until: number): Appointment | undefined
}

export function agendaOf(connection: Connection): Agenda {
  const upsert = connection.prepare('insert or replace into appointments (id, clock, due) values (?, ?, ?)')
  const remove = connection.prepare('delete from appointments where id = ?')
  const first = connection.prepare<[string, number], Appointment>(
    'select * from appointments where clock = ? and due <= ? order by due, id limit 1',
  )

  return {
    set(id, clock, due) {
      if (due === null) remove.run(id)
      else upsert.run(id, clock, due)
    },
    firstDue: (clock, until) => first.get(clock, until),
  }
}
