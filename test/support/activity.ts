// What the log of a company says, in a line each: who, what, why, with what result and from where.
import type { Entry } from '../../src/activity/entry.ts'
import type { Desk } from './running-desk.ts'
import { companyNamed } from './story.ts'

export async function entriesOf(desk: Desk, company = 'Atelier Lumière'): Promise<readonly Entry[]> {
  const { id } = await companyNamed(desk, company)
  return desk.ports.store.activity.list(id, 10_000)
}

/** The oldest first. */
export async function logOf(desk: Desk, company = 'Atelier Lumière'): Promise<string[]> {
  const entries = await entriesOf(desk, company)
  const people = await desk.ports.store.activity.named(entries.flatMap(({ memberId }) => memberId ?? []))
  const first = new Map(people.map(({ id, name }) => [id, name.split(' ')[0]]))
  return entries.toReversed().map(({ memberId, action, facts, result, address }) => {
    const who = memberId ? first.get(memberId) : (facts.by ?? 'guichet')
    const about = [
      facts.card?.last4,
      facts.cardBefore && `instead of ${facts.cardBefore.last4}`,
      facts.defaultNow && `default ${facts.defaultNow.last4}`,
      facts.place && `place ${facts.place}`,
      facts.invoice && `${facts.invoice.amount} ${facts.invoice.currency}`,
      facts.why && `why ${facts.why}`,
    ].filter(Boolean)
    return [`${who}: ${action}`, ...about, result, address ?? 'nowhere'].join(', ')
  })
}

/** What has been entered since, in the order of the alphabet: of one moment, the order is nobody's. */
export async function enteredBy(desk: Desk, act: () => Promise<unknown>): Promise<string[]> {
  const before = (await logOf(desk)).length
  await act()
  await desk.settled()
  return (await logOf(desk)).slice(before)
}
