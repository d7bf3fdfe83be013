import { paths } from '../../src/web/paths.ts'
import { type Desk, startDesk, type Visitor } from './running-desk.ts'
import { movableClock } from './story.ts'

const minute = 60_000

/** Alice signed in so many minutes ago, and looked at pages all along. */
export async function aWhileAgo(
  minutes: number,
  language: 'en' | 'fr' = 'en',
): Promise<{ clock: ReturnType<typeof movableClock>; desk: Desk; alice: Visitor }> {
  const clock = movableClock()
  const desk = await startDesk({ clock })
  const alice = await desk.signedIn('alice', language)
  for (let passed = 0; passed < minutes; passed += 20) {
    clock.pass(Math.min(20, minutes - passed) * minute)
    await alice.get(paths.account)
  }
  return { clock, desk, alice }
}
