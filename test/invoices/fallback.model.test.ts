// Invariant 9: the default first, then the customer's order, each card once per run, never a dead one, caps kept.
import fc from 'fast-check'
import { it } from 'vitest'
import { type Attempt, isOpen } from '../../src/invoices/attempt.ts'
import type { Decision } from '../../src/invoices/fallback.ts'
import type { PaymentMethod } from '../../src/payment-methods/payment-method.ts'
import { aCard, alice, anAttempt, day, hour, noon } from '../support/builders.ts'
import { type Answer, answers, PlayedInvoice, type Refusal } from './played-invoice.ts'
import { expectToBeAllowed } from './what-may-be-asked.ts'

type Step =
  | { does: 'work'; answer: Answer }
  | { does: 'settle'; answer: Exclude<Answer, 'unknown'> }
  | { does: 'pass'; hours: number }
  | { does: 'stripe' | 'member'; card: number; answer: Refusal }
  | { does: 'leave' | 'agree' | 'default'; card: number }
  | { does: 'look' }
  | { does: 'wait' }

const names = Object.keys(answers) as Answer[]
const refusals = names.filter((name): name is Refusal => answers[name] !== null)
const card = fc.nat({ max: 4 })
const likely = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('later' as const) },
  fc.constantFrom(...names),
)
const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ does: fc.constant('work'), answer: likely }) },
    fc.record({ does: fc.constant('settle'), answer: fc.constantFrom('paid', 'later', 'undone', 'dead') }),
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant('pass'), hours: fc.integer({ min: -48, max: 240 }) }),
    },
    fc.record({ does: fc.constantFrom('stripe', 'member'), card, answer: fc.constantFrom(...refusals) }),
    fc.record({ does: fc.constantFrom('leave', 'agree', 'default'), card }),
    fc.record({ does: fc.constant('look') }),
    { weight: 2, arbitrary: fc.record({ does: fc.constant('wait') }) },
  ),
  { maxLength: 60, size: 'max' },
)

// Two of them may be the same card, saved twice.
const wallets = fc
  .array(fc.record({ print: fc.nat({ max: 3 }), mayBeBackup: fc.boolean(), isLeaving: fc.boolean() }), {
    maxLength: 5,
  })
  .map((cards) =>
    cards.map(({ print, ...rest }, at) =>
      aCard({ id: `pm_${at}`, fingerprint: `print_${print}`, isDefault: at === 0, ...rest }),
    ),
  )
// Most of them lately, so that the caps are near.
const hoursAgo = fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 32 * 24 }))
const said = fc.oneof({ weight: 30, arbitrary: fc.constant('later' as const) }, fc.constantFrom(...refusals))
const history = fc.array(fc.tuple(fc.nat({ max: 2 }), hoursAgo, said), { maxLength: 45, size: 'max' })

it('Whatever the banks say and whoever else acts, no card is asked that may not be', () => {
  fc.assert(
    fc.property(wallets, history, steps, (methods, past, series) => {
      const played = new PlayedInvoice(methods)
      played.elsewhere = past.map(([print, hours, answer]) => refusedElsewhere(print, hours, answer))
      for (const step of series) take(played, step)
    }),
    { numRuns: 2_000 },
  )
})

it('Left alone, it comes to an end: paid, waiting for a person, or given up', () => {
  fc.assert(
    fc.property(wallets, fc.infiniteStream(likely), (methods, said) => {
      const played = new PlayedInvoice(methods)
      for (let round = 0; round < 150; round++) {
        const answer = said.next().value ?? 'later'
        if (played.attempts.some(isOpen)) played.settle(answer === 'unknown' ? 'undone' : answer)
        const decision = played.decide()
        work(played, decision, answer)
        if (isEnd(decision)) return
        if (decision.do !== 'charge') played.now += day
      }
      throw new Error('It never ends.')
    }),
    { numRuns: 1_000 },
  )
})

function isEnd(decision: Decision): boolean {
  if (decision.do === 'ask cardholder') return decision.until === null
  return decision.do === 'nothing' || decision.do === 'stop' || decision.do === 'review'
}

function take(played: PlayedInvoice, step: Step): void {
  if (step.does === 'work') work(played, played.decide(), step.answer)
  else if (step.does === 'settle') played.settle(step.answer)
  else if (step.does === 'look') played.reviewed()
  else if (step.does === 'wait') played.now = Math.max(played.now, played.invoice.rest?.until ?? 0)
  else if (step.does === 'pass') played.now += step.hours * hour
  else {
    const chosen = played.methods[step.card]
    if (chosen && played.invoice.status === 'open') meanwhile(played, step, chosen)
  }
}

type Meanwhile = Extract<Step, { card: number }>

function meanwhile(played: PlayedInvoice, step: Meanwhile, chosen: PaymentMethod): void {
  if (step.does === 'stripe') played.chargedByStripe(chosen, answers[step.answer])
  else if (step.does === 'member') {
    const mayBegin = !played.attempts.some(isOpen) && played.invoice.rest?.kind !== 'review'
    if (mayBegin && !chosen.isLeaving) played.ask(chosen, played.invoice.run, step.answer, alice.id)
  } else played.methods = played.methods.map((method) => changed(method, step.does, method === chosen))
}

function changed(method: PaymentMethod, does: Meanwhile['does'], isChosen: boolean): PaymentMethod {
  if (does === 'default') return { ...method, isDefault: isChosen }
  if (!isChosen) return method
  return does === 'leave' ? { ...method, isLeaving: true } : { ...method, mayBeBackup: true }
}

function work(played: PlayedInvoice, decision: Decision, answer: Answer): void {
  if (decision.do !== 'charge') {
    played.restAs(decision)
    return
  }
  expectToBeAllowed(played, decision.card, decision.run)
  played.ask(decision.card, decision.run, answer)
}

function refusedElsewhere(print: number, hours: number, answer: (typeof refusals)[number]): Attempt {
  const { id, ...card } = aCard({ fingerprint: `print_${print}` })
  const decline = answers[answer]
  const outcome = answer === 'cardholder' ? 'needs cardholder' : 'declined'
  const startedAt = noon - hours * hour
  return anAttempt({ invoiceId: 'in_other', card: { ...card, id }, decline, outcome, startedAt })
}
