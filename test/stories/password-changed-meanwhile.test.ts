// The password changes while the old one is being checked, before each statement that this asks of the database: whoever
// gave the old one is signed in nowhere in the end.

import { expect, it } from 'vitest'
import { argon2Passwords } from '../../src/adapters/argon2/passwords.ts'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { enrol } from '../support/authenticator.ts'
import { type Desk, startDesk, type Visitor } from '../support/running-desk.ts'

const email = 'alice@atelier.example'
const old = argon2Passwords().hash(trialPassword)
const another = argon2Passwords().hash('an entirely new sentence')

async function setPassword({ ports }: Desk, hash: Promise<string>): Promise<void> {
  const { accounts, members } = ports.store
  const id = (await members.byEmail(email))?.member.id ?? ''
  await accounts.changePassword(id, await hash, { entries: [] }, Date.now())
}

/** Interrupts before the statement of that number, once; returns how many there were. */
async function interrupted(
  { database }: Desk,
  at: number,
  act: () => Promise<unknown>,
  interrupt: () => Promise<void>,
) {
  const { get, all, run, transaction } = database
  let count = 0
  const counted =
    <A extends unknown[], R>(method: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      count += 1
      if (count === at) await interrupt()
      return method.apply(database, given)
    }
  Object.assign(database, {
    get: counted(get),
    all: counted(all),
    run: counted(run),
    transaction: counted(transaction),
  })
  await act()
  Object.assign(database, { get, all, run, transaction })
  return count
}

/** `begin` makes whoever comes with the old password, and `act` is what they do with it. */
async function whateverTheMoment(
  desk: Desk,
  begin: () => Promise<Visitor>,
  act: (visitor: Visitor) => Promise<unknown>,
): Promise<void> {
  for (let at = 1; ; at += 1) {
    await desk.database.run('delete from limits')
    await setPassword(desk, old)
    const visitor = await begin()
    const count = await interrupted(
      desk,
      at,
      () => act(visitor),
      () => setPassword(desk, another),
    )
    const isIn = (await visitor.get(paths.account)).status === 200
    if (at > count) {
      expect([isIn, at > 5]).toEqual([true, true])
      return
    }
    expect([at, isIn]).toEqual([at, false])
  }
}

it('by whoever signs in', async () => {
  const desk = await startDesk()
  await whateverTheMoment(
    desk,
    async () => desk.visitor(),
    (visitor) => visitor.post(paths.signIn, { email, password: trialPassword }),
  )
})

it('by whoever signs in with a code', async () => {
  const desk = await startDesk()
  const {
    recoveryCodes: [code = ''],
  } = await enrol(await desk.signedIn('alice'), Date.now())
  await whateverTheMoment(
    desk,
    async () => {
      await desk.database.run('update recovery_codes set used_at = null')
      const visitor = desk.visitor()
      await visitor.post(paths.signIn, { email, password: trialPassword })
      return visitor
    },
    (visitor) => visitor.post(paths.signInCode, { kind: 'recovery', code }),
  )
})

it('by whoever gives it again, to do something', async () => {
  const desk = await startDesk()
  await whateverTheMoment(
    desk,
    () => desk.signedIn('alice'),
    (visitor) => visitor.post(paths.recoveryCodes, { again: trialPassword }),
  )
})
