// Single values of the environment, each read with the fault that it may have.

import { isIP } from 'node:net'

export type Fault = (message: string) => undefined
export type Value = (name: string) => string | undefined

export function readPort(text: string | undefined, fault: Fault): number {
  const port = /^\d{1,5}$/.test(text ?? '3000') ? Number(text ?? 3000) : Number.NaN
  if (!(port <= 65535)) fault('PORT is no port number.')
  return port
}

export function readUrl(value: Value, name: string, fault: Fault): URL | undefined {
  const text = value(name)
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  return fault(`${name} is no http or https address.`)
}

export function readDatabaseUrl(text: string | undefined, fault: Fault): string {
  const url = text ?? 'file:data/guichet.db'
  if (!/^(file:.|postgres(ql)?:\/\/.)/.test(url)) fault('DATABASE_URL is neither file:… nor postgres://….')
  return url
}

const day = 24 * 60 * 60_000

/** Days from each run of charges to the next, as many as there are runs after the first. */
export function readSchedule(text: string | undefined, fault: Fault): number[] {
  const days = list(text ?? '3,5,7')
  const fits = days.length <= 3 && days.every((each) => /^\d{1,2}$/.test(each) && Number(each) > 0)
  const total = days.reduce((sum, each) => sum + Number(each), 0)
  if (!fits || total > 29)
    fault('CHARGE_SCHEDULE: up to three numbers of days, less than 30 together: 3,5,7.')
  return days.map((each) => Number(each) * day)
}

/** What auditors ask for is a year; beyond ten nobody should keep what people did. */
export function readActivityDays(text: string | undefined, fault: Fault): number {
  const days = /^\d{1,4}$/.test(text ?? '400') ? Number(text ?? 400) : Number.NaN
  if (!(days >= 30 && days <= 3650)) fault('ACTIVITY_DAYS is no number of days from 30 to 3650.')
  return days
}

// A number of proxies, or their addresses. Just "true" would let anybody say where they come from.
export function readTrustProxy(text: string | undefined, fault: Fault): string | number | false {
  if (text === undefined) return false
  if (/^\d+$/.test(text)) {
    if (Number(text) > mostProxies) fault('TRUST_PROXY: more than five proxies are not likely to be yours.')
    return Number(text)
  }
  if (!list(text).every(isProxy)) fault('TRUST_PROXY is neither a number nor a list of addresses.')
  else if (list(text).some(isWide))
    fault('TRUST_PROXY: name your proxies’ own network; whoever is in it may say where they come from.')
  return text
}

const mostProxies = 5

// Wider than any network that is somebody's own: 10.0.0.0/8, fc00::/7 and an operator's /32 are the widest.
function isWide(text: string): boolean {
  const [address = '', bits] = text.split('/')
  if (bits === undefined) return false
  if (isIP(address) === 4) return Number(bits) < 8
  if (/^::ffff:/i.test(address)) return Number(bits) < 104
  return Number(bits) < (/^f[cd]/i.test(address) ? 7 : 32)
}

function isProxy(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const widest = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) !== 0 &&
    more === undefined &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= widest))
  )
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

export function list(text: string | undefined): string[] {
  return (text ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '') // biome-ignore format: one thought
}
