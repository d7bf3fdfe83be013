// 9: default first, then the customer's order, each card once per run, never a dead card, and the caps.
import type { AttemptRow, CardRow } from '../books/ours.ts'
import type { Company } from '../world/companies.ts'
import type { Evidence, Finding, Law } from './evidence.ts'
import { isDead } from './stuck.ts'

export const order: Law = (evidence) => {
  const invoices = Map.groupBy(evidence.ours.attempts, ({ invoice_id }) => invoice_id)
  const found = [...invoices].flatMap(([of, attempts]) => {
    const runs = Map.groupBy(attempts, ({ run }) => run)
    const faults = [...runs.values()].flatMap((run) => [twiceInRun(run), outOfOrder(evidence, run)])
    return [...faults, deadCard(attempts), tooManyRuns(attempts)].flatMap((what) =>
      what ? [finding(of, what)] : [],
    )
  })
  return [...found, ...evidence.companies.flatMap((company) => beyondCaps(evidence, company))]
}

function finding(of: string, what: string): Finding {
  return { invariant: 9, of, what }
}

// By us: a member may press as often as they like.
function twiceInRun(run: readonly AttemptRow[]): string | undefined {
  const ours = run.filter(({ made_by, outcome }) => made_by === 'guichet' && outcome !== 'undone')
  const twice = ours.find((attempt, at) => ours.slice(0, at).some((earlier) => isSameCard(earlier, attempt)))
  return twice && `${twice.payment_method_id} twice in run ${twice.run}`
}

function isSameCard(one: AttemptRow, other: AttemptRow): boolean {
  return one.fingerprint === other.fingerprint
}

function deadCard(attempts: readonly AttemptRow[]): string | undefined {
  const again = attempts.find(
    (attempt, at) =>
      attempt.made_by === 'guichet' &&
      attempts.slice(0, at).some((earlier) => isSameCard(earlier, attempt) && isDead(earlier)),
  )
  return again && `${again.payment_method_id} was charged after its bank had said never again`
}

function tooManyRuns(attempts: readonly AttemptRow[]): string | undefined {
  const runs = new Set(attempts.filter(({ made_by }) => made_by === 'guichet').map(({ run }) => run))
  return runs.size > 4 ? `${runs.size} runs` : undefined
}

/** Where nobody touched the wallet, the order is the one that was planned. */
function outOfOrder({ companies, ours }: Evidence, run: readonly AttemptRow[]): string | undefined {
  const company = companies.find(({ id }) => id === run[0]?.company_id)
  if (!company?.plan.isQuiet) return undefined
  const own = ours.cards.filter((card) => card.company_id === company.id)
  const wanted = inOrder(own).map(({ id }) => id)
  const charged = run
    .filter(({ made_by }) => made_by === 'guichet')
    .map(({ payment_method_id }) => payment_method_id)
  const places = charged.map((id) => wanted.indexOf(id))
  if (places.includes(-1)) return `a card that nobody agreed to: ${charged.join()} of ${wanted.join()}`
  return places.every((place, at) => at === 0 || place > Number(places[at - 1])) ? undefined : `order: ${charged.join()} of ${wanted.join()}` // biome-ignore format: one thought
}

function inOrder(cards: readonly CardRow[]): CardRow[] {
  const [first, rest] = [
    cards.filter((card) => card.is_default === 1),
    cards.filter((card) => card.is_default === 0),
  ]
  return [...first, ...rest.filter(({ agreed }) => agreed === 1)]
}

const day = 24 * 60 * 60
const caps = [
  { declines: 6, within: day, name: '24 h' },
  { declines: 14, within: 30 * day, name: '30 days' },
]

/**
 * Counted in the ledger, by fingerprint, over all of a company's invoices, up to when the attempt was begun: one that
 * Stripe had not heard of is sent again under its key, whatever the card's bank has said to others meanwhile.
 */
function beyondCaps({ book, ours, payments }: Evidence, { customer }: Company): Finding[] {
  const fingerprints = new Map(ours.cards.map(({ id, fingerprint }) => [id, fingerprint]))
  const attempts = book
    .filter((account) => account.customer === customer)
    .flatMap((account) => account.attempts)
    .map((attempt) => ({
      ...attempt,
      fingerprint: fingerprints.get(attempt.paymentMethod) ?? attempt.paymentMethod,
    }))
  const sent = new Set(payments.map(({ request }) => request.id))
  return attempts.flatMap((attempt) => {
    if (!sent.has(attempt.request ?? '')) return []
    const row = ours.attempts.find(({ id }) => id === attempt.idempotencyKey)
    const begun = Math.min(attempt.at, (row?.started_at ?? Number.POSITIVE_INFINITY) / 1000)
    const before = attempts.filter((other) => other.fingerprint === attempt.fingerprint && other.result === 'declined' && other.at < begun) // biome-ignore format: one thought
    const cap = caps.find(
      ({ declines, within }) => before.filter(({ at }) => at > begun - within).length >= declines,
    )
    return cap
      ? [
          finding(
            attempt.invoice ?? '',
            `${attempt.paymentMethod} was charged beyond ${cap.declines} declines in ${cap.name}`,
          ),
        ]
      : []
  })
}
