// Where somebody is signed in: their sessions as they see them, and may end them.

import type { Sessions } from '../ports/store.ts'

export interface MemberSession {
  readonly idHash: string
  /** Names it towards its owner. */
  readonly handle: string
  readonly userAgent: string
  readonly address: string | null
  readonly signedInAt: number
  /** To within a few minutes. */
  readonly seenAt: number
}

/** The latest used first. Whoever still owes a code is not signed in. */
export async function sessionsOf(
  sessions: Sessions,
  memberId: string,
  now: number,
): Promise<MemberSession[]> {
  const rows = await sessions.of(memberId, now)
  return rows
    .map(({ idHash, data }) => ({ idHash, ...JSON.parse(data) }))
    .filter((session) => session.memberId === memberId)
    .map(({ idHash, handle, userAgent, address, signedInAt, seenAt }) => ({
      idHash,
      handle,
      userAgent,
      address,
      signedInAt,
      seenAt,
    }))
    .sort((one, other) => other.seenAt - one.seenAt)
}
