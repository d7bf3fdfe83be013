import { describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { asForm, cookieOf, send } from '../support/by-hand.ts'
import { type Desk, type DeskOptions, startDesk, type Visitor } from '../support/running-desk.ts'
import { beside } from '../support/second-process.ts'
import { bannerOf, datesApart, movableClock, titleOf } from '../support/story.ts'

const hour = 60 * 60_000

async function openStage(options: DeskOptions = {}) {
  const clock = movableClock()
  const desk = await startDesk({ clock, ...options })
  return { clock, desk }
}

/** As the script on the page does; its own attempt each time, or this one. */
function begin(visitor: Visitor, attempt: string = crypto.randomUUID()) {
  return visitor.post(paths.paymentMethods, { attempt }, { Accept: 'application/json' })
}

/** As the button does that leads to Stripe’s own page. */
function beginHosted(visitor: Visitor, attempt: string = crypto.randomUUID()) {
  return visitor.post(paths.paymentMethods, { attempt })
}

async function beginOften(visitor: Visitor, times: number): Promise<number[]> {
  const statuses: number[] = []
  for (let at = 0; at < times; at++) statuses.push((await begin(visitor)).status)
  return statuses
}

function setupsMade({ sandbox }: Desk): number {
  const made = ['/v1/setup_intents', '/v1/checkout/sessions']
  return sandbox.log.entries.filter(({ method, path }) => method === 'POST' && made.includes(path)).length
}

const begun = (times: number) => Array<number>(times).fill(200)

describe.each([
  [
    'en',
    'Error: Add a payment method – Guichet',
    /^Cards were added too often in a short time, so nothing was sent to Stripe\. Try again in (59 minutes|1 hour)/,
  ],
  [
    'fr',
    'Erreur\u00a0: Ajouter un moyen de paiement – Guichet',
    /^Des cartes ont été ajoutées trop souvent en peu de temps\u202f; rien n’a été envoyé à Stripe\. Réessayez dans (59 minutes|1 heure)/,
  ],
] as const)('In %s', (language, title, said) => {
  it('the sixth card that a member begins in an hour is refused before Stripe hears of it, with and without JavaScript', async () => {
    const { desk } = await openStage()
    const alice = await desk.signedIn('alice', language)
    expect(await beginOften(alice, 5)).toEqual(begun(5))
    const before = setupsMade(desk)
    const inScript = await begin(alice)
    expect(inScript.status).toBe(429)
    expect(inScript.body).toEqual({ message: expect.stringMatching(said) })
    const inForm = await beginHosted(alice)
    expect(inForm.status).toBe(429)
    expect(titleOf(inForm.text)).toBe(title)
    expect(bannerOf(inForm.text).replace(/^(There is a problem|Il y a un problème) /, '')).toMatch(said)
    // The form is still there, with a beginning of its own.
    expect(inForm.text).toMatch(/<form id="hosted-form"[\s\S]*name="attempt" value="[0-9a-f-]{36}"/)
    for (const { headers } of [inScript, inForm]) {
      expect(Number(headers['retry-after'])).toBeGreaterThan(3500)
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(3600)
    }
    expect(setupsMade(desk)).toBe(before)
  })
})

it('both ways to begin count as one', async () => {
  const { desk } = await openStage()
  const alice = await desk.signedIn('alice')
  for (let at = 0; at < 3; at++) expect((await beginHosted(alice)).status).toBe(303)
  expect(await beginOften(alice, 3)).toEqual([...begun(2), 429])
})

it('the same attempt pressed twice, or six times at once, is one act, also where it is the last one', async () => {
  const { desk } = await openStage()
  const alice = await desk.signedIn('alice')
  expect(await beginOften(alice, 4)).toEqual(begun(4))
  const last = crypto.randomUUID()
  const answers = await Promise.all(Array.from({ length: 6 }, () => begin(alice, last)))
  expect(answers.map(({ status }) => status)).toEqual(begun(6))
  expect(new Set(answers.map(({ body }) => body.setupIntentId)).size).toBe(1)
  expect((await begin(alice, last)).status).toBe(200)
  expect((await begin(alice)).status).toBe(429)
})

it('ten that are begun at once are five, also where two processes share the database', async () => {
  const { desk, clock } = await openStage()
  const other = await beside(desk, {}, clock)
  const [here, there] = [await cookieOf(desk), await cookieOf(other)]
  const press = (at: number) =>
    send(at % 2 === 0 ? desk : other, paths.paymentMethods, {
      method: 'POST',
      headers: { ...asForm, Accept: 'application/json', Cookie: at % 2 === 0 ? here : there },
      body: new URLSearchParams({ attempt: crypto.randomUUID() }).toString(),
    })
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => press(at)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
})

it('an hour later the member may go on; their company has ten a day, whoever of it begins', async () => {
  const { desk, clock } = await openStage()
  const [alice, bob] = [await desk.signedIn('alice'), await desk.signedIn('bob')]
  expect(await beginOften(alice, 5)).toEqual(begun(5))
  expect(await beginOften(bob, 4)).toEqual(begun(4))
  clock.pass(hour)
  const [again, later] = [await desk.signedIn('alice'), await desk.signedIn('bob')]
  expect(await beginOften(again, 2)).toEqual([200, 429])
  const refused = await begin(later)
  expect(refused.status).toBe(429)
  expect(Math.round(Number(refused.headers['retry-after']) / 3600)).toBe(23)
  expect(datesApart(refused.body.message)).toMatch(
    /Try again in 23 hours \(\d+ \w+ \d{4}, \d\d:\d\d UTC\)\.$/,
  )
  // Another company is not concerned.
  expect((await begin(await desk.signedIn('charlie'))).status).toBe(200)
  clock.pass(23 * hour)
  expect((await begin(await desk.signedIn('bob'))).status).toBe(200)
})

it('one network has twenty a day, whichever companies they are for; a trusted proxy says which network it is', async () => {
  const { desk, clock } = await openStage({ environment: { TRUST_PROXY: 'loopback' } })
  for (const persona of ['alice', 'charlie', 'bob', 'charlie'] as const) {
    expect(await beginOften(await desk.signedIn(persona), 5)).toEqual(begun(5))
    if (persona === 'charlie') clock.pass(hour)
  }
  await desk.database.run(
    "delete from limits where key like 'add-card/company/%' or key like 'add-card/member/%'",
  )
  const alice = await desk.signedIn('alice')
  expect((await begin(alice)).status).toBe(429)
  const elsewhere = { Accept: 'application/json', 'X-Forwarded-For': '192.0.2.9' }
  expect((await alice.post(paths.paymentMethods, { attempt: crypto.randomUUID() }, elsewhere)).status).toBe(
    200,
  )
})

it('a member who may not add cards, and nobody, use up nothing', async () => {
  const { desk } = await openStage()
  const dan = await desk.signedIn('dan')
  for (let at = 0; at < 6; at++) await begin(dan)
  for (let at = 0; at < 6; at++) await begin(desk.visitor())
  expect(await desk.database.all("select * from limits where key like 'add-card/%'")).toEqual([])
})
