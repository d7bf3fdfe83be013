// Assertions 24, 25 and 56: what the page carries, and what it makes the browser ask for.

import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { Findings } from '../table/assertion.ts'
import { ask } from './ask.ts'
import type { Sight } from './sight.ts'

const kilobyte = 1024
const budget = { html: 6 * kilobyte, css: 5 * kilobyte, scripts: 18 * kilobyte, requests: 6 }
const stripesPages = /^\/settings\/(payment-methods\/new|invoices\/[^/]+\/confirmation)$/

export async function weight(sight: Sight): Promise<Findings> {
  return { 24: await policy(sight), 25: await weigh(sight), 56: await stripesScript(sight) }
}

async function policy({ page, watch, kind }: Sight): Promise<string[]> {
  const inline = await ask<string[]>(
    page,
    `const stripes = '#payment-element, body > dialog:not([id])'
    const handles = (each) => [...each.attributes].some(({ name, value }) => name.startsWith('on') || /^\\s*javascript:/i.test(value))
    const styled = ${kind === 'letter'} ? [] : all('[style], style, script:not([src])').filter((each) => !each.closest(stripes))
    return [...all('*').filter(handles), ...styled].map(brief)`,
  )
  return [...inline, ...watch.reports]
}

interface Asked {
  readonly name: string
  readonly type: string
}

async function weigh({ page, watch, kind }: Sight): Promise<string[] | null> {
  if (kind === 'letter') return null
  const origin = new URL(page.url()).origin
  const asked = await ask<Asked[]>(
    page,
    `return performance.getEntriesByType('resource').map(({ name, initiatorType }) => ({ name, type: initiatorType }))`,
  )
  // What is asked for later, by hand or while something is awaited, is no part of the page's weight.
  const loaded = asked.filter(
    ({ name, type }) => name.startsWith(origin) && type !== 'fetch' && type !== 'iframe',
  )
  const own = [...new Set(loaded.map(({ name }) => name))]
  const html = brotliCompressSync(await watch.source()).length
  const css = await sumOf(
    page,
    own.filter((name) => /\.css$/.test(name)),
  )
  const scripts = await sumOf(
    page,
    own.filter((name) => /\.js$/.test(name)),
  )
  const requests = 1 + own.length
  const found = { html, css, scripts, requests }
  return Object.entries(budget).flatMap(([what, most]) => {
    const is = found[what as keyof typeof budget]
    return is > most ? [`${what}: ${is} of ${most}`] : []
  })
}

const weights = new Map<string, Promise<number>>()

async function sumOf(page: Page, addresses: readonly string[]): Promise<number> {
  const each = addresses.map((address) => {
    const known = weights.get(address) ?? weightOf(page, address)
    weights.set(address, known)
    return known
  })
  return (await Promise.all(each)).reduce((sum, bytes) => sum + bytes, 0)
}

async function weightOf(page: Page, address: string): Promise<number> {
  const answer = await page.request.get(address)
  return brotliCompressSync(await answer.body()).length
}

async function stripesScript({ page, watch, kind, script, stage }: Sight): Promise<string[] | null> {
  if (kind !== 'running') return null
  const origin = new URL(page.url()).origin
  const isTheirs = (address: string) => /^https?:/.test(address) && !address.startsWith(origin)
  const carried = await ask<string[]>(page, `return all('script[src]').map(({ src }) => src)`)
  const theirs = (script ? watch.requested() : carried).filter(isTheirs)
  // A form that was sent comes back at the address that it was sent to.
  const isAddPage = await ask<boolean>(page, `return document.querySelector('#card-form') !== null`)
  const allowed = isAddPage || stripesPages.test(new URL(page.url()).pathname)
  const foreign = theirs.filter((address) => !allowed || !address.startsWith(stage.desk.sandboxUrl))
  const loads = carried.filter(isTheirs).length
  return [...foreign, ...(allowed && loads !== 1 ? [`${loads} scripts of Stripe’s`] : [])]
}
