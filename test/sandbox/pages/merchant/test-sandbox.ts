// A sandbox in memory, asked over HTTP as a merchant's server asks.
import type { Faults } from '../../../../src/sandbox/api/faults.ts'
import { createSandbox } from '../../../../src/sandbox/sandbox.ts'
import { type Started, stripeAt } from '../../start.ts'

export interface TestSandbox extends Started {
  /** A new setup intent's client secret. */
  intend(): Promise<string>
  /** A new hosted session's id. */
  session(values?: Record<string, string>): Promise<string>
  ask(path: string, form?: Record<string, string>): Promise<Record<string, unknown>>
  faults: Faults
}

export async function openTestSandbox(): Promise<TestSandbox> {
  const sandbox = createSandbox({ data: ':memory:', webhooks: [] })
  const { url, port, close } = await sandbox.listen()

  async function ask(path: string, form?: Record<string, string>): Promise<Record<string, unknown>> {
    const posted = form && { method: 'POST', body: new URLSearchParams(form) }
    const response = await fetch(`${url}/v1/${path}`, {
      ...posted,
      headers: { authorization: 'Bearer sk_test_1' },
    })
    return (await response.json()) as Record<string, unknown>
  }

  return {
    sandbox,
    stripe: stripeAt(port),
    url,
    port,
    ask,
    faults: sandbox.faults,
    close,
    intend: async () => String((await ask('setup_intents', { usage: 'off_session' })).client_secret),
    session: async (values = {}) =>
      String((await ask('checkout/sessions', { mode: 'setup', currency: 'eur', ...values })).id),
  }
}
