import { refusalReason } from '../invoices/names.ts'
import { paths } from '../web/paths.ts'
import type { LetterFact } from '../web/views.ts'
import { formatDate } from '../words/format.ts'
import { afterColon } from '../words/sentence.ts'
import type { InvoiceNamed } from './message.ts'
import { oneLine } from './one-line.ts'
import type { Writers, Writing } from './writing-page.ts'

type InvoiceNews = 'payment failed' | 'paid by backup' | 'paid' | 'confirmation needed'

export const invoiceLetters: Pick<Writers, InvoiceNews> = {
  'payment failed': (writing, message) => {
    const { t, company, card, language, link } = writing
    const { failed } = t.mail
    const amount = writing.amount(message.invoice)
    const { tried, nextTryAt } = message
    const again = nextTryAt === null ? failed.notAgain : failed.again(formatDate(language, nextTryAt))
    const reasons = tried.map((each) => {
      const value = refusalReason(t, each)
      return { label: card(each.card), value, inLine: afterColon(value) }
    })
    return {
      news: failed.news(amount),
      paragraphs: [
        tried.length > 0 ? failed.what(amount, company, tried.length) : failed.noCard(amount, company),
      ],
      facts: [...reasons, ...factsOf(writing, message.invoice)],
      toDo: `${again} ${failed.toDo}`,
      action: link(paths.invoice(message.invoice.id), t.mail.seeInvoice),
      guide: link(paths.help.failed, t.guides.failed.title),
    }
  },

  'paid by backup': (writing, message) => {
    const { t, company, card, link } = writing
    const { backup } = t.mail
    const [failed, paidBy] = [card(message.failed), card(message.paidBy)]
    return {
      news: backup.news(writing.amount(message.invoice), paidBy),
      paragraphs: [backup.what(failed, paidBy, company)],
      facts: factsOf(writing, message.invoice),
      toDo: backup.toDo(failed),
      action: link(paths.paymentMethods, t.mail.seeMethods),
      guide: link(paths.help.failed, t.guides.failed.title),
    }
  },

  paid: (writing, message) => {
    const { t, company, card, link } = writing
    const { paid } = t.mail
    return {
      news: paid.news(writing.amount(message.invoice)),
      paragraphs: [paid.what(company), ...(message.card ? [paid.with(card(message.card))] : [])],
      facts: factsOf(writing, message.invoice),
      toDo: paid.toDo,
      action: link(paths.invoice(message.invoice.id), t.mail.seeInvoice),
    }
  },

  'confirmation needed': (writing, message) => {
    const { t, company, card, link } = writing
    const { confirmation } = t.mail
    return {
      news: confirmation.news(writing.amount(message.invoice)),
      paragraphs: [confirmation.what(card(message.card), company)],
      facts: factsOf(writing, message.invoice),
      toDo: confirmation.toDo,
      action: link(paths.invoice(message.invoice.id), confirmation.action),
      guide: link(paths.help.failed, t.guides.failed.title),
    }
  },
}

function factsOf({ t, amount }: Writing, invoice: InvoiceNamed): LetterFact[] {
  const fact = (label: string, value: string): LetterFact => ({ label, value, inLine: value })
  const number = invoice.number === null ? [] : [fact(t.mail.invoice, oneLine(invoice.number))]
  return [...number, fact(t.mail.amount, amount(invoice))]
}
