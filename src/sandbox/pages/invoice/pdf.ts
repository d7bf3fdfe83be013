// The smallest PDF that says what an invoice says: one page, one font, a line for each row.
import type Stripe from 'stripe'
import type { Language } from '../words/language.ts'
import { written } from './amount.ts'
import { invoiceWords } from './words.ts'

export function invoicePdf(invoice: Stripe.Invoice, language: Language): Buffer {
  const { title, total, due } = invoiceWords[language]
  const row = (label: string, cents: number) => `${label}: ${written(cents, invoice.currency, language)}`
  return pdfOf([
    title(invoice.number ?? ''),
    invoice.customer_name ?? '',
    ...invoice.lines.data.map((line) => row(line.description ?? '-', line.amount)),
    row(total, invoice.total),
    row(due, invoice.amount_remaining),
  ])
}

function pdfOf(lines: string[]): Buffer {
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')
  const text = `BT /F1 12 Tf 20 TL 72 770 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + trailer, 'latin1')
}

/** Windows' Latin letters, with the euro sign at its own place; narrow spaces become spaces. */
function escaped(line: string): string {
  return line
    .replaceAll(/[\u202f\u00a0]/g, ' ')
    .replaceAll('€', '\u0080')
    .replaceAll('’', '\u0092')
    .replaceAll(/[^ -ÿ]/g, '?')
    .replaceAll(/[\\()]/g, '\\$&')
}
