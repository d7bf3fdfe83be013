// The bank's questions, whichever kind of intent they are about.
import type { Questions } from './pages/three-d-secure-routes.ts'
import type { PaymentFlow } from './payment-flow.ts'
import type { SetupFlow } from './setup-flow.ts'

export function questionsOf(setups: SetupFlow, payments: PaymentFlow): Questions {
  const isPayment = (id: string) => id.startsWith('pi_')
  return {
    isOpen(id) {
      const intent = isPayment(id) ? payments.paymentIntent(id) : setups.setupIntent(id)
      return intent?.status === 'requires_action'
    },
    answer: (id, answer) =>
      isPayment(id) ? payments.authenticate(id, answer) : setups.settleAuthentication(id, answer),
    returnAddress: (id) => (isPayment(id) ? payments : setups).returnAddress(id),
  }
}
