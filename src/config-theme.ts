// The operator's own look: a file of tokens, and the logo that lies beside it.

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Fault } from './config-values.ts'
import { readTokens, type Tokens } from './theme.ts'

export interface Theme {
  readonly tokens: Tokens
  readonly logo: Logo | undefined
}

export interface Logo {
  readonly type: 'svg' | 'png'
  readonly content: Buffer
}

const largestFile = 16 * 1024
const largestLogo = 64 * 1024

export function readTheme(path: string | undefined, fault: Fault): Theme | undefined {
  if (path === undefined) return undefined
  const say: Fault = (message) => fault(`THEME_CSS_FILE: ${message}`)
  const file = contentOf(path, largestFile, say)
  if (!file) return undefined
  const read = readTokens(file.toString('utf8'))
  if ('faults' in read) {
    for (const each of read.faults) say(each)
    return undefined
  }
  return { tokens: read.tokens, logo: readLogo(dirname(path), read.tokens.logo, say) }
}

function readLogo(folder: string, quoted: string | undefined, say: Fault): Logo | undefined {
  if (quoted === undefined) return undefined
  const path = join(folder, quoted.slice(1, -1))
  const content = contentOf(path, largestLogo, say)
  if (!content) return undefined
  if (path.endsWith('.png')) {
    const isPng = content.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
    return isPng ? { type: 'png', content } : say(`${path} is no PNG file.`)
  }
  const problem = faultOfSvg(content.toString('utf8'))
  return problem === undefined ? { type: 'svg', content } : say(`${path} ${problem}`)
}

// An image runs nothing and loads nothing, but it has an address, where it is a page of ours.
function faultOfSvg(text: string): string | undefined {
  if (!/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text)) return 'is no SVG file.'
  const active =
    /<\s*(script|foreignObject|iframe|!DOCTYPE|!ENTITY|\?xml-stylesheet)|\son\w+\s*=|javascript:/i
  if (active.test(text)) return 'may draw, and not run anything.'
  const outside = /@import|url\((?!\s*["']?#)|\b(href|src)\s*=(?!\s*["']?\s*(#|data:image\/(png|jpeg)))/i
  return outside.test(text) ? 'may draw, and not load anything.' : undefined
}

function contentOf(path: string, largest: number, say: Fault): Buffer | undefined {
  try {
    const content = readFileSync(path)
    if (content.length <= largest) return content
    return say(`${path} is larger than ${largest / 1024} KB.`)
  } catch {
    return say(`${path} cannot be read.`)
  }
}
