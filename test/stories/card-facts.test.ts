import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk } from '../support/running-desk.ts'
import { atStripe, movableClock, rowsOf } from '../support/story.ts'

const day = 24 * 60 * 60_000

async function firstRow(desk: Desk, language: 'en' | 'fr'): Promise<string> {
  const alice = await desk.signedIn('alice', language)
  return rowsOf((await alice.get(paths.paymentMethods)).text)[0]?.text ?? ''
}

it('a card says in a word that it expires within 30 days, and that it has expired', async () => {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const [, month, year] = /Expires (\d\d)\/(\d{4})/.exec(await firstRow(desk, 'en')) ?? []
  const end = Date.UTC(Number(year), Number(month))
  clock.pass(end - clock.now() - 40 * day)
  expect(await firstRow(desk, 'fr')).toContain(`Expire fin ${month}/${year}`)
  clock.pass(20 * day)
  expect(await firstRow(desk, 'fr')).toContain(`Expire bientôt\u00a0: ${month}/${year}`)
  expect(await firstRow(desk, 'en')).toContain(`Expires soon: ${month}/${year}`)
  clock.pass(22 * day)
  expect(await firstRow(desk, 'fr')).toContain(`Expirée ${month}/${year}`)
  expect(await firstRow(desk, 'en')).toContain(`Expired ${month}/${year}`)
})

it('a card says what its last charge was and how it ended, as the language writes it', async () => {
  const desk = await startDesk()
  const { customerId, defaultId } = await atStripe(desk)
  const charge = async (amount: string) => {
    const body = new URLSearchParams({
      amount,
      currency: 'eur',
      customer: customerId,
      payment_method: defaultId ?? '',
      confirm: 'true',
      off_session: 'true',
    })
    const headers = { Authorization: `Bearer ${desk.keys.secretKey}` }
    await fetch(`${desk.sandboxUrl}/v1/payment_intents`, { method: 'POST', headers, body })
    await desk.settled()
  }
  await charge('123456')
  expect(await firstRow(desk, 'en')).toMatch(/Last charge: €1,234\.56, paid, \d+ \w+ \d{4}/)
  expect(await firstRow(desk, 'fr')).toMatch(/Dernier débit\u00a0: 1\u202f234,56\u00a0€, payé, \d+ \S+ \d{4}/)
  desk.sandbox.control.changeBehaviour(defaultId ?? '', 'fails_when_charged')
  await charge('500')
  expect(await firstRow(desk, 'en')).toContain('Last charge: €5.00, declined')
})
