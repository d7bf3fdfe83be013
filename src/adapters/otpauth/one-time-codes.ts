import { Secret, TOTP } from 'otpauth'
import type { OneTimeCodes } from '../../ports/one-time-codes.ts'

const period = 30
// A clock that is half a minute off, or a person who needs that long.
const neighbours = 1

export function otpauthCodes(): OneTimeCodes {
  return {
    newSecret: () => new Secret({ size: 20 }).base32,

    addressOf: (secret, account, issuer) => totp(secret, account, issuer).toString(),

    stepOf(secret, code, at) {
      const away = totp(secret).validate({ token: code, timestamp: at, window: neighbours })
      return away === null ? null : Math.floor(at / 1000 / period) + away
    },
  }
}

function totp(secret: string, label = '', issuer = ''): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period, label, issuer })
}
