// A phone with an authenticator on it, and what people do with it.
import { Secret, TOTP } from 'otpauth'
import { paths } from '../../src/web/paths.ts'
import type { Visitor } from './running-desk.ts'

/** The key that the page shows for those who type it. */
export function keyOn(html: string): string {
  return (/<dd class="key">([A-Z2-7 ]+)<\/dd>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
}

/** What a phone shows at that moment. */
export function codeAt(key: string, at: number): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at })
}

export function codesOn(html: string): string[] {
  return [...html.matchAll(/<li><code>([^<]+)<\/code><\/li>/g)].map(([, code = '']) => code)
}

/** Turns the second factor on; resolves to its key and the recovery codes. */
export async function enrol(
  visitor: Visitor,
  now: number,
): Promise<{ key: string; recoveryCodes: readonly string[] }> {
  await visitor.post(paths.secondFactor)
  const key = keyOn((await visitor.get(paths.secondFactor)).text)
  const on = await visitor.post(paths.secondFactorCode, { code: codeAt(key, now) })
  if (on.status !== 200) throw new Error(`${on.status}: the second factor is not on`)
  return { key, recoveryCodes: codesOn(on.text) }
}
