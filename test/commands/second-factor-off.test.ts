import { expect, it } from 'vitest'
import { turnOffSecondFactor } from '../../src/commands/second-factor-off.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { enrol } from '../support/authenticator.ts'
import { startDesk } from '../support/running-desk.ts'
import { companyNamed } from '../support/story.ts'

const email = 'alice@atelier.example'

it('the operator lets somebody in who has lost their phone, and who it was stands in the log', async () => {
  const desk = await startDesk()
  await enrol(await desk.signedIn('alice'), Date.now())
  const signIn = () => desk.visitor().post(paths.signIn, { email, password: trialPassword })
  expect((await signIn()).headers.location).toBe(paths.signInCode)
  expect(await turnOffSecondFactor(desk.ports, ' ALICE@atelier.example')).toBe(true)
  expect((await signIn()).headers.location).toBe(paths.home)
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  const log = await desk.ports.store.activity.list(id, 100)
  const alice = (await desk.ports.store.members.byEmail(email))?.member.id
  expect(log.find(({ action }) => action === 'second factor off')).toMatchObject({
    memberId: null,
    facts: { memberId: alice },
  })
  const mails = await desk.database.all("select 1 from outbox where kind = 'second factor off'")
  expect(mails).toHaveLength(1)
})

it('where there is none, nothing is turned off', async () => {
  const desk = await startDesk()
  expect(await turnOffSecondFactor(desk.ports, email)).toBe(false)
  expect(await turnOffSecondFactor(desk.ports, 'nobody@atelier.example')).toBe(false)
})
