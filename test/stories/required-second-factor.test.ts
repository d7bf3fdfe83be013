import { expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { aWhileAgo } from '../support/a-while-ago.ts'
import { enrol } from '../support/authenticator.ts'
import { startDesk } from '../support/running-desk.ts'
import { bannerOf, companyNamed, movableClock, textOf } from '../support/story.ts'
import { startUnpaid } from '../support/unpaid.ts'

async function whereItIsRequired() {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const alice = await desk.signedIn('alice')
  await enrol(alice, clock.now())
  const answer = await alice.post(paths.companySecurity, { required: 'yes' })
  expect([answer.status, answer.headers.location]).toEqual([303, paths.companySecurity])
  return { clock, desk, alice }
}

it('its owner requires it, sees who has none yet, and may require it no more', async () => {
  const { desk, alice } = await whereItIsRequired()
  const { text } = await alice.get(paths.companySecurity)
  expect(bannerOf(text)).toBe('A second factor is required of everyone from now on.')
  expect(textOf(text)).toContain('2 of 3 have none yet.')
  await alice.post(paths.companySecurity, { required: 'no' })
  expect(textOf((await alice.get(paths.companySecurity)).text)).toContain('Not required')
  expect((await (await desk.signedIn('bob')).get(paths.paymentMethods)).status).toBe(200)
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const actions = (await desk.ports.store.activity.list(id, 100)).map(({ action }) => action)
  expect(actions.filter((action) => action.includes('required'))).toEqual([
    'second factor not required',
    'second factor required',
  ])
})

it.each([
  ['en', 'Atelier Lumière requires a second factor of everyone.'],
  ['fr', 'L’entreprise Atelier Lumière exige la double authentification de chacun.'],
] as const)(
  'in %s, who has none is led to it by every door of the company, and told why',
  async (language, why) => {
    const { clock, desk } = await whereItIsRequired()
    const bob = await desk.signedIn('bob', language)
    for (const path of [paths.home, paths.billingDetails, paths.paymentMethods, paths.invoices]) {
      const answer = await bob.get(path)
      expect([path, answer.status, answer.headers.location]).toEqual([path, 303, paths.secondFactor])
    }
    for (const path of [paths.paymentMethods, paths.removal('pm_1'), paths.default('pm_1')]) {
      const answer = await bob.post(path)
      expect([path, answer.status, answer.headers.location]).toEqual([path, 303, paths.secondFactor])
    }
    const fragment = await bob.get(paths.paymentMethods, { 'HX-Request': 'true' })
    expect([fragment.status, fragment.headers['hx-redirect']]).toEqual([200, paths.secondFactor])
    expect(textOf((await bob.get(paths.secondFactor)).text)).toContain(why)
    expect((await bob.get(paths.account)).status).toBe(200)

    await enrol(bob, clock.now())
    expect((await bob.get(paths.paymentMethods)).status).toBe(200)
  },
)

it('a developer without one is led there too, and may sign out', async () => {
  const { desk } = await whereItIsRequired()
  const dan = await desk.signedIn('dan')
  expect((await dan.get(paths.home)).headers.location).toBe(paths.secondFactor)
  expect((await dan.post(paths.signOut)).headers.location).toBe(paths.signIn)
})

it('what one company requires does not stand before another', async () => {
  const { desk } = await whereItIsRequired()
  const [bob, other] = [
    await desk.ports.store.members.byEmail('bob@atelier.example'),
    await companyNamed(desk, 'Brasserie du Port'),
  ]
  await desk.ports.store.members.join(other.id, bob?.member.id ?? '', 'billing', Date.now())
  const visitor = await desk.signedIn('bob')
  expect((await visitor.get(paths.paymentMethods)).headers.location).toBe(paths.secondFactor)
  expect((await visitor.post(paths.switchCompany, { company: other.id })).status).toBe(303)
  expect((await visitor.get(paths.paymentMethods)).status).toBe(200)
})

it('who may not manage members neither sees nor changes it', async () => {
  const desk = await startDesk()
  for (const persona of ['bob', 'dan'] as const) {
    const visitor = await desk.signedIn(persona)
    expect((await visitor.get(paths.companySecurity)).status).toBe(403)
    expect((await visitor.post(paths.companySecurity, { required: 'yes' })).status).toBe(403)
  }
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  expect(await desk.ports.store.companies.secondFactors(id)).toMatchObject({ required: false })
})

it('an hour after signing in, changing it asks for the password', async () => {
  const { alice } = await aWhileAgo(80)
  const asked = await alice.post(paths.companySecurity, { required: 'yes' })
  expect(asked.text).toContain('<input type="hidden" name="required" value="yes">')
  expect((await alice.post(paths.companySecurity, { required: 'yes', again: trialPassword })).status).toBe(
    303,
  )
  // She has none herself.
  expect((await alice.get(paths.companySecurity)).headers.location).toBe(paths.secondFactor)
})

it('not even a page that is not there tells of what is unpaid to somebody who still owes theirs', async () => {
  const { desk, alice } = await startUnpaid()
  const bob = await desk.signedIn('bob')
  const missing = `${paths.invoices}/nothing/here`
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const seen = await bob.get(missing)
  expect([seen.status, seen.text.includes('class="notice')]).toEqual([404, true])
  await alice.get(paths.account)
  await desk.database.run('update companies set requires_second_factor = 1 where id = $1', [id])
  const hidden = await bob.get(missing)
  expect([hidden.status, hidden.text.includes('class="notice')]).toEqual([404, false])
  expect(hidden.text).not.toContain('<nav')
})
