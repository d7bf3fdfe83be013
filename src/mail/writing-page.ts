import type { Language } from '../company/company.ts'
import type { LetterView, LinkView } from '../web/views.ts'
import type { Words } from '../words/words.ts'
import type { CardNamed, InvoiceNamed, Message } from './message.ts'

/** What every letter is written with. */
export interface Writing {
  readonly t: Words
  readonly product: string
  readonly language: Language
  readonly company: string
  /** Whose letter it is: many a message is about its reader. Null for who is nobody here yet. */
  readonly readerId: string | null
  /** Where an invitation is accepted; the start, in a letter that is none. */
  readonly acceptance: string
  /** Somebody's name, by their id. */
  readonly person: (memberId: string) => string
  readonly card: (card: CardNamed) => string
  readonly amount: (invoice: InvoiceNamed) => string
  readonly link: (path: string, label: string) => LinkView
}

/** What one kind of letter says; the rest is the same in all. */
export type Content = Pick<LetterView, 'news' | 'paragraphs' | 'toDo' | 'action'> &
  Partial<Pick<LetterView, 'facts' | 'guide' | 'notYou' | 'company' | 'why'>>

export type Of<K extends Message['kind']> = Extract<Message, { kind: K }>
export type Writers = { readonly [K in Message['kind']]: (writing: Writing, message: Of<K>) => Content }
