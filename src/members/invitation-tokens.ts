// What stands in the link of an invitation. It is made from the invitation's id with a key of ours, whenever its letter
// is written: a letter that waits for a mail server, or is sent twice, needs no token in the database, whose copies
// would then let somebody in. The price: a secret that is taken away before its letters are sent takes their links along.

import { createHash, createHmac, hkdfSync } from 'node:crypto'
import type { Invitation } from './invitation.ts'

type Named = Pick<Invitation, 'id' | 'round'>

export interface InvitationTokens {
  /** By the newest secret. */
  make(invitation: Named): string
  /** The one that was made for it, even by an older secret. */
  of(invitation: Named & Pick<Invitation, 'tokenHash'>): string
}

/** `secrets`: those of sessions; the first makes, all of them find. */
export function invitationTokens(secrets: readonly string[]): InvitationTokens {
  const keys = secrets.map(keyFrom)
  const all = (named: Named): string[] => keys.map((key) => tokenBy(key, named))
  const make = (named: Named): string => all(named)[0] ?? missing()
  return {
    make,
    of: (invitation) =>
      all(invitation).find((token) => hashOf(token) === invitation.tokenHash) ?? make(invitation),
  }
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

// A key of its own for this purpose: who learns it signs no session, and the other way round.
function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'guichet invitations', 32))
}

function tokenBy(key: Buffer, { id, round }: Named): string {
  return createHmac('sha256', key).update(`${id}/${round}`).digest('base64url')
}

function missing(): never {
  throw new Error('invitations need a secret')
}
