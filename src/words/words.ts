import type { Language } from '../company/company.ts'
import { en, type Words } from './en.ts'
import { fr } from './fr.ts'

export type { Words }

export const words: Readonly<Record<Language, Words>> = { en, fr }
