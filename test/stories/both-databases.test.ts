import { expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { eachDatabase } from '../support/databases.ts'
import { openDesk } from '../support/running-desk.ts'

eachDatabase('The desk', (_open, place) => {
  it('keeps a wallet from sign-in to the last card', async () => {
    const desk = await openDesk({ databaseUrl: await place() })
    try {
      const alice = await desk.signedIn('alice')
      const list = async (): Promise<string> => (await alice.get(paths.paymentMethods)).text
      const action = async (kind: string): Promise<string> =>
        new RegExp(`(?:action|href)="([^"]+/${kind})"`).exec(await list())?.[1] ?? ''

      expect((await alice.post(await action('default'))).status).toBe(303)
      expect(await list()).toContain('Mastercard ending in 4444 is now your default card.')
      await desk.settled()
      expect((await list()).match(/class="badge default"/g)).toHaveLength(1)

      await alice.post(await action('removal'))
      await alice.post(await action('removal'))
      await desk.settled()
      expect(await list()).toContain('You have no payment method yet')
      expect((await alice.post(paths.signOut)).status).toBe(303)
      expect((await alice.get(paths.paymentMethods)).status).toBe(303)
    } finally {
      await desk.close()
    }
  })
})
