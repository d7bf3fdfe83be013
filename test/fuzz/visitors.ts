// Those who send the requests, each in a session of their own, and who look at the end at what is left on the pages.

import { paths } from '../../src/web/paths.ts'
import { asForm, type Got, send } from '../support/by-hand.ts'
import { everybody, isMember, type Person } from '../support/matrix/people.ts'
import type { Stage } from '../support/matrix/stage.ts'
import { faultsOf, faultsOfMarkup } from './judge.ts'
import type { Request } from './request.ts'

export interface Visitors {
  ask(request: Request): Promise<{ status: number; faults: string[] }>
  /** Every page as everybody, once more: what was kept may do harm where it is shown. */
  look(): Promise<string[]>
}

// A body that is refused before all of it came: the connection ends, and that is an answer.
const cutOff = ['EPIPE', 'ECONNRESET']

export function visitors(stage: Stage): Visitors {
  const { desk, people } = stage
  const cookies = new Map<Person, string>(everybody.map((person) => [person, people.session(person)]))
  let cases = 0

  async function ask(request: Request): Promise<{ status: number; faults: string[] }> {
    cases += 1
    const word = `w${cases}q`
    const before = desk.logged.length
    const got = await sent(request, word)
    if (got === null) return { status: 0, faults: [] }
    const situation = {
      url: desk.url,
      stripeUrl: desk.sandboxUrl,
      word,
      logged: desk.logged.slice(before),
    }
    const faults = faultsOf(request, got, situation)
    if (hasLeft(got)) await comeBack(request.person)
    return { status: got.status, faults }
  }

  async function sent(request: Request, word: string): Promise<Got | null> {
    const { person, method, path, query, body, headers } = request
    const filled = (text: string): string => text.replaceAll('§', word)
    const Cookie = cookies.get(person) ?? ''
    const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value)]))
    try {
      return await send(desk, filled(path) + (query && `?${filled(query)}`), {
        method,
        headers: { 'Sec-Fetch-Site': asForm['Sec-Fetch-Site'], ...own, ...(Cookie && { Cookie }) },
        ...(body !== '' && { body: typeof body === 'string' ? filled(body) : body }),
      })
    } catch (error) {
      if (error instanceof Error && 'code' in error && cutOff.includes(String(error.code))) return null
      throw error
    }
  }

  // Whoever signed out signs in again. How often they may is another test's.
  async function comeBack(person: Person): Promise<void> {
    if (!isMember(person)) return
    await desk.database.run('delete from limits')
    cookies.set(person, await people.anotherSession(person))
  }

  async function look(): Promise<string[]> {
    const shown = [
      paths.billingDetails,
      paths.paymentMethods,
      paths.newPaymentMethod,
      paths.invoices,
      paths.payments,
    ]
    const mails = (await desk.ports.store.outbox.newest(100)).map(({ id }) => paths.sandboxLetter(id))
    const faults: string[] = []
    for (const person of everybody) {
      for (const address of [...shown, paths.sandboxMail, ...(person === 'owner' ? mails : [])]) {
        const { status, text } = await send(desk, address, { headers: { Cookie: cookies.get(person) ?? '' } })
        const found = [...faultsOfMarkup(text), ...(status >= 500 ? [`it answers ${status}`] : [])]
        faults.push(...found.map((fault) => `${address} as ${person}: ${fault}`))
      }
    }
    return faults
  }

  return { ask, look }
}

function hasLeft({ status, headers }: Got): boolean {
  return status === 303 && headers.location?.startsWith(paths.signIn) === true
}
