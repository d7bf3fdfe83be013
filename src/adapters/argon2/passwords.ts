import { hash, verify } from '@node-rs/argon2'
import type { Passwords } from '../../ports/passwords.ts'

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function argon2Passwords(): Passwords {
  const nobodys = hash('nobody has this password', cost)
  return {
    hash: (password) => hash(password, cost),
    async verify(kept, password) {
      const matches = await verify(kept ?? (await nobodys), password)
      return matches && kept !== null
    },
  }
}
