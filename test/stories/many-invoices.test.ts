import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { textOf } from '../support/story.ts'
import { startUnpaid } from '../support/unpaid.ts'

it.each([
  ['en', 'Next page', 'Previous page'],
  ['fr', 'Page suivante', 'Page précédente'],
] as const)(
  'each of many invoices is on one of the pages, the open one first (%s)',
  async (language, next, previous) => {
    const { desk, id } = await startUnpaid()
    const row = await desk.database.get<Record<string, string | number | null>>(
      'select * from invoices where id = $1',
      [id],
    )
    for (let number = 1; number <= 60; number += 1) {
      const paid = {
        ...row,
        id: `in_old${number}`,
        number: `OLD-${String(number).padStart(4, '0')}`,
        status: 'paid',
      }
      const columns = Object.keys(paid)
      await desk.database.run(
        `insert into invoices (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
        Object.values(paid),
      )
    }
    const alice = await desk.signedIn('alice', language)
    const [first, second] = [await alice.get(paths.invoices), await alice.get(`${paths.invoices}?page=2`)]
    const numbers = [first, second].map(({ text }) =>
      [...text.matchAll(/OLD-(\d{4})/g)].map(([, number]) => Number(number)),
    )
    expect(numbers.flat()).toEqual(Array.from({ length: 60 }, (_, at) => 60 - at))
    expect(numbers[0]).toHaveLength(49)
    expect([textOf(first.text).includes(next), textOf(first.text).includes(previous)]).toEqual([true, false])
    expect([textOf(second.text).includes(next), textOf(second.text).includes(previous)]).toEqual([
      false,
      true,
    ])
    expect((await alice.get(`${paths.invoices}?page=3`)).status).toBe(404)
    for (const odd of ['0', '-1', 'x', '1e3', '', '99999999999'])
      expect((await alice.get(`${paths.invoices}?page=${odd}`)).text).toContain(next)
  },
)
