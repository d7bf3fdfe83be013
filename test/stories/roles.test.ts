import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesk, type Visitor } from '../support/running-desk.ts'
import { atStripe, backFromHostedPage, mastercard, rowsOf, textOf } from '../support/story.ts'

let desk: Desk
let alice: Visitor
let her: string

beforeAll(async () => {
  desk = await openDesk()
  // What the desk asks of Stripe by itself at the beginning is over: from here on, who asks is who is tested.
  await desk.settled()
  alice = await desk.signedIn('alice')
  her = rowsOf((await alice.get(paths.paymentMethods)).text)[1]?.id ?? ''
})
afterAll(() => desk.close())

const readings = [
  paths.billingDetails,
  paths.paymentMethods,
  paths.newPaymentMethod,
  paths.returnFromStripe,
  ':default',
  ':removal',
  ':backup',
]
const actions = [
  paths.billingDetails,
  paths.paymentMethods,
  ':default',
  ':order',
  ':removal',
  ':backup',
  ':duplicate',
]

function addressOf(name: string, id: string): string {
  return name.startsWith(':') ? `${paths.paymentMethods}/${id}/${name.slice(1)}` : name
}

const form = {
  attempt: '00000000-0000-4000-8000-000000000000',
  direction: 'up',
  name: 'Taken',
  email: 'taken@example.com',
}

async function unchanged(work: () => Promise<void>): Promise<void> {
  const seen = async () => [await atStripe(desk), rowsOf((await alice.get(paths.paymentMethods)).text)]
  const before = await seen()
  await work()
  expect(await seen()).toEqual(before)
}

it('Dan, who develops, is told so on every page of payments, and sees no card', async () => {
  const dan = await desk.signedIn('dan')
  await unchanged(async () => {
    for (const name of readings) {
      const answer = await dan.get(addressOf(name, her))
      expect([name, answer.status]).toEqual([name, 403])
      expect(textOf(answer.text)).toContain('Your role in this company does not include payments.')
      expect(answer.text).not.toMatch(/4242|4444|<nav/)
    }
    for (const name of actions)
      expect([name, (await dan.post(addressOf(name, her), form)).status]).toEqual([name, 403])
  })
})

it('nobody who is not signed in gets further than the sign-in page', async () => {
  await unchanged(async () => {
    for (const name of readings) {
      const answer = await desk.visitor().get(addressOf(name, her))
      expect([answer.status, answer.headers.location]).toEqual([
        303,
        `/sign-in?next=${encodeURIComponent(addressOf(name, her))}`,
      ])
    }
    for (const name of actions) {
      const answer = await desk.visitor().post(addressOf(name, her), form)
      expect([answer.status, answer.headers.location]).toEqual([
        303,
        '/sign-in?next=%2Fsettings%2Fpayment-methods&lost=yes',
      ])
    }
  })
})

describe('For Charlie, of another company,', () => {
  const missing = (id: string) => `pm_${'0'.repeat(id.length - 3)}`

  it.each([':default', ':removal', ':backup'])(
    '%s of Alice’s card reads as of one that never was, to the byte',
    async (name) => {
      const charlie = await desk.signedIn('charlie')
      const answers = [her, missing(her)].map(async (id) => {
        const { status, text, headers } = await charlie.get(addressOf(name, id), {
          // Compressed, the same page is longer by how its own address spells.
          'Accept-Encoding': 'identity',
        })
        return { status, text: text.replaceAll(id, 'ID'), length: headers['content-length'] }
      })
      const [hers, none] = await Promise.all(answers)
      expect(hers).toEqual(none)
      expect(hers).toMatchObject({ status: 404 })
    },
  )

  it.each([':default', ':order', ':removal', ':backup', ':duplicate'])(
    '%s of Alice’s card does nothing and answers as of one that never was, to the byte',
    async (name) => {
      const charlie = await desk.signedIn('charlie')
      await desk.settled()
      desk.sandbox.log.clear()
      await unchanged(async () => {
        for (const headers of [{}, { 'HX-Request': 'true' }] as const) {
          const hers = await charlie.post(addressOf(name, her), form, headers)
          const none = await charlie.post(addressOf(name, missing(her)), form, headers)
          expect([hers.status, hers.text]).toEqual([none.status, none.text])
          expect(hers.status).toBe(404)
        }
      })
      expect(desk.sandbox.log.entries).toEqual([])
    },
  )

  it('a card that Alice removed is as unknown as one that never was', async () => {
    const charlie = await desk.signedIn('charlie')
    const answer = await alice.get(await backFromHostedPage(alice, mastercard))
    const added = rowsOf((await alice.get(answer.headers.location ?? '')).text).at(-1)?.id ?? ''
    await alice.post(paths.removal(added))
    await alice.get(paths.paymentMethods)
    for (const name of [':default', ':removal']) {
      const hers = await charlie.post(addressOf(name, added), form)
      const none = await charlie.post(addressOf(name, missing(added)), form)
      expect([hers.status, hers.text]).toEqual([404, none.text])
    }
  })
})
