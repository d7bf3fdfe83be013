// A message as a letter: what happened, at which company, what to do, and what if it was nobody of theirs.

import type { Language } from '../company/company.ts'
import { cardName } from '../payment-methods/names.ts'
import { paths } from '../web/paths.ts'
import type { LetterView } from '../web/views.ts'
import { formatAmount } from '../words/format.ts'
import { words } from '../words/words.ts'
import { accountLetters } from './account-letters-page.ts'
import { cardLetters } from './card-letters-page.ts'
import { invoiceLetters } from './invoice-letters-page.ts'
import type { Message } from './message.ts'
import { oneLine } from './one-line.ts'
import { teamLetters } from './team-letters-page.ts'
import type { Content, Of, Writers, Writing } from './writing-page.ts'

export interface Reader {
  readonly id: string | null
  readonly language: Language
  readonly name: string | null
  readonly company: string
  /** The names of those whom the message speaks of, by their id. */
  readonly people: ReadonlyMap<string, string>
  /** Where an invitation is accepted. */
  readonly acceptance: string | null
}

const writers: Writers = { ...cardLetters, ...invoiceLetters, ...teamLetters, ...accountLetters }

export interface Sender {
  /** What the product is called. */
  readonly product: string
  /** Ours, as browsers know it. */
  readonly origin: string
}

export function letterView(message: Message, reader: Reader, sender: Sender): LetterView {
  const writing = writingFor(reader, sender)
  const { t, company, product } = writing
  return {
    company,
    product,
    hello: reader.name === null ? t.mail.helloStranger : t.mail.hello(oneLine(reader.name)),
    facts: [],
    guide: null,
    notYou: null,
    why: t.mail.why(company),
    ...contentOf(writing, message),
  }
}

export function subjectOf({ language }: Reader, { news, company }: LetterView): string {
  return words[language].mail.subject(news, company)
}

function writingFor(reader: Reader, { product, origin }: Sender): Writing {
  const { id: readerId, language, company, people, acceptance } = reader
  const t = words[language]
  return {
    t,
    language,
    product,
    company: oneLine(company),
    readerId,
    acceptance: acceptance ?? paths.home,
    person: (id) => oneLine(people.get(id) ?? t.mail.somebody),
    card: ({ brand, last4 }) => cardName(t, { brand, last4: last4 && oneLine(last4) }),
    amount: ({ amount, currency }) => formatAmount(language, amount, currency),
    link: (path, label) => ({ href: origin + path, label }),
  }
}

function contentOf<K extends Message['kind']>(writing: Writing, message: Of<K>): Content {
  const write = writers[message.kind] as (writing: Writing, message: Of<K>) => Content
  return write(writing, message)
}
