import type { Clock } from './clock.ts'
import type { PaymentGateway } from './payment-gateway.ts'
import type { Store } from './store.ts'

/** What a use case may ask of the world. */
export interface Ports {
  readonly store: Store
  readonly gateway: PaymentGateway
  readonly clock: Clock
}
