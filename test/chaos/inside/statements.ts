// A commit says nothing of what it commits: it is named after what its transaction wrote.

const written = new WeakMap<object, string[]>()

export function noteStatement(connection: object, sql: string): void {
  if (/^\s*begin/i.test(sql)) written.set(connection, [])
  else if (/^\s*(insert|update|delete)/i.test(sql)) written.get(connection)?.push(plain(sql).slice(0, 60))
}

/** `commit: update attempts set …; update invoices set …`, or the statement itself. */
export function nameOf(connection: object, sql: string): string {
  const text = plain(sql)
  return /^commit/i.test(text) ? `commit: ${(written.get(connection) ?? []).join('; ')}` : text
}

function plain(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim()
}
