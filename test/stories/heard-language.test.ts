import { expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { startDesk } from '../support/running-desk.ts'
import { addCard, textOf } from '../support/story.ts'

it('who leaves the language to their browser gets mail in the one they last signed in with, unless they choose', async () => {
  const desk = await startDesk()
  const alice = await desk.signedIn('alice', 'fr')
  await addCard(alice)
  await desk.settled()
  const mails = async () => textOf((await desk.visitor().get(paths.sandboxMail)).text)
  expect(await mails()).toContain('Visa se terminant par 4242 a été ajoutée')
  await desk.signedIn('alice', 'en')
  expect(await mails()).toContain('Visa ending in 4242 was added')
  await desk.database.run(`update members set language = 'fr' where email = 'alice@atelier.example'`)
  expect(await mails()).toContain('Visa se terminant par 4242 a été ajoutée')
})

it('a refused sign-in changes nobody’s language', async () => {
  const desk = await startDesk()
  const email = 'alice@atelier.example'
  await desk.visitor('en').post(paths.signIn, { email, password: trialPassword })
  await desk.visitor('fr').post(paths.signIn, { email, password: 'not this one' })
  expect((await desk.ports.store.members.byEmail(email))?.member.heard).toBe('en')
})
