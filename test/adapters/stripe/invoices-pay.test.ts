// Each answer of Stripe's to one charge.
import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../../../src/adapters/stripe/charge-outcomes.ts'
import { bodyOf } from '../../../src/invoices/attempt.ts'
import { consequenceOf } from '../../../src/invoices/decline.ts'
import type { FaultKind } from '../../../src/sandbox/api/faults.ts'
import type { BehaviourName } from '../../../src/sandbox/cards/behaviours.ts'
import { addCard, billed } from '../../sandbox/billed.ts'
import { chargesOf, owed } from './owed.ts'

describe('A charge that Stripe answers', () => {
  it('is paid, with all that is to be compared', async () => {
    const at = await owed()
    expect(await at.pay()).toMatchObject({
      answer: 'paid',
      customerId: at.customer,
      chargeId: expect.stringMatching(/^ch_/),
      facts: {
        ...{ id: at.invoice, status: 'paid', currency: 'eur', amountDue: 4900, amountPaid: 4900 },
        ...{ amountRemaining: 0, payment: 'paid' },
      },
    })
    expect(chargesOf(at)).toBe(1)
  })

  it('is the same charge however often it is sent with its key', async () => {
    const at = await owed()
    const answers = [await at.pay(), await at.pay(), await at.pay()]
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(chargesOf(at)).toBe(1)
  })

  const declines: readonly [BehaviourName, string | null, ReturnType<typeof consequenceOf>][] = [
    ['fails_when_charged', 'generic_decline', 'later'],
    ['insufficient_funds_when_charged', 'insufficient_funds', 'later'],
    ['do_not_honor_when_charged', 'do_not_honor', 'later'],
    ['issuer_not_available_when_charged', 'issuer_not_available', 'later'],
    ['processing_error_when_charged', null, 'later'],
    ['reenter_when_charged', 'reenter_transaction', 'later'],
    ['used_too_often_when_charged', 'card_velocity_exceeded', 'later'],
    ['try_again_later_when_charged', 'try_again_later', 'later'],
    ['lost_when_charged', 'lost_card', 'dead'],
    ['stolen_when_charged', 'stolen_card', 'dead'],
    ['pickup_when_charged', 'pickup_card', 'dead'],
    ['restricted_when_charged', 'restricted_card', 'dead'],
    ['expired_when_charged', null, 'dead'],
    // Its advice, to have the card's data confirmed, outranks its code.
    ['invalid_account_when_charged', 'invalid_account', 'cardholder'],
    ['revoked_when_charged', 'revocation_of_authorization', 'dead'],
    ['all_revoked_when_charged', 'revocation_of_all_authorizations', 'dead'],
    ['stopped_when_charged', 'stop_payment_order', 'dead'],
    ['incorrect_cvc_when_charged', null, 'cardholder'],
    ['currency_not_supported_when_charged', 'currency_not_supported', 'stop'],
    ['invalid_amount_when_charged', 'invalid_amount', 'stop'],
    ['fraudulent_when_charged', 'fraudulent', 'review'],
    ['blocked_by_radar', 'fraudulent', 'review'],
    ['unlisted_when_charged', 'reason_unlisted', 'once'],
  ]
  it.each(declines)('is declined (%s): %s, which means: %s', async (behaviour, declineCode, consequence) => {
    const at = await owed(behaviour)
    const answer = await at.pay()
    if (answer.answer !== 'declined') throw new Error(answer.answer)
    expect([answer.decline.declineCode, consequenceOf(answer.decline)]).toEqual([declineCode, consequence])
    expect(answer.chargeId).toMatch(/^ch_/)
    const atStripe = await at.gateway.invoice(at.invoice)
    const [charge] = atStripe === 'missing' ? [] : atStripe.charges
    expect(charge).toMatchObject({ id: answer.chargeId, outcome: 'declined', card: { id: at.card } })
    expect(charge?.decline && consequenceOf(charge.decline)).toBe(consequence)
  })

  it.each<BehaviourName>(['asks_always', 'declines_when_away', 'asks_then_declined'])(
    'needs the cardholder (%s)',
    async (behaviour) => {
      const at = await owed(behaviour)
      expect(await at.pay()).toMatchObject({ answer: 'needs cardholder' })
      expect(chargesOf(at)).toBe(0)
    },
  )

  it('needs the cardholder also where they are there', async () => {
    const at = await owed('asks_always')
    const answer = await at.gateway.pay(at.invoice, bodyOf(at.card, 'member'), 'by hand')
    expect(['needs cardholder', 'look']).toContain(answer.answer)
    expect(await at.gateway.invoice(at.invoice)).toMatchObject({
      asks: { id: at.card, last4: '4242' },
      facts: { payment: 'needs cardholder' },
    })
    expect(await at.gateway.confirmationSecret(at.invoice)).toMatch(/^pi_\w+_secret_/)
  })

  it('is to be looked at where the bank is at it', async () => {
    const at = await owed()
    at.sandbox.control.orderPaymentProcessing({ times: 1, outcome: 'succeed' })
    expect(await at.pay()).toEqual({ answer: 'look' })
    expect(await at.gateway.invoice(at.invoice)).toMatchObject({
      facts: { status: 'open', payment: 'processing' },
      paymentCardId: at.card,
    })
  })

  it('is to be looked at where there is nothing to be charged, or nothing to charge it to', async () => {
    const at = await owed()
    const others = await billed(at, 'succeeds')
    expect(await at.pay(others.card)).toEqual({ answer: 'look' })
    const detached = await addCard(at, at.customer)
    await at.stripe.paymentMethods.detach(detached)
    expect(await at.pay(detached)).toEqual({ answer: 'look' })
    expect(await at.pay('pm_none')).toEqual({ answer: 'look' })
    expect(chargesOf(at)).toBe(0)
    expect(await at.pay()).toMatchObject({ answer: 'paid' })
    expect(await at.pay(at.card, 'another key')).toEqual({ answer: 'look' })
    expect(await at.gateway.pay('in_none', bodyOf(at.card, 'guichet'), 'none')).toEqual({ answer: 'look' })
    expect(chargesOf(at)).toBe(1)
  })

  it('is to be looked at where the invoice is void or written off', async () => {
    const [voided, lost] = [await owed(), await owed()]
    await voided.stripe.invoices.voidInvoice(voided.invoice)
    expect(await voided.pay()).toEqual({ answer: 'look' })
    expect(await voided.gateway.invoice(voided.invoice)).toMatchObject({ facts: { status: 'void' } })
    await lost.stripe.invoices.markUncollectible(lost.invoice)
    expect(await lost.gateway.invoice(lost.invoice)).toMatchObject({ facts: { status: 'uncollectible' } })
  })

  it.each(['amount_too_small', 'currency_not_supported'])(
    'is declined where Stripe takes no such charge from any card: %s',
    async (code) => {
      const error = new Stripe.errors.StripeInvalidRequestError({
        type: 'invalid_request_error',
        statusCode: 400,
        code,
      })
      expect(await outcomeOf(Promise.reject(error))).toMatchObject({ answer: 'declined', decline: { code } })
    },
  )

  it('is refused where its key was used with other bytes', async () => {
    const at = await owed('fails_when_charged')
    await at.pay(at.card, 'key')
    expect(await at.gateway.pay(at.invoice, bodyOf(at.card, 'member'), 'key')).toEqual({
      answer: 'key refused',
    })
  })
})

