// Nothing is left lying: every attempt comes to an end, and an unpaid invoice is charged or rests for a reason that
// the ledger bears out.
import type { InvoiceAccount } from '../../../src/sandbox/judge/accounts.ts'
import type { InvoiceRow } from '../books/ours.ts'
import type { Evidence, Law } from './evidence.ts'

/** In the place of an invariant's number: none of the fifteen. */
export const stuckNumber = 0

export const stuck: Law = (evidence) => {
  const { book, ours, now } = evidence
  const accounts = new Map(book.map((account) => [account.invoice, account]))
  const open = ours.attempts
    .filter(({ settled_at, invoice_id }) => settled_at === null && !isAtBank(accounts.get(invoice_id)))
    .map(({ id, outcome, started_at }) => ({
      of: id,
      what: `an attempt is ${outcome} since ${hours(now - started_at)}`,
    }))
  const unpaid = ours.invoices.flatMap((row) => {
    const account = accounts.get(row.id)
    const why =
      account?.status === 'open' &&
      row.automatic === 1 &&
      row.attempted === 1 &&
      fault(evidence, row, account)
    return why ? [{ of: row.id, what: why }] : []
  })
  const still = evidence.notes.standstills.map(() => ({
    of: 'a server',
    what: 'it answered nobody any more',
  }))
  return [...open, ...unpaid, ...still].map((finding) => ({ ...finding, invariant: stuckNumber }))
}

function isAtBank(account: InvoiceAccount | undefined): boolean {
  return account?.attempts.at(-1)?.result === 'processing'
}

function fault(evidence: Evidence, row: InvoiceRow, account: InvoiceAccount): string | false {
  const said = account.attempts.map(({ code, result }) => code ?? result)
  const isOverdue = row.next_run_at !== null && row.next_run_at < evidence.now - 60 * 60_000
  if (isOverdue) return `its run ${row.run} was due ${hours(evidence.now - Number(row.next_run_at))} ago`
  switch (row.rest) {
    case 'next run':
      return row.next_run_at === null && 'it waits for a run that has no time'
    case 'processing':
      return !isAtBank(account) && 'it waits for a bank that has answered'
    case 'cardholder':
      return !said.some((code) => holders.includes(code)) && 'it waits for a cardholder whom nobody asked'
    case 'stopped':
      return (
        !isStopped(evidence, row, said) &&
        `it was stopped (${row.rest_why}) for no reason that the ledger knows: ${said.join()}`
      )
    case 'review':
      return (
        !isForReview(evidence, row, said) &&
        `it is in review (${row.rest_why}) for no reason that the ledger knows: ${said.join()}`
      )
    default:
      return `it is neither charged nor at rest; ledger: ${said.join()}`
  }
}

const holders = ['authentication_required', 'requires_action', 'incorrect_cvc', 'invalid_account', 'payment_intent_authentication_failure'] // biome-ignore format: one thought
const refusals = ['invalid_amount', 'currency_not_supported']

/** All that may be charged was tried, or one card's answer was meant for all. */
function isStopped({ ours }: Evidence, { id, company_id }: InvoiceRow, said: readonly string[]): boolean {
  if (said.some((code) => refusals.includes(code))) return true
  const own = ours.cards.filter((card) => card.company_id === company_id && card.removed_at === null)
  const mayBeCharged = own.filter(({ agreed, is_default }) => agreed === 1 || is_default === 1)
  const tried = ours.attempts.filter(({ invoice_id }) => invoice_id === id)
  const dead = ours.attempts.filter((attempt) => attempt.company_id === company_id && isDead(attempt))
  return mayBeCharged.every(({ fingerprint }) =>
    [...tried, ...dead].some((attempt) => attempt.fingerprint === fingerprint),
  )
}

export function isDead({
  advice_code,
  decline_code,
  code,
}: {
  advice_code: string | null
  decline_code: string | null
  code: string | null
}): boolean {
  // biome-ignore format: one thought
  return advice_code === 'do_not_try_again' && decline_code !== 'fraudulent' && decline_code !== 'currency_not_supported' && code !== null // biome-ignore format: one thought
}

function isForReview(
  { notes, ours, payments }: Evidence,
  { id, rest_why }: InvoiceRow,
  said: readonly string[],
): boolean {
  if (rest_why === 'suspected fraud') return said.includes('fraudulent')
  if (rest_why !== 'unknown for too long') return false
  // A card that was removed meanwhile is not asked again, and so never answers.
  const gone = new Set(ours.cards.filter(({ removed_at }) => removed_at !== null).map((card) => card.id))
  // Stripe keeps a failure of its own under the key that it came by: asked again, it says the same for a day.
  const failed = new Set(
    payments
      .filter(({ request }) => Number(request.status) >= 500)
      .map(({ request }) => request.idempotencyKey),
  )
  return (
    notes.longSilence ||
    ours.attempts.some(
      (attempt) =>
        attempt.invoice_id === id &&
        attempt.outcome === 'review' &&
        (gone.has(attempt.payment_method_id) || failed.has(attempt.id)),
    )
  )
}

function hours(milliseconds: number): string {
  return `${Math.round(milliseconds / 36_000) / 100} h`
}
