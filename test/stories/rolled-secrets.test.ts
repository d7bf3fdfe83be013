import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, send, sessionIn } from '../support/by-hand.ts'
import { startDesk } from '../support/running-desk.ts'
import { beside } from '../support/second-process.ts'

const [older, newer] = ['Zq4v-the-older-of-two-0192837465', 'Kf8w-the-newer-of-two-5647382910']

it('a session that the older secret signed lives on, is signed by the newer one, and outlives the older', async () => {
  const desk = await startDesk()
  const before = await beside(desk, { SESSION_SECRET: older })
  const between = await beside(desk, { SESSION_SECRET: `${newer},${older}` })
  const after = await beside(desk, { SESSION_SECRET: newer })
  const open = (at: { url: string }, cookie: string) =>
    send(at, paths.paymentMethods, { headers: { Cookie: cookie } })

  const old = await cookieOf(before)
  expect((await open(after, old)).status).toBe(303)
  const met = await open(between, old)
  expect(met.status).toBe(200)
  const renewed = sessionIn(met)
  expect(renewed).not.toBe('')
  expect(renewed).not.toBe(old)
  expect(met.headers['set-cookie']?.join()).toMatch(/^sid=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
  // The same session: signing it anew makes no other one.
  expect(renewed.split('.')[0]).toBe(old.split('.')[0])
  const later = await open(after, renewed)
  expect([later.status, later.headers['set-cookie']]).toEqual([200, undefined])
  expect((await open(between, renewed)).headers['set-cookie']).toBeUndefined()
  const out = { method: 'POST', headers: { ...asForm, Cookie: renewed } }
  expect((await send(after, paths.signOut, out)).status).toBe(303)
  expect((await open(between, old)).status).toBe(303)
})

it('a cookie that nobody signed is not made good by it', async () => {
  const desk = await startDesk()
  const at = await beside(desk, { SESSION_SECRET: `${newer},${older}` })
  const cookie = await cookieOf(at)
  const forged = `${cookie.split('.')[0]}.AAAA`
  const answer = await send(at, paths.paymentMethods, { headers: { Cookie: forged } })
  expect([answer.status, answer.headers['set-cookie']]).toEqual([303, undefined])
})
