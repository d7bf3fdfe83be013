import { expect, it } from 'vitest'
import { signOutEverywhere } from '../../src/commands/sign-out.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { enrol } from '../support/authenticator.ts'
import { startDesk } from '../support/running-desk.ts'
import { companyNamed } from '../support/story.ts'

const email = 'alice@atelier.example'

it('the operator ends every session of a person, also one that awaits a code, and nobody else’s', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice')
  const elsewhere = await desk.signedIn('alice')
  const bob = await desk.signedIn('bob')
  await enrol(alice, Date.now())
  const awaited = desk.visitor()
  await awaited.post(paths.signIn, { email, password: trialPassword })
  expect((await awaited.get(paths.signInCode)).status).toBe(200)

  expect(await signOutEverywhere(desk.ports, ' ALICE@atelier.example')).toBe(3)
  for (const visitor of [alice, elsewhere])
    expect((await visitor.get(paths.paymentMethods)).headers.location).toMatch(/^\/sign-in/)
  expect((await awaited.get(paths.signInCode)).headers.location).toBe(paths.signIn)
  expect((await bob.get(paths.paymentMethods)).status).toBe(200)

  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const [entry] = (await desk.ports.store.activity.list(id, 100)).filter(
    ({ action }) => action === 'session ended',
  )
  const member = (await desk.ports.store.members.byEmail(email))?.member.id
  expect(entry).toMatchObject({ memberId: null, facts: { memberId: member } })
})

it('who has no session has none to end, and an address of nobody’s is said to be so', async () => {
  const desk = await startDesk()
  expect(await signOutEverywhere(desk.ports, email)).toBe(0)
  expect(await signOutEverywhere(desk.ports, 'nobody@atelier.example')).toBeNull()
})
