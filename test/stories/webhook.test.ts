import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { deliver, eventBody, hmac, keptEvents, now, signature } from '../support/signed-events.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const secret = () => desk.keys.webhookSecret

it('an event that Stripe signed is kept and answered, and a repeated one is kept once', async () => {
  const body = eventBody()
  const before = await keptEvents(desk)
  const answers = [await deliver(desk, body), await deliver(desk, body), await deliver(desk, body)]
  expect(answers.map(({ status, text }) => [status, text])).toEqual([1, 2, 3].map(() => [200, 'received']))
  expect(await keptEvents(desk)).toBe(before + 1)
})

it('an event of an unknown type is kept and asks for nothing', async () => {
  const body = eventBody({ type: 'toast.burnt' })
  expect((await deliver(desk, body)).status).toBe(200)
  await desk.settled()
  expect(
    await desk.database.all('select done_at from stripe_events where done_at is null and id = $1', [
      JSON.parse(body).id,
    ]),
  ).toEqual([])
})

const forgeries: readonly [string, (body: string) => string][] = [
  ['no signature', () => ''],
  ['an HMAC with an empty secret', (body) => signature(body, '')],
  ['another secret', (body) => signature(body, 'whsec_another')],
  ['a time 301 seconds ago', (body) => signature(body, secret(), now() - 301)],
  ['a time in the future', (body) => signature(body, secret(), now() + 330)],
  ['t=abc', (body) => signature(body, secret(), 'abc')],
  ['no time', (body) => `v1=${hmac(body, secret())}`],
  ['v0 only', (body) => signature(body, secret()).replace('v1=', 'v0=')],
  ['another time than was signed', (body) => `t=${now() - 1},v1=${hmac(body, secret())}`],
  ['an empty v1', () => `t=${now()},v1=`],
  ['nothing but commas', () => ',,,='],
  [
    'a body that was written anew after it was signed',
    (body) => signature(JSON.stringify(JSON.parse(body)), secret()),
  ],
]

it.each(forgeries)('an event with %s is refused and not kept', async (_name, forge) => {
  const body = eventBody()
  const before = await keptEvents(desk)
  expect(await deliver(desk, body, forge(body))).toMatchObject({ status: 400 })
  expect(await keptEvents(desk)).toBe(before)
})

it('an event from another account, or of the other mode, is refused though it is signed', async () => {
  const before = await keptEvents(desk)
  for (const changes of [{ account: 'acct_another' }, { livemode: true }, { livemode: undefined }]) {
    expect(await deliver(desk, eventBody(changes))).toMatchObject({ status: 400, text: 'not ours' })
  }
  expect(await keptEvents(desk)).toBe(before)
})

it('of several signatures one is enough, as while a secret is rolled', async () => {
  const body = eventBody()
  const [at, good, other] = [now(), hmac(body, secret()), hmac(body, 'whsec_old')]
  expect((await deliver(desk, body, `t=${at},v1=${other},v1=${good}`)).status).toBe(200)
})

it('a body of 20 MB, a gzipped one, an empty one and one that is no JSON are refused', async () => {
  const before = await keptEvents(desk)
  const large = eventBody({ padding: 'x'.repeat(20 * 1024 * 1024) })
  // Refused while it is still being sent: an answer, or a connection that ends.
  const tooLarge = await deliver(desk, large).catch((error: NodeJS.ErrnoException) => error.code)
  expect(['ECONNRESET', 'EPIPE', 413]).toContain(typeof tooLarge === 'object' ? tooLarge.status : tooLarge)
  const bit = eventBody({ padding: 'x'.repeat(257 * 1024) })
  expect((await deliver(desk, bit)).status).toBe(413)
  const zipped = gzipSync(eventBody())
  const gzip = { 'Content-Encoding': 'gzip' }
  expect([400, 415]).toContain((await deliver(desk, zipped, signature(zipped, secret()), gzip)).status)
  for (const body of ['', 'hello', 'null', '1', '[]', '{}', '{"id":"evt_made_x"}']) {
    expect([body, (await deliver(desk, body)).status]).toEqual([body, 400])
  }
  expect(await keptEvents(desk)).toBe(before)
})

it('what is refused is refused with the headers of every page', async () => {
  const answer = await deliver(desk, eventBody({ padding: 'x'.repeat(257 * 1024) }))
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})
