import { isOpen } from '../../src/invoices/attempt.ts'
import type { Owing } from './owing.ts'

/** Judges each charge at the moment that it reaches Stripe: what is not as it must be. */
export function watch(at: Owing): string[] {
  const faults: string[] = []
  const expect = (so: boolean | undefined, otherwise: string) => void (so || faults.push(otherwise))
  const sent = new Map<string, { body: string; card: string; heard: boolean }>()
  const { gateway } = at.desk
  const pay = gateway.pay.bind(gateway)
  gateway.pay = async (invoiceId, body, key) => {
    const attempts = await at.attempts()
    const row = attempts.find(({ id }) => id === key)
    expect(row && isOpen(row) && row.body === body, `${key} was not written down`)
    expect(attempts.filter(isOpen).length === 1, `${key} was not alone in flight`)
    expect((sent.get(key)?.body ?? body) === body, `${key} had other bytes`)
    for (const [other, before] of sent) {
      before.heard ||= isSeen(at, before.card)
      expect(other === key || before.heard, `${key} was sent after the silence of ${other}`)
    }
    const charge = sent.get(key) ?? { body, card: row?.card.id ?? '', heard: false }
    sent.set(key, charge)
    const answer = await pay(invoiceId, body, key)
    charge.heard ||= answer.answer !== 'unknown' && answer.answer !== 'busy'
    return answer
  }
  return faults
}

/** What became of it stands in Stripe's books. */
function isSeen({ atStripe: { charges, asks, facts } }: Owing, card: string): boolean {
  return (
    asks?.id === card || facts.status !== 'open' || charges.slice(1).some((charge) => charge.card.id === card)
  )
}
