// An event of Stripe's comes in: it is verified, kept once, and answered. What it asks for is done afterwards,
// from the inbox, so that an event we answered is never lost and a slow reaction never keeps Stripe waiting.

import type { Ports } from '../ports/ports.ts'
import type { InboxEvent } from '../ports/store.ts'

export interface SignedEvent extends InboxEvent {
  readonly livemode: boolean
  /** Set only for events of connected accounts, which are none of ours. */
  readonly account: string | null
}

/** The event, or null where no secret of ours signed it within five minutes from now. */
export type VerifyEvent = (body: Buffer, signature: string | undefined) => SignedEvent | null

export type Received = 'kept' | 'repeated' | 'unsigned' | 'not ours'

export async function receiveEvent(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  verify: VerifyEvent,
  livemode: boolean,
  body: Buffer,
  signature: string | undefined,
): Promise<Received> {
  const event = verify(body, signature)
  if (!event) return 'unsigned'
  if (event.livemode !== livemode || event.account !== null) return 'not ours'
  return (await store.inbox.keep(event, clock.now())) ? 'kept' : 'repeated'
}
