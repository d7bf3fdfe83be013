import { describe, expect, it } from 'vitest'
import { formatWait } from '../../src/words/format.ts'

const now = Date.UTC(2026, 10, 25, 9, 30, 20)
const second = 1_000
const minute = 60 * second
const hour = 60 * minute

describe('How long to wait is said', () => {
  it.each([
    [1, 'in 1 second', 'dans 1 seconde'],
    [59.2 * second, 'in 1 minute', 'dans 1 minute'],
    [59 * second, 'in 59 seconds', 'dans 59 secondes'],
    [2 * minute + 1, 'in 3 minutes', 'dans 3 minutes'],
    [
      hour,
      'in 1 hour (25\u00a0Nov\u00a02026, 10:31\u00a0UTC)',
      'dans 1 heure (25\u00a0nov.\u00a02026, 10:31\u00a0UTC)',
    ],
    [
      22.5 * hour,
      'in 23 hours (26\u00a0Nov\u00a02026, 08:01\u00a0UTC)',
      'dans 23 heures (26\u00a0nov.\u00a02026, 08:01\u00a0UTC)',
    ],
    [-minute, 'in 1 second', 'dans 1 seconde'],
  ])('after %d ms as %s, never too short', (wait, english, french) => {
    expect(formatWait('en', now + wait, now)).toBe(english)
    expect(formatWait('fr', now + wait, now)).toBe(french)
  })
})
