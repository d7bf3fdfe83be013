// All objects of one kind, newest first, as the API lists them.
import type { Connection } from './database.ts'
import { parseStored } from './stored-json.ts'

export interface Collection<Item extends { id: string }> {
  get(id: string): Item | undefined
  add<Kept extends Item>(item: Kept): Kept
  replace<Kept extends Item>(item: Kept): Kept
  newestFirst(owner?: string): Iterable<Item>
  oldestFirst(owner?: string): Iterable<Item>
}

interface Row {
  body: string
}

/** `ownerOf` names the customer whose list the item appears in. */
export function collection<Item extends { id: string }>(
  connection: Connection,
  kind: string,
  ownerOf: (item: Item) => string | null,
): Collection<Item> {
  const one = connection.prepare<[string, string], Row>('select body from objects where kind = ? and id = ?')
  const insert = connection.prepare('insert into objects (kind, id, owner, body) values (?, ?, ?, ?)')
  const update = connection.prepare('update objects set owner = ?, body = ? where kind = ? and id = ?')

  function* walk(order: 'asc' | 'desc', owner: string | undefined): Generator<Item> {
    const sql = `select body from objects where kind = $kind ${
      owner === undefined ? '' : 'and owner = $owner'
    } order by place ${order}`
    const rows = connection.prepare<[{ kind: string; owner?: string }], Row>(sql)
    const chosen = owner === undefined ? { kind } : { kind, owner }
    for (const row of rows.iterate(chosen)) yield parseStored<Item>(row.body)
  }

  return {
    get(id) {
      const row = one.get(kind, id)
      return row && parseStored<Item>(row.body)
    },
    add(item) {
      insert.run(kind, item.id, ownerOf(item), JSON.stringify(item))
      return item
    },
    replace(item) {
      update.run(ownerOf(item), JSON.stringify(item), kind, item.id)
      return item
    },
    newestFirst: (owner) => walk('desc', owner),
    oldestFirst: (owner) => walk('asc', owner),
  }
}
