// What the sandbox keeps of a card beside the payment method itself. The number and the CVC are not among it.
import type { BehaviourName } from './behaviours.ts'

export interface CardFacts {
  /** 'facts_' and the payment method's id. */
  id: string
  behaviour: BehaviourName
  /** Authenticated while it was saved, so that it may be charged when its holder is away. */
  authenticated: boolean
  /** Once off its customer, a payment method cannot be used again. */
  spent: boolean
}

export function factsIdOf(paymentMethod: string): string {
  return `facts_${paymentMethod}`
}
