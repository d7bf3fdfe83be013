import { createTransport } from 'nodemailer'
import type { MailSettings } from '../../config-mail.ts'
import { isLoopback } from '../../config-values.ts'
import { type Mailer, MailNotTaken } from '../../ports/mailer.ts'

/** `patience`: how long the server may be silent, in milliseconds; a whole letter may take three times that. */
export function smtpMailer({ server, from }: MailSettings, patience = 20_000): Mailer {
  const transport = createTransport({
    ...connection(server),
    pool: true,
    maxConnections: 1,
    // The outbox tries again, and knows when.
    maxRequeues: 0,
    idleTimeout: 30_000,
    dnsTimeout: patience,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^>]+)/.exec(from)?.[1] ?? server.hostname

  return {
    async send({ id, to, subject, html, text }) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          html,
          text,
          messageId: `<${id}@${domain}>`,
          // Nobody is there to read what answers by itself.
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(patience * 3),
        })
      } catch (error) {
        throw new MailNotTaken(codeOf(error), error)
      }
    },

    close: () => transport.close({ force: true }),
  }
}

// A password goes over no wire that is not encrypted, unless the wire is within this machine.
function connection({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const auth = username && { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return {
    host,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(auth && { auth, requireTLS: !secure && !isLoopback(host) }),
  }
}

// Codes alone: the server's own words may quote the address.
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const known = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number')
  return known.join(' ') || 'unknown'
}
