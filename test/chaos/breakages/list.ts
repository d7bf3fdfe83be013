// Deliberate mistakes, each a small change of the text of the program, and the invariants that have to catch it.

export interface Patch {
  readonly file: string
  readonly from: string
  readonly to: string
}

export interface Breakage {
  readonly name: string
  readonly patches: readonly Patch[]
  readonly caughtBy: readonly number[]
  readonly workers: number
  /** Of a round with the weather that shows it; without it, the command's own. */
  readonly seed?: number
}

const charging = 'src/invoices/charge-invoice.ts'

export const breakages: readonly Breakage[] = [
  {
    name: 'the key is minted anew on retry',
    patches: [
      {
        file: charging,
        from: "gateway.pay(attempt.invoiceId, attempt.body ?? '', attempt.id)",
        to: "gateway.pay(attempt.invoiceId, attempt.body ?? '', `$" + '{attempt.id}/$' + '{attempt.tries}`)',
      },
    ],
    caughtBy: [4, 5],
    workers: 1,
  },
  {
    name: 'the next card is tried on unknown',
    patches: [
      {
        file: charging,
        from: "if (answer.answer === 'unknown') await settleFromStripe(ports, attempt)",
        to: "if (answer.answer === 'unknown') return void (await store.invoices.settle(attempt.id, { outcome: 'undone', decline: null, chargeId: null }, clock.now()))",
      },
    ],
    caughtBy: [1, 5],
    workers: 1,
  },
  {
    name: 'the row is written after the request',
    patches: [
      {
        file: charging,
        from: 'const begun = await store.invoices.begin(',
        to: "const early = newAttempt(charge, clock.now())\n  await ports.gateway.pay(early.invoiceId, early.body ?? '', early.id)\n  const begun = await store.invoices.begin(",
      },
    ],
    caughtBy: [4, 13],
    workers: 1,
  },
  {
    name: 'nothing says that one attempt is in flight',
    patches: [
      {
        file: 'db/migrations/002_invoices.sql',
        from: 'create unique index one_attempt_in_flight',
        to: 'create index one_attempt_in_flight',
      },
      { file: 'db/migrations/002_invoices.sql', from: ',\n  unique (invoice_id, number)', to: '' },
      {
        file: 'src/adapters/sql/attempts.ts',
        from: 'and $4 = 1 + coalesce((select max(a.number) from attempts a where a.invoice_id = i.id), 0)',
        to: 'and $4 > 0',
      },
      {
        file: 'src/adapters/sql/attempts.ts',
        from: 'and $14 = (select count(*)',
        to: 'and $14 >= 0 and 0 <= (select count(*)',
      },
      {
        file: 'src/adapters/sql/attempts.ts',
        from: "and d.outcome = 'sent')",
        to: "and d.outcome = 'none')",
      },
      {
        file: 'src/invoices/pay-now.ts',
        from: "if (read === 'read' && !attempts.some(isOpen)) {",
        to: 'if (attempts.length >= 0) {',
      },
    ],
    caughtBy: [1, 3, 5],
    workers: 4,
  },
  {
    name: 'events are answered and not kept',
    patches: [
      {
        file: 'src/stripe-events/receive.ts',
        from: "return (await store.inbox.keep(event, clock.now())) ? 'kept' : 'repeated'",
        to: "void clock\n  return store ? 'kept' : 'repeated'",
      },
    ],
    caughtBy: [8],
    workers: 1,
  },
  {
    name: 'a card is removed here and stays at Stripe',
    patches: [
      {
        file: 'src/payment-methods/remove-payment-method.ts',
        from: 'await gateway.detach(id, `$' + '{key}/detach`)',
        to: 'void gateway',
      },
    ],
    caughtBy: [10, 11],
    workers: 1,
  },
  {
    name: 'a dead card is tried again',
    patches: [
      {
        file: 'src/invoices/decline.ts',
        from: "Consequence>> = {\n  do_not_try_again: 'dead'",
        to: "Consequence>> = {\n  do_not_try_again: 'later'",
      },
    ],
    caughtBy: [9],
    workers: 1,
  },
  {
    name: 'a repeated request has other bytes',
    patches: [
      {
        file: charging,
        from: "gateway.pay(attempt.invoiceId, attempt.body ?? ''",
        to:
          'gateway.pay(attempt.invoiceId, (attempt.body ?? \'\').replace(\'"off_session":true\', `"off_session":$' +
          '{attempt.tries < 2}`)',
      },
    ],
    caughtBy: [6],
    workers: 1,
  },
  {
    name: 'what paid is not written down',
    patches: [
      {
        file: charging,
        from: "else if (answer.answer === 'look')",
        to: "else if (answer.answer === 'paid') return\n  else if (answer.answer === 'look')",
      },
      // Left to itself, the first would be mended within two minutes by whoever reads what became of the attempt.
      {
        file: 'src/invoices/settle-from-stripe.ts',
        from: 'return paidSettlement(attempt, company, { ...atStripe, chargeId: charge.id })',
        to: "return company && paidSettlement.length > 0 ? 'pending' : null",
      },
    ],
    caughtBy: [0, 2],
    workers: 1,
  },
  {
    name: 'nobody looks for what no event told',
    patches: [
      {
        file: 'src/invoices/sweep.ts',
        from: '  await compareOpen(ports, thorough, (error) => failures.push(error))\n',
        to: '',
      },
      { file: 'src/invoices/sweep.ts', from: '  await keepMissed(ports, thorough)\n', to: '' },
    ],
    caughtBy: [0, 2],
    workers: 1,
    seed: 8,
  },
  {
    name: 'after a start, cards are charged before Stripe was read',
    patches: [
      {
        file: 'src/background.ts',
        from: "await guarded('sweep', sweepInTurn)",
        to: "if (isReconciled) await guarded('sweep', sweepInTurn)\n    else setTimeout(() => void guarded('sweep', sweepInTurn), 1500)",
      },
      { file: 'src/background.ts', from: 'if (!isReconciled) return', to: '' },
      {
        file: 'src/invoices/collect-invoice.ts',
        from: 'const refreshed = await refreshInvoice(ports, company, invoiceId)',
        to: "const refreshed: string = 'unread'",
      },
    ],
    caughtBy: [2, 14],
    workers: 1,
    seed: 755038849,
  },
]
