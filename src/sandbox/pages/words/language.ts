import { en } from './en.ts'
import { fr } from './fr.ts'

export type Language = 'en' | 'fr'

export const words = { en, fr }

export function languageFrom(locale: unknown, acceptable: () => string | false): Language {
  const named = typeof locale === 'string' && locale !== 'auto' && locale !== '' ? locale : acceptable()
  return named && /^fr\b/i.test(named) ? 'fr' : 'en'
}
