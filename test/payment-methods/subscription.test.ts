import { expect, it } from 'vitest'
import {
  leftBehind,
  leftBehindByRemoval,
  pinnedTo,
  questionAbout,
  stillBills,
} from '../../src/payment-methods/subscription.ts'
import { followed, removedText } from '../../src/payment-methods/subscription-pages.ts'
import { words } from '../../src/words/words.ts'
import { aCard, aSubscription, aWallet, idsOf } from '../support/builders.ts'

const [visa, mastercard, amex] = [
  aCard({ id: 'visa', isDefault: true }),
  aCard({ id: 'mastercard', brand: 'mastercard', last4: '4444' }),
  aCard({ id: 'amex', brand: 'amex', last4: '0005' }),
]
const follower = aSubscription({ id: 'follower' })
const onVisa = aSubscription({ id: 'on visa', paymentMethodId: 'visa' })
const onAmex = aSubscription({ id: 'on amex', paymentMethodId: 'amex' })
const moving = aSubscription({ id: 'moving', paymentMethodId: 'visa', isToFollow: true })
const onNone = aSubscription({ id: 'on a card that is gone', paymentMethodId: 'gone' })
const all = [follower, onVisa, onAmex, moving, onNone]

it('a new default leaves behind those that name another card, unless they were asked to follow already', () => {
  expect(idsOf(leftBehind(all, 'amex'))).toEqual(['on visa', 'on a card that is gone'])
  expect(idsOf(leftBehind(all, 'visa'))).toEqual(['on amex', 'on a card that is gone'])
})

it('a card is charged for those that name it, also while they are on their way to the default', () => {
  expect(idsOf(pinnedTo(all, 'visa'))).toEqual(['on visa', 'moving'])
  expect(pinnedTo(all, 'mastercard')).toEqual([])
})

it('the removal of a default asks about those that name neither it nor its successor', () => {
  const wallet = aWallet(visa, mastercard, amex)
  expect(idsOf(leftBehindByRemoval(all, wallet, visa))).toEqual(['on amex', 'on a card that is gone'])
  expect(leftBehindByRemoval(all, wallet, amex)).toEqual([])
  expect(leftBehindByRemoval(all, aWallet(visa), visa)).toEqual([])
})

it('an answer is to the very subscriptions and cards that were asked about, in any order', () => {
  const question = questionAbout([onVisa, onAmex])
  expect(questionAbout([onAmex, onVisa])).toBe(question)
  expect(questionAbout([onAmex])).not.toBe(question)
  expect(questionAbout([onVisa, { ...onAmex, paymentMethodId: 'mastercard' }])).not.toBe(question)
})

it('what is paused, ended or never began does not bill', () => {
  const states = ['active', 'trialing', 'past_due', 'unpaid', 'incomplete']
  expect(states.every(stillBills)).toBe(true)
  expect(['paused', 'canceled', 'incomplete_expired', ''].some(stillBills)).toBe(false)
})

it.each([
  [
    'en',
    'Done. 1 subscription follows it. Stripe has not confirmed yet that 2 subscriptions follow it. We keep trying. Stripe does not let 1 subscription change its card. 2 subscriptions keep their own cards.',
  ],
  [
    'fr',
    'Done. 1 abonnement la suit. Stripe n’a pas encore confirmé que 2 abonnements la suivent. Nous réessayons. Stripe ne permet pas qu’un abonnement change de carte. 2 abonnements gardent leur propre carte.',
  ],
] as const)('in %s, each outcome is said, and those that nobody had are not', (language, said) => {
  const t = words[language]
  expect(followed(t, 'Done.', { done: 1, waiting: 2, refused: 1 }, { kept: 2 })).toBe(said)
  expect(followed(t, 'Done.', { done: 0, waiting: 0, refused: 0 })).toBe('Done.')
})

it('after a removal it is said what they follow, or that nothing is left to charge', () => {
  const following = { done: 2, waiting: 0, refused: 0 }
  const said = (newDefault?: typeof visa, successor?: typeof visa) =>
    removedText(words.en, { method: amex, newDefault, following }, successor, 0)
  expect(said(mastercard, mastercard)).toBe(
    'American Express ending in 0005 is removed. Mastercard ending in 4444 is now your default card. 2 subscriptions follow it.',
  )
  expect(said(undefined, visa)).toBe(
    'American Express ending in 0005 is removed. 2 subscriptions follow Visa ending in 4242.',
  )
  expect(said()).toBe(
    'American Express ending in 0005 is removed. 2 subscriptions cannot be charged until you add another card.',
  )
})
