// The way of an invitation: sent by somebody, found in the sandbox's mail by whoever it is for.
import { paths } from '../../src/web/paths.ts'
import type { Desk, Visitor } from './running-desk.ts'

export const newcomer = { name: 'Erin Le Gall', password: 'ocean ladder violin seven' }
export const erinsAddress = 'erin@elsewhere.example'

/** Resolves to the path of the link that came by mail. */
export async function invited(
  desk: Desk,
  by: Visitor,
  { email = erinsAddress, role = 'billing' }: { email?: string; role?: string } = {},
): Promise<string> {
  const answer = await by.post(paths.invitations, { email, role })
  if (answer.status !== 303) throw new Error(`${answer.status} instead of an invitation`)
  return newestLink(desk)
}

/** The link of the newest letter that has one, as it is shown in the sandbox. */
export async function newestLink(desk: Desk): Promise<string> {
  const mails = await desk.ports.store.outbox.newest(20)
  const sent = mails.flatMap(({ id, createdAt, message }) =>
    message.kind === 'invited' ? [{ id, createdAt, round: message.round }] : [],
  )
  const [newest] = sent.sort((one, other) => other.createdAt - one.createdAt || other.round - one.round)
  if (!newest) throw new Error('nobody was invited')
  const page = await desk.visitor().get(paths.sandboxDelivery(newest.id))
  const link = /(\/invitations\/[\w-]+)/.exec(page.text)?.[1]
  if (!link) throw new Error('the letter has no link')
  return link
}

export async function idOf(desk: Desk, email: string): Promise<string> {
  const known = await desk.ports.store.members.byEmail(email)
  if (!known) throw new Error(`nobody has the address ${email}`)
  return known.member.id
}

/** Another person of Atelier Lumière, with a way to sign in that the others have, too. */
export async function administrator(desk: Desk, alice: Visitor): Promise<Visitor> {
  const link = await invited(desk, alice, { email: 'frank@atelier.example', role: 'administrator' })
  const frank = desk.visitor()
  await frank.post(link, { name: 'Frank Roy', password: newcomer.password })
  return frank
}

export interface Person {
  readonly text: string
  /** Where its menu leads. */
  readonly actions: readonly string[]
}

/** The rows of the users page, members and invitations, in their order. */
export function peopleOn(html: string): Person[] {
  return [...html.matchAll(/<li class="person">([\s\S]*?)<\/li>\n(?=<li class="person"|<\/ul>)/g)].map(
    ([, row = '']) => ({
      text: row
        .replace(/<div class="menu kebab">[\s\S]*/, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
      actions: [...row.matchAll(/ (?:href|action)="([^"]*)"/g)].map(([, address = '']) => address),
    }),
  )
}
