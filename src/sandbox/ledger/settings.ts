// Values that outlive a restart, one by name.
import type { Connection } from './database.ts'
import { parseStored } from './stored-json.ts'

export interface Setting<Value> {
  read(): Value
  write(value: Value): void
}

export function setting<Value>(connection: Connection, name: string, first: () => Value): Setting<Value> {
  const select = connection.prepare<[string], { body: string }>('select body from settings where name = ?')
  const upsert = connection.prepare('insert or replace into settings (name, body) values (?, ?)')

  function write(value: Value): void {
    upsert.run(name, JSON.stringify(value))
  }

  function read(): Value {
    const row = select.get(name)
    if (row) return parseStored<Value>(row.body)
    const value = first()
    write(value)
    return value
  }

  return { read, write }
}
