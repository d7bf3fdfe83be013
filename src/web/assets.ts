// What browsers load besides pages: hashed into their names, compressed once, kept for good.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import { toHex } from '../colours.ts'
import type { Theme } from '../config-theme.ts'
import { type Accent, accentOf, themeLayer } from '../theme.ts'
import { compactCss } from './compact-css.ts'
import { firstTaken } from './compression.ts'
import { markSprite } from './mark-sprite.ts'
import { paths } from './paths.ts'

export interface Assets {
  /** The address of public/NAME, of a library's file, or of the operator's logo. */
  path(name: string): string
  /** Our stylesheet as it is written, before it is packed. */
  readonly stylesheet: string
  serve: RequestHandler
}

interface Asset {
  readonly type: string
  readonly plain: Buffer
  readonly compressed: readonly { readonly name: string; readonly bytes: () => Buffer }[]
}

const publicFolder = fileURLToPath(new URL('../../public/', import.meta.url))
const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
}

export function loadAssets(theme?: Theme): Assets {
  const stylesheet = readFileSync(`${publicFolder}app.css`, 'utf8')
  const byPath = new Map<string, Asset>()
  const addresses = new Map<string, string>()
  for (const [name, content] of contents(stylesheet, theme)) {
    const [stem = name, extension = ''] = name.split(/\.(?=[^.]*$)/)
    const digest = createHash('sha256').update(content).digest('base64url').slice(0, 10)
    const address = paths.asset(`${stem}.${digest}.${extension}`)
    addresses.set(name, address)
    byPath.set(address, compressed(content, types[extension] ?? 'application/octet-stream'))
  }
  return {
    stylesheet,
    path: (name) => addresses.get(name) ?? missing(name),
    serve: (request, response, next) => {
      const asset = byPath.get(`/assets${request.path}`)
      if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) return next()
      response.set({
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
        // By itself, as a document, a picture runs, loads and is framed by nothing. Where a page uses it, the page's counts.
        'Content-Security-Policy':
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      })
      const encoding = firstTaken(request, asset.compressed)
      if (encoding) response.set('Content-Encoding', encoding.name)
      response.end(encoding ? encoding.bytes() : asset.plain)
    },
  }
}

function* contents(stylesheet: string, theme: Theme | undefined): Generator<[string, Buffer]> {
  yield ['app.css', Buffer.from(compactCss(stylesheet) + themeLayer(theme?.tokens ?? {}))]
  if (theme?.logo) yield [`logo.${theme.logo.type}`, theme.logo.content]
  yield ['icon.svg', iconIn(accentOf(theme?.tokens ?? {}, stylesheet))]
  for (const name of readdirSync(`${publicFolder}js`)) yield [name, readFileSync(`${publicFolder}js/${name}`)]
  const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')
  yield ['htmx.js', withoutSourceMap(readFileSync(htmx, 'utf8'))]
  yield ['marks.svg', Buffer.from(markSprite())]
}

// A browser's tab knows nothing of our stylesheet: the colours are written into the file.
function iconIn({ accent, onAccent }: Accent): Buffer {
  const icon = readFileSync(`${publicFolder}icon.svg`, 'utf8')
  return Buffer.from(
    icon.replaceAll('#4646c8', toHex(accent.light)).replaceAll('#fff', toHex(onAccent.light)),
  )
}

// The map is not served, and a browser with its tools open would ask for it.
function withoutSourceMap(script: string): Buffer {
  return Buffer.from(script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'))
}

// As small as can be takes a while: not before somebody asks, and then once.
function compressed(plain: Buffer, type: string): Asset {
  const br = once(() => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  const gzip = once(() => gzipSync(plain, { level: 9 }))
  return {
    type,
    plain,
    compressed: [
      { name: 'br', bytes: br },
      { name: 'gzip', bytes: gzip },
    ],
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function missing(name: string): never {
  throw new Error(`no asset is called ${name}`)
}
