import { describe, expect, it } from 'vitest'
import { newsOfPaid, newsOfRest } from '../../src/invoices/news.ts'
import { aDecline, anAttempt, anInvoice, day, noon, paidFacts, someFacts } from '../support/builders.ts'

const main = someFacts({ id: 'pm_main', brand: 'visa', last4: '4242' })
const backup = someFacts({ id: 'pm_backup', brand: 'mastercard', last4: '4444' })
const other = someFacts({ id: 'pm_other', brand: 'amex', last4: '0005' })
const paid = anInvoice(paidFacts())

const failed = anAttempt({ number: 1, card: main, madeBy: 'stripe', decline: aDecline('insufficient_funds') })
const named = { id: 'in_1', number: 'LUM-0001', amount: 4900, currency: 'eur' }
const visa = { brand: 'visa', last4: '4242' }
const mastercard = { brand: 'mastercard', last4: '4444' }

describe('Of an invoice that turns out to be paid, its people are told', () => {
  it('nothing where its first charge paid', () => {
    expect(newsOfPaid(paid, [])).toEqual([])
    expect(newsOfPaid(paid, [anAttempt({ card: main, madeBy: 'stripe', outcome: 'paid' })])).toEqual([])
  })

  it('which card failed and which paid in its stead', () => {
    const attempts = [failed, anAttempt({ number: 2, card: backup, outcome: 'paid' })]
    expect(newsOfPaid(paid, attempts)).toEqual([
      {
        companyId: 'atelier',
        message: { kind: 'paid by backup', invoice: named, failed: visa, paidBy: mastercard },
        once: 'paid/in_1',
      },
    ])
  })

  it('that it is paid, where the very card that had failed paid on a later run', () => {
    const attempts = [failed, anAttempt({ number: 2, run: 2, card: main, outcome: 'paid' })]
    expect(newsOfPaid(paid, attempts)).toMatchObject([{ message: { kind: 'paid', card: visa } }])
  })

  it('that it is paid, where one of them did it by hand', () => {
    const attempts = [
      failed,
      anAttempt({ number: 2, card: backup, outcome: 'paid', madeBy: 'member', memberId: 'alice' }),
    ]
    expect(newsOfPaid(paid, attempts)).toMatchObject([{ message: { kind: 'paid', card: mastercard } }])
  })

  it('that it is paid, where nobody knows by which card', () => {
    expect(newsOfPaid(paid, [failed])).toMatchObject([{ message: { kind: 'paid', card: null } }])
  })

  it('under one name, whatever is said, so that nobody is told twice', () => {
    const attempts = [failed, anAttempt({ number: 2, card: backup, outcome: 'paid' })]
    expect(newsOfPaid(paid, attempts)[0]?.once).toBe(newsOfPaid(paid, [failed])[0]?.once)
  })
})

describe('At the end of a run that did not pay, its people are told', () => {
  const invoice = anInvoice()
  const until = noon + 3 * day
  const wait = { do: 'wait', why: 'next run', run: 1, until } as const

  it('which cards were declined and why, in order, and when they are tried again', () => {
    const attempts = [failed, anAttempt({ number: 2, card: backup, decline: aDecline('lost_card') })]
    expect(newsOfRest(invoice, attempts, wait)).toEqual([
      {
        companyId: 'atelier',
        message: {
          kind: 'payment failed',
          invoice: named,
          tried: [
            { card: visa, code: 'card_declined', declineCode: 'insufficient_funds' },
            { card: mastercard, code: 'card_declined', declineCode: 'lost_card' },
          ],
          nextTryAt: until,
        },
        once: 'failed/in_1/1',
      },
    ])
  })

  it('of this run alone', () => {
    const second = anAttempt({ number: 2, run: 2, card: other })
    const [mail] = newsOfRest(anInvoice({ run: 2 }), [failed, second], { ...wait, run: 2 })
    expect(mail).toMatchObject({ message: { tried: [{ card: { last4: '0005' } }] }, once: 'failed/in_1/2' })
  })

  it('that nobody tries again by themselves', () => {
    for (const why of ['runs spent', 'refused for good'] as const) {
      const [mail] = newsOfRest(invoice, [failed], { do: 'stop', why })
      expect(mail?.message).toMatchObject({ kind: 'payment failed', nextTryAt: null })
    }
  })

  it('once that there was no card, and not at every run', () => {
    expect(newsOfRest(invoice, [], wait)).toMatchObject([{ message: { tried: [] } }])
    expect(newsOfRest(anInvoice({ run: 2 }), [], { ...wait, run: 2 })).toEqual([])
  })

  it('whose bank wants to hear from them, once for each run', () => {
    const card = anAttempt({ number: 2, card: backup, outcome: 'needs cardholder' })
    const ask = { do: 'ask cardholder', card, run: 1, until } as const
    expect(newsOfRest(invoice, [failed, card], ask)).toEqual([
      {
        companyId: 'atelier',
        message: { kind: 'confirmation needed', invoice: named, card: mastercard },
        once: 'confirm/in_1/1',
      },
    ])
    expect(newsOfRest(invoice, [failed, card], { ...ask, run: 2 })[0]?.once).toBe('confirm/in_1/2')
  })

  it('nothing while a bank is at it, or a person', () => {
    expect(newsOfRest(invoice, [], { do: 'wait', why: 'processing' })).toEqual([])
    expect(newsOfRest(invoice, [failed], { do: 'review', why: 'suspected fraud' })).toEqual([])
  })
})
