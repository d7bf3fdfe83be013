// A member pays an unpaid invoice with a card of their choice.
import { describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { words } from '../../src/words/words.ts'
import { atStripe, bannerOf, textOf } from '../support/story.ts'
import { numberFor, paymentsSent, startUnpaid, takenFor } from '../support/unpaid.ts'

const said = words.en.invoices

describe('A member who pays by hand', () => {
  it('pays, is told so, and the invoice is paid, once', async () => {
    const { desk, alice, id, first, behave, pay, billing } = await startUnpaid()
    behave(first, 'succeeds')
    const answer = await pay(first)
    expect([answer.status, answer.headers.location]).toEqual([303, paths.invoice(id)])
    const page = await alice.get(paths.invoice(id))
    expect(bannerOf(page.text)).toMatch(/^Invoice \S+ is paid\. Thank you\.$/)
    expect(textOf(page.text)).toContain(said.by.member)
    expect(await billing.told(id)).toEqual(['4242: declined', '4444: declined', '4242: paid'])
    expect(takenFor(desk, id)).toBe(1)
    await desk.settled()
    expect((await billing.invoice(id)).status).toBe('paid')
  })

  it('is declined, sees why, and finds another card chosen', async () => {
    const { desk, alice, id, first, second, behave, pay } = await startUnpaid()
    behave(first, 'expired_when_charged')
    const answer = await pay(first)
    expect(answer.status).toBe(422)
    expect(textOf(answer.text)).toContain('was declined. The card has expired. Choose another card.')
    expect(answer.text).toMatch(new RegExp(`value="${second}"[^>]* checked`))
    expect(answer.text).toMatch(new RegExp(`value="${first}"[^>]* disabled`))
    behave(second, 'succeeds')
    expect((await pay(second)).status).toBe(303)
    expect(takenFor(desk, id)).toBe(1)
    expect(await alice.get(paths.payment(id))).toMatchObject({ status: 303 })
  })

  it('cannot use a card whose bank said never again, though the form is sent by hand', async () => {
    const { desk, id, first, behave, pay } = await startUnpaid({}, 'stolen_when_charged')
    behave(first, 'succeeds')
    const answer = await pay(first)
    expect(answer.status).toBe(422)
    expect(textOf(answer.text)).toContain(said.payment.cardDead)
    expect(takenFor(desk, id)).toBe(0)
  })

  it('cannot use a card that was removed in another window', async () => {
    const { desk, alice, id, second, behave, pay } = await startUnpaid()
    behave(second, 'succeeds')
    const number = await numberFor(alice, id)
    await alice.post(paths.removal(second))
    expect((await atStripe(desk)).ids).not.toContain(second)
    const answer = await pay(second, { number })
    expect(answer.status).toBe(422)
    expect(textOf(answer.text)).toContain(said.payment.cardGone)
    expect(takenFor(desk, id)).toBe(0)
  })

  it('is not led to the bank of a card that was removed, but to the others', async () => {
    const { desk, alice, id, first, behave, pay } = await startUnpaid()
    behave(first, 'asks_always')
    await pay(first)
    await desk.settled()
    expect((await alice.get(paths.invoice(id))).text).toContain(said.confirm)
    await alice.post(paths.removal(first))
    await desk.settled()
    for (const page of [paths.invoice(id), paths.paymentMethods]) {
      const { text } = await alice.get(page)
      expect(text).not.toContain(said.confirm)
      expect(text).toContain(paths.payment(id))
    }
  })

  it('is led to their bank where it asks for them, and pays once they have answered', async () => {
    const { desk, alice, id, first, behave, pay, billing } = await startUnpaid()
    behave(first, 'asks_always')
    const answer = await pay(first)
    expect([answer.status, answer.headers.location]).toEqual([303, paths.confirmation(id)])
    const page = await alice.get(paths.confirmation(id))
    expect(page.status).toBe(200)
    expect(textOf(page.text)).toContain(said.confirmation.start)
    expect(page.text).toMatch(/data-secret="pi_\w+_secret_\w+"/)
    expect(takenFor(desk, id)).toBe(0)
    expect((await billing.told(id)).at(-1)).toBe('4242: needs cardholder')
  })

  it('who answers their bank in vain can still pay with another card', async () => {
    const { alice, id, first, behave, pay, billing } = await startUnpaid(
      {},
      'asks_always',
      'lost_when_charged',
    )
    expect((await billing.invoice(id)).rest).toMatchObject({ kind: 'cardholder' })
    behave(first, 'stolen_when_charged')
    await pay(first)
    const page = await alice.get(paths.invoice(id))
    expect(page.text).toContain(`href="${paths.payment(id)}"`)
  })

  it('meets silence: not yet known, no second charge, no button, and then the answer', async () => {
    const { desk, alice, id, first, second, behave, pay, billing } = await startUnpaid({ stripeTimeout: 200 })
    behave(first, 'succeeds')
    const number = await numberFor(alice, id)
    desk.sandbox.log.clear()
    desk.sandbox.faults.order({ kind: 'hang', method: 'POST', path: `/v1/invoices/${id}/pay` })
    expect((await pay(first, { number })).headers.location).toBe(paths.invoice(id))
    for (const [language, text] of [
      ['en', 'We do not know yet whether this invoice is paid. You will not be charged twice.'],
      ['fr', 'Nous ne savons pas encore si cette facture est payée. Vous ne serez pas débité deux fois.'],
    ] as const) {
      const visitor = await desk.signedIn(language === 'en' ? 'alice' : 'bob', language)
      const page = await visitor.get(paths.invoice(id))
      expect(textOf(page.text).replaceAll('\u00a0', ' ')).toContain(text)
      expect(page.text).not.toContain(paths.payment(id))
      expect((await visitor.get(paths.payment(id))).headers.location).toBe(paths.invoice(id))
    }
    expect((await pay(second, { number: String(Number(number) + 1) })).headers.location).toBe(
      paths.invoice(id),
    )
    expect(new Set(paymentsSent(desk)).size).toBe(1)
    desk.sandbox.faults.clear()
    await expect
      .poll(() => desk.settled().then(() => billing.told(id)), { timeout: 15_000 })
      .toContain('4242: paid')
    expect(new Set(paymentsSent(desk)).size).toBe(1)
    expect(takenFor(desk, id)).toBe(1)
  })

  it('finds that a colleague paid it on Stripe’s page meanwhile, and nothing more is charged', async () => {
    const { desk, alice, id, first, second, behave, pay, billing } = await startUnpaid()
    behave(first, 'succeeds')
    behave(second, 'succeeds')
    const number = await numberFor(alice, id)
    await billing.stripe.invoices.pay(id, { payment_method: second })
    expect((await pay(first, { number })).status).toBe(303)
    expect(takenFor(desk, id)).toBe(1)
    expect((await billing.invoice(id)).status).toBe('paid')
  })
})