describe('A charge that Stripe does not answer', () => {
  const pay = (kind: FaultKind) => ({ kind, method: 'POST', path: '/v1/invoices/' })
  const faults: readonly [FaultKind, unknown, number][] = [
    ['409', { answer: 'busy' }, 0],
    ['429', { answer: 'busy' }, 0],
    ['lock_timeout', { answer: 'busy' }, 0],
    ['500-before', { answer: 'unknown' }, 0],
    ['500-after', { answer: 'unknown' }, 1],
    ['502', { answer: 'unknown' }, 0],
    ['reset-before', { answer: 'unknown' }, 0],
    ['reset-after', { answer: 'unknown' }, 1],
    ['truncate', { answer: 'unknown' }, 1],
    ['hang', { answer: 'unknown' }, 0],
    ['hang-after', { answer: 'unknown' }, 1],
  ]
  it.each(faults)('because of %s is %o, and Stripe has charged %d times', async (kind, answer, charged) => {
    const at = await owed('succeeds', kind.startsWith('hang') ? 200 : 5_000)
    at.sandbox.faults.order(pay(kind))
    at.sandbox.log.clear()
    expect(await at.pay()).toEqual(answer)
    expect(chargesOf(at)).toBe(charged)
    expect(at.sandbox.log.entries.filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(2)
  })

  it.each<FaultKind>([
    '409',
    '429',
    'lock_timeout',
    '502',
    'reset-before',
    'reset-after',
    'truncate',
    'hang',
  ])('because of %s is one charge when it is sent again, with the same bytes', async (kind) => {
    const at = await owed('succeeds', kind === 'hang' ? 200 : 5_000)
    at.sandbox.log.clear()
    at.sandbox.faults.order(pay(kind))
    await at.pay()
    at.sandbox.faults.clear()
    await expect.poll(() => at.pay()).toMatchObject({ answer: 'paid' })
    expect(chargesOf(at)).toBe(1)
    const sent = at.sandbox.log.entries.filter(({ method }) => method === 'POST')
    expect(
      new Set(sent.map(({ idempotencyKey, bodyDigest }) => `${idempotencyKey} ${bodyDigest}`)).size,
    ).toBe(1)
  })
})
