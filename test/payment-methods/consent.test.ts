import { expect, it } from 'vitest'
import { consentIn, consentToBackup } from '../../src/payment-methods/consent.ts'

it('The words of a consent are those of its language, under one version', () => {
  const [english, french] = [consentIn('en'), consentIn('fr')]
  expect([english.language, french.language]).toEqual(['en', 'fr'])
  expect(english.version).toBe(french.version)
  expect(english.wording).toContain('backup')
  expect(french.wording).toContain('en secours')
})

// Whoever changes these words gives them a new version, and then a new line here.
it('The words that were once shown under a version stay as they were', () => {
  expect(consentIn('en')).toEqual({
    version: '2026-11',
    language: 'en',
    wording:
      'By adding this card, you allow us to charge it for your company’s invoices without asking each time: as the default card, or as a backup when the default card cannot be charged. You can remove it at any time.',
  })
  expect(consentToBackup('en')).toEqual({
    version: '2026-11-backup',
    language: 'en',
    wording:
      'By using this card as a backup, you allow us to charge it for your company’s invoices without asking each time: when the default card cannot be charged, or as the default card. You can remove it at any time.',
  })
})
