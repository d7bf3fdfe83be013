import { connectToStripe, type StripeConnection } from './client.ts'

/** Stripe's test cards, by their tokens (pm_card_visa, …), for the seed of the sandbox. */
export function attachTrialCard(
  connection: StripeConnection,
): (token: string, customerId: string) => Promise<string> {
  const stripe = connectToStripe(connection)
  return async (token, customerId) => (await stripe.paymentMethods.attach(token, { customer: customerId })).id
}
