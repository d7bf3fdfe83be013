// The setup flow over the ledger. Every call is a transaction, and its events are sent on their way.

import { completeSession, expireSession, sessionKept } from './checkout/finish.ts'
import { ApiError } from './errors/api-error.ts'
import { returnAddress } from './intents/return-address.ts'
import { type Ledger, nobody, transact } from './ledger/ledger.ts'
import { methodDataOf } from './method-data.ts'
import { createPaymentMethod } from './payment-methods/create.ts'
import type { CardConfirmation, Confirmed, SetupFlow } from './setup-flow.ts'
import { confirmSetup } from './setup-intents/confirm.ts'
import { settleAuthentication } from './setup-intents/settle.ts'
import { setupIntentInPath } from './setup-intents/setup-intent.ts'
import { refuseUnlessConfirmable } from './setup-intents/unexpected-state.ts'

export function openSetupFlow(ledger: Ledger, wakeCourier: () => void): SetupFlow {
  function act<Result>(work: () => Result): Result {
    try {
      return transact(ledger, nobody, work)
    } finally {
      wakeCourier()
    }
  }

  return {
    setupIntent: (id) => ledger.setupIntents.get(id),
    setupIntentByClientSecret(clientSecret) {
      const intent = ledger.setupIntents.get(clientSecret.split('_secret_')[0] ?? '')
      return intent?.client_secret === clientSecret ? intent : undefined
    },
    confirmSetupIntent: (id, confirmation) => act(() => confirm(ledger, id, confirmation)),
    settleAuthentication: (id, answer) => act(() => settleAuthentication(ledger, id, answer)),
    returnAddress: (id) =>
      returnAddress(ledger.setupIntents.get(id), ledger.setupFacts.get(`facts_${id}`)?.returnUrl),
    checkoutSession: (id) => act(() => sessionKept(ledger, id)),
    completeSession: (id) => act(() => completeSession(ledger, id)),
    expireSession: (id) =>
      act(() => {
        const session = sessionKept(ledger, id)
        return session?.status === 'open' ? expireSession(ledger, session) : undefined
      }),
    successAddress: ({ id, success_url }) => (success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', id),
  }
}

/** Whatever is refused is told; only a decline leaves a trace. */
function confirm(ledger: Ledger, id: string, confirmation: CardConfirmation): Confirmed {
  try {
    const intent = setupIntentInPath(ledger, id)
    refuseUnlessConfirmable(intent)
    const method = createPaymentMethod(ledger, methodDataOf(confirmation))
    const way = { returnUrl: confirmation.returnUrl ?? null, useStripeSdk: false }
    return { outcome: 'accepted', setupIntent: confirmSetup(ledger, intent, method, way) }
  } catch (error) {
    if (error instanceof ApiError) return { outcome: 'refused', error: error.body }
    throw error
  }
}
