import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { trialPassword } from '../../../src/sign-in/trial-accounts.ts'
import { focusOn } from '../../browser/support/focus.ts'
import { newestLink } from '../../support/invitations.ts'
import type { Walker } from './walker.ts'

const company = 'Studio Lambert'
const better = 'ocean ladder violin seven'

export async function signIn(walker: Walker): Promise<void> {
  const { page, guest, hands, words, button, link, field, on } = walker
  const { people } = words
  await page.context().clearCookies({ name: 'sid' })
  await page.goto('/')
  await on(people.signIn)
  await hands.fill(field(people.email), guest.email)
  await hands.fill(field(people.password), 'not this one')
  await hands.press(button(people.signIn))
  await focusOn(page.getByRole('group', { name: people.refused }))
  await hands.press(link(people.refused))
  await focusOn(field(people.email))
  await hands.fill(field(people.password), trialPassword)
  await hands.press(button(people.signIn))
  await walker.menu().waitFor()
}

export async function invite(walker: Walker): Promise<void> {
  const { page, stage, hands, words, button, link, field, on, told } = walker
  const { people } = words
  const email = `${randomUUID()}@elsewhere.example`
  await page.goto('/settings')
  await hands.press(link(people.users))
  await on(people.users)
  await hands.press(link(people.invite))
  await on(people.invite)
  await hands.fill(field(people.email), email)
  await hands.choose(page.getByRole('radio', { name: people.billing, exact: true }))
  await hands.press(button(people.send))
  await told(people.invited(email))

  await page.context().clearCookies({ name: 'sid' })
  await page.goto(await newestLink(stage.desk))
  await hands.fill(field(people.yourName), 'Erin Le Gall')
  await hands.fill(field(people.password), better)
  await hands.press(button(people.join(company)))
  await told(people.joined(company))
}

export async function changeLanguage({ page, hands, words, link, on }: Walker): Promise<void> {
  const { people } = words
  await page.goto('/settings')
  await on(words.details)
  await hands.press(link(people.otherLanguage))
  await on(people.detailsThere)
  await hands.press(link(people.usersThere))
  await on(people.usersThere)
}

export async function changeAccount(walker: Walker): Promise<void> {
  const { page, hands, words, button, link, field, on, told } = walker
  const { people } = words
  await page.goto('/settings')
  await hands.press(walker.menu())
  await hands.press(link(people.account))
  await on(people.account)
  await hands.fill(field(people.name), 'Zoé Lambert-Roy')
  await hands.press(button(people.saveName))
  await told(people.nameSaved)
  expect(await field(people.name).inputValue()).toBe('Zoé Lambert-Roy')
  await hands.fill(field(people.current), trialPassword)
  await hands.fill(field(people.next), better)
  await hands.press(button(people.change))
  await told(people.changed)
}

export async function signOut(walker: Walker): Promise<void> {
  await walker.page.goto('/settings')
  await leave(walker)
}

export async function leave(walker: Walker): Promise<void> {
  const { hands, words, button, on } = walker
  await hands.press(walker.menu())
  await hands.press(button(words.signOut))
  await on(words.people.signIn)
}
