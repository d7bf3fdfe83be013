// A mail as it arrived, read as its reader's program reads it.

export interface ReceivedMail {
  /** Whom the server was told to give it to. */
  readonly envelope: readonly string[]
  /** As they came, a line each, unfolded. */
  readonly headers: readonly string[]
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly id: string
  readonly text: string
  readonly html: string
  readonly raw: string
}

export function readMail(raw: string, envelope: readonly string[]): ReceivedMail {
  const [head, body] = split(raw)
  const header = (name: string): string => headerIn(head, name)
  const boundary = /boundary="?([^";]+)/.exec(header('Content-Type'))?.[1] ?? ''
  const parts = body.split(`--${boundary}`).map((part) => split(part.replace(/^\r\n/, '')))
  const partOf = (type: string): string => {
    const found = parts.find(([lines]) => headerIn(lines, 'Content-Type').startsWith(type))
    return found ? decoded(found[1], headerIn(found[0], 'Content-Transfer-Encoding')) : ''
  }
  return {
    envelope,
    headers: head,
    from: words(header('From')),
    to: words(header('To')),
    subject: words(header('Subject')),
    id: header('Message-ID'),
    text: partOf('text/plain'),
    html: partOf('text/html'),
    raw,
  }
}

function split(part: string): [string[], string] {
  const end = part.indexOf('\r\n\r\n')
  const head = part.slice(0, end === -1 ? undefined : end).replace(/\r\n[ \t]+/g, ' ')
  return [head.split('\r\n'), end === -1 ? '' : part.slice(end + 4)]
}

function headerIn(lines: readonly string[], name: string): string {
  const line = lines.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}: `))
  return line?.slice(name.length + 2) ?? ''
}

function decoded(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString()
  if (encoding !== 'quoted-printable') return Buffer.from(text, 'latin1').toString()
  return unquoted(text.replace(/=\r\n/g, ''))
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n')
}

/** Encoded words, as in =?UTF-8?Q?Lumi=C3=A8re?=. */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('latin1') : latin(text),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString())
}

function latin(text: string): string {
  return text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
