// The pages that ask about a card, with the subscriptions that are charged to it and to others.

import type { Language } from '../company/company.ts'
import { defaultView, removalView } from '../payment-methods/question-pages.ts'
import type { Subscription } from '../payment-methods/subscription.ts'
import { followView, subscriptionView } from '../payment-methods/subscription-pages.ts'
import type { DefaultView, FollowView, RemovalView, SubscriptionView } from '../web/views.ts'
import { words } from '../words/words.ts'
import { samples, situation, subscriptions } from './samples.ts'

type Shown<View> = Readonly<Record<string, (language: Language) => View>>

const { visa, mastercard, amex } = samples
const { studio, archive, lost } = subscriptions
const one = situation([visa]).wallet
const two = situation([visa, mastercard]).wallet
const three = situation([visa, mastercard, amex]).wallet
const onVisa = [
  { ...studio, paymentMethodId: visa.id },
  { ...archive, paymentMethodId: visa.id },
]
const onAmex = { ...lost, paymentMethodId: amex.id }

export const removals: Shown<{ page: RemovalView }> = {
  'the default, with a backup': (language) => ({ page: removalView(language, two, visa, []) }),
  'a backup': (language) => ({ page: removalView(language, two, mastercard, []) }),
  'the only card': (language) => ({ page: removalView(language, one, visa, []) }),
  'the default, with its subscriptions and another’s': (language) => ({
    page: removalView(language, three, visa, [...onVisa, onAmex]),
  }),
  'a backup, with a subscription': (language) => ({ page: removalView(language, two, mastercard, [studio]) }),
  'the only card, with its subscriptions': (language) => ({
    page: removalView(language, one, visa, onVisa),
  }),
}

export const defaults: Shown<{ page: DefaultView }> = {
  'one subscription stays behind': (language) => ({ page: defaultView(language, three, amex, [studio]) }),
  'several stay behind': (language) => ({
    page: defaultView(language, three, amex, [studio, archive, lost]),
  }),
}

export const follows: Shown<{ follow: FollowView }> = {
  one: (language) => ({ follow: following(language, [studio]) }),
  several: (language) => ({ follow: following(language, [studio, archive, lost]) }),
}

export const subscriptionLists: Shown<{ subscriptions: readonly SubscriptionView[] }> = {
  'with their cards': (language) => ({ subscriptions: following(language, [studio, lost]).subscriptions }),
  'of one card': (language) => ({
    subscriptions: onVisa.map((each) => subscriptionView(language, words[language], each)),
  }),
}

function following(language: Language, asked: readonly Subscription[]): FollowView {
  const view = followView(language, words[language], three, asked)
  if (!view) throw new Error('the gallery asks about no subscription')
  return view
}
