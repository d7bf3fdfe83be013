// The sandbox in a process of its own, with a clock that is moved from outside and a judge who sees each request
// first. Started with fork: SANDBOX options come as the first argument.
import { createSandbox } from '../../../src/sandbox/sandbox.ts'
import { openPeek } from '../books/peek.ts'
import { witness } from './witness.ts'

const { databaseUrl, webhook, ahead } = JSON.parse(process.argv[2] ?? '{}')
let moved: number = ahead
const peek = openPeek(databaseUrl)
const seen = witness(peek)
const sandbox = createSandbox({
  data: ':memory:',
  webhooks: [webhook],
  clock: () => Date.now() + moved,
  backoff: [40, 80, 160, 320, 640],
  onRequest: seen.onRequest,
})
const { url } = await sandbox.listen()

const answers: Readonly<Record<string, (given: never) => unknown>> = {
  clock: (milliseconds: number) => {
    moved = milliseconds
    sandbox.control.tick()
  },
  now: () => sandbox.ledger.now() * 1000,
  payments: () => seen.payments,
  keyed: () => seen.keyed,
  calls: () => seen.calls,
  activity: () => ({ requests: seen.count(), ...seen.underWay(), deliveries: waiting() }),
  wallets: () => [...sandbox.ledger.customers.oldestFirst()].flatMap(walletOf),
  intents: () => [...sandbox.ledger.paymentIntents.oldestFirst()].map(({ id, status }) => ({ id, status })),
  open: () =>
    [...sandbox.ledger.invoices.oldestFirst()].flatMap((invoice) =>
      invoice.deleted ? [] : [{ id: invoice.id, next: invoice.next_payment_attempt, status: invoice.status }],
    ),
}

process.on('message', ({ id, what, given }: { id: number; what: string; given: never }) => {
  process.send?.({ id, answer: answers[what]?.(given) })
})
process.once('disconnect', () => process.exit())
process.send?.({ url })

function waiting(): number {
  const row: unknown = sandbox.ledger.connection
    .prepare("select count(*) as count from deliveries where state = 'pending'")
    .get()
  return typeof row === 'object' && row !== null && 'count' in row ? Number(row.count) : 0
}

function walletOf(customer: ReturnType<typeof sandbox.ledger.customers.get>): object[] {
  if (!customer || customer.deleted) return []
  const chosen = customer.invoice_settings.default_payment_method
  const cards = [...sandbox.ledger.paymentMethods.oldestFirst(customer.id)].map(({ id }) => id)
  return [{ customer: customer.id, chosen: typeof chosen === 'string' ? chosen : null, cards }]
}
