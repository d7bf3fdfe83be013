import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Seal } from '../../ports/seal.ts'

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** The first secret closes, all of them open: as with sessions, a new one is put before those that are there. */
export function sealWith(secrets: readonly string[]): Seal {
  const keys = secrets.map(keyFrom)
  const [first] = keys
  if (!first) throw new Error('a seal needs a secret')

  return {
    close(text, owner) {
      const iv = randomBytes(ivBytes)
      const closing = createCipheriv(cipher, first, iv).setAAD(Buffer.from(owner))
      const closed = Buffer.concat([closing.update(text, 'utf8'), closing.final()])
      return Buffer.concat([iv, closing.getAuthTag(), closed]).toString('base64url')
    },

    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < ivBytes + tagBytes) return null
      for (const [at, key] of keys.entries()) {
        const text = opened(bytes, key, owner)
        if (text !== null) return { text, stale: at > 0 }
      }
      return null
    },
  }
}

// A key of its own for this purpose: who learns it signs no session, and the other way round.
function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'guichet second factor', 32))
}

function opened(bytes: Buffer, key: Buffer, owner: string): string | null {
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
  opening.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  const text = opening.update(bytes.subarray(ivBytes + tagBytes))
  try {
    return Buffer.concat([text, opening.final()]).toString('utf8')
  } catch {
    return null
  }
}
