// The server that mail goes out by, and whom it comes from: both, or neither.

import type { Fault, Value } from './config-values.ts'

export interface MailSettings {
  readonly server: URL
  /** An address, or a name and an address: Guichet <billing@example.com>. */
  readonly from: string
}

const address = /^[^\s@<>"]+@[^\s@<>"]+$/
const named = /^[^<>\p{Cc}]*<([^<>]+)>$/u

export function readMail(value: Value, production: boolean, fault: Fault): MailSettings | undefined {
  const server = readServer(value, fault)
  const from = value('MAIL_FROM')
  if (production && !value('SMTP_URL'))
    fault('SMTP_URL is missing: people are told by mail what became of their cards and payments.')
  if (value('SMTP_URL') && !from) fault('MAIL_FROM is missing: mail has to come from somebody.')
  if (from && !address.test(named.exec(from)?.[1] ?? from)) fault('MAIL_FROM is no e-mail address.')
  return server && from ? { server, from } : undefined
}

function readServer(value: Value, fault: Fault): URL | undefined {
  const text = value('SMTP_URL')
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isServer = (url?.protocol === 'smtp:' || url?.protocol === 'smtps:') && url.hostname !== ''
  if (!isServer) return fault('SMTP_URL is neither smtp://… nor smtps://….')
  if (!isEncoded(url.username + url.password))
    return fault('SMTP_URL: write a % in its user or password as %25.')
  return url
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
