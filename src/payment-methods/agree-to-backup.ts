// A card that was added elsewhere is charged in another's stead only once its company has agreed to it here.

import { byActor } from '../activity/entry.ts'
import type { Actor, Language } from '../company/company.ts'
import type { Ports } from '../ports/ports.ts'
import { consentToBackup } from './consent.ts'
import type { PaymentMethod } from './payment-method.ts'
import { named } from './wallet-news.ts'

/** `language`: the one in which they read what they agreed to. */
export async function agreeToBackup(
  { store, clock }: Ports,
  actor: Actor,
  method: PaymentMethod,
  language: Language,
): Promise<void> {
  const { company, member } = actor
  const agreement = {
    companyId: company.id,
    memberId: member.id,
    paymentMethodId: method.id,
    consent: consentToBackup(language),
    at: clock.now(),
  }
  const entry = {
    ...byActor(actor),
    companyId: company.id,
    action: 'backup agreed',
    facts: { card: named(method) },
    result: 'done',
  } as const
  await store.wallets.agree(agreement, [entry])
}
