// The brand marks in one file, so that a page with five brands asks once.

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packagedMarks } from './marks.ts'

const ownMarks = fileURLToPath(new URL('../../public/marks/', import.meta.url))
export function markSprite(): string {
  const folder = `${dirname(createRequire(import.meta.url).resolve('payment-icons/package.json'))}/min/flat/`
  const theirs = packagedMarks.map((name) => toSymbol(name, readFileSync(`${folder}${name}.svg`, 'utf8')))
  const ours = readdirSync(ownMarks)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => toSymbol(file.slice(0, -4), readFileSync(ownMarks + file, 'utf8')))
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${[...theirs, ...ours].join('')}</svg>`
}

// Ids get the mark's name before them: in one file they would otherwise meet.
function toSymbol(name: string, svg: string): string {
  const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 750 471'
  const inside = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
  const own = inside
    .replace(/\bid="([^"]+)"/g, `id="${name}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${name}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${name}-$1"`)
  return `<symbol id="${name}" viewBox="${viewBox}">${own}</symbol>`
}
