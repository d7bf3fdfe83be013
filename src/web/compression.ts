// Pages, compressed as they are made: for those whom it spares a wait, and where it can give nothing away.
//
// How long a compressed page is tells how much of it is the same twice. Whoever makes somebody's browser ask for pages
// with guesses in their address, and sees how long the answers are, reads what is on them (BREACH). So a page is
// compressed only where the browser says that nobody else made it ask, and what holds a secret is never compressed.

import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'

export interface Encoding {
  /** As in Content-Encoding. */
  readonly name: string
  encode(plain: Buffer): Buffer
}

/** The first that a browser takes; which, and how hard they try, was measured (decision 15). */
export const encodings: readonly Encoding[] = [
  {
    name: 'br',
    encode: (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  },
  { name: 'gzip', encode: (plain) => gzipSync(plain, { level: 6 }) },
]

/** In bytes. What is smaller goes out in one packet with its headers either way. */
const worthwhile = 1024

/** For pages and their parts; what is no HTML, and what is streamed, goes out as it is. */
export function compression(offered: readonly Encoding[] = encodings): RequestHandler {
  return (request, response, next) => {
    const { send } = response
    response.send = (body: unknown) => {
      const plain = typeof body === 'string' && isHtml(response) ? Buffer.from(body) : undefined
      return send.call(response, plain ? compressed(request, response, plain, offered) : body)
    }
    next()
  }
}

/** Whatever holds a secret goes out as it is; and proxies, which may compress as well, are told so. */
export function leaveAsItIs(response: Response): void {
  response.set('Cache-Control', 'no-store, no-transform')
}

function compressed(
  request: Request,
  response: Response,
  plain: Buffer,
  offered: readonly Encoding[],
): Buffer {
  response.vary('Accept-Encoding, Sec-Fetch-Site')
  if (plain.length < worthwhile || !isAskedByUs(request) || isLeftAsItIs(response)) return plain
  const encoding = firstTaken(request, offered)
  if (!encoding) return plain
  response.set('Content-Encoding', encoding.name)
  return encoding.encode(plain)
}

/** By our order: browsers name what they take in theirs, which means nothing, and has gzip first. */
export function firstTaken<E extends { readonly name: string }>(
  request: Request,
  offered: readonly E[],
): E | undefined {
  return offered.find(({ name }) => request.acceptsEncodings(name) === name)
}

// By a page of ours or by hand. Browsers that do not say are answered as if somebody else had made them ask.
function isAskedByUs(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site')
  return site === 'same-origin' || site === 'none'
}

function isHtml(response: Response): boolean {
  return String(response.get('Content-Type')).startsWith('text/html')
}

function isLeftAsItIs(response: Response): boolean {
  return String(response.get('Cache-Control')).includes('no-transform')
}
