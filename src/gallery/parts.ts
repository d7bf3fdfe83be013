// The parts that pages are made of, where a page's own examples do not show them whole.

import type { Language } from '../company/company.ts'
import { walletView } from '../payment-methods/pages.ts'
import { removalView } from '../payment-methods/question-pages.ts'
import { pageLinks } from '../web/page-links.ts'
import type { AmountsView, DialogView, KebabView, PagesView } from '../web/views.ts'
import { words } from '../words/words.ts'
import { invoiceExamples } from './invoices.ts'
import { memberExamples } from './members.ts'
import { samples, situation } from './samples.ts'

type Shown<View> = Readonly<Record<string, (language: Language) => View>>

const { visa, mastercard } = samples
const wallet = situation([visa, mastercard, { ...samples.amex, mayBeBackup: false }])

function kebabOf(rows: readonly { readonly kebab: KebabView | null }[], at: number): KebabView {
  const kebab = rows[at]?.kebab
  if (!kebab) throw new Error(`the gallery has no kebab ${at}`)
  return kebab
}

const cards = (language: Language) => walletView(language, wallet).rows
const users = (language: Language) => memberExamples.users['as owner'](language).page

export const kebabs: Shown<{ kebab: KebabView }> = {
  'of the default': (language) => ({ kebab: kebabOf(cards(language), 0) }),
  'of a backup': (language) => ({ kebab: kebabOf(cards(language), 1) }),
  'of a card that is no backup': (language) => ({ kebab: kebabOf(cards(language), 2) }),
  'of a user': (language) => ({ kebab: kebabOf(users(language).rows, 1) }),
  'of an invitation': (language) => ({ kebab: kebabOf(users(language).invitations, 0) }),
}

export const amounts: Shown<{ amounts: AmountsView }> = {
  invoices: (language) => ({ amounts: listed(language) }),
  'what an invoice bills': (language) => ({ amounts: billed(language) }),
}

function listed(language: Language): AmountsView {
  const { invoices } = invoiceExamples.list['in every state'](language).page
  if (!invoices) throw new Error('the gallery has no invoices')
  return invoices
}

function billed(language: Language): AmountsView {
  const example = invoiceExamples.invoice['paid by a backup']
  if (!example) throw new Error('the gallery has no invoice')
  return example(language).page.billed
}

export const pages: Shown<{ pages: PagesView }> = {
  'both ways': (language) => ({ pages: pagesOf(language, '?page=1', '?page=3') }),
  'the first of them': (language) => ({ pages: pagesOf(language, null, '?page=2') }),
  'the last of them': (language) => ({ pages: pagesOf(language, '?page=2', null) }),
}

function pagesOf(language: Language, before: string | null, after: string | null): PagesView {
  const { pages: label, previousPage, nextPage } = words[language].invoices
  const view = pageLinks(label, [before, previousPage], [after, nextPage])
  if (!view) throw new Error('the gallery has one page only')
  return view
}

export const dialogs: Shown<{ dialog: DialogView }> = {
  closed: () => ({ dialog: { id: 'dialog-closed', body: null } }),
  'that asks': (language) => ({ dialog: { id: 'dialog-open', body: question(language) } }),
}

// As payment-methods/_removal writes it, less what is of cards alone. Nothing in it needs escaping.
function question(language: Language): string {
  const { heading, consequences, noUndo, cancelHref } = removalView(language, wallet.wallet, mastercard, [])
  const { confirm, cancel } = words[language].removal
  const said = [...consequences, noUndo].map((text) => `<p>${text}</p>`).join('\n')
  return `<h2 id="dialog-heading">${heading}</h2>
${said}
<p class="actions"><button class="button danger" type="button">${confirm}</button> <a class="button" href="${cancelHref}">${cancel}</a></p>`
}
