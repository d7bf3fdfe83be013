// Whom a network address counts for. Whoever has one address of IPv6 has the 2^64 of its network, and could
// come from another one each time; of IPv4 people have one. Source: RFC 6177, RFC 4291 section 2.5.1.

/**
 * `192.0.2.7`, or `2001:db8:1:2::/64`. What is no address at all, as a proxy that is not ours may send along,
 * counts for one: nobody gets out of the count by making it up.
 */
export function networkOf(address: string | null): string {
  const bare = (address ?? '').replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIpv4(bare)) return bare
  const groups = groupsOf(bare)
  if (!groups) return 'unknown'
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) return groups.slice(6).flatMap((group) => [group >> 8, group & 255]).join('.') // biome-ignore format: one thought
  const prefix = groups.slice(0, 4).map((group) => group.toString(16))
  return `${prefix.join(':')}::/64`
}

function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}

// The parser of addresses that is there already: it writes each in one way.
function groupsOf(text: string): number[] | undefined {
  const url = `http://[${text}]`
  if (!text.includes(':') || !URL.canParse(url)) return undefined
  const [head = '', tail] = new URL(url).hostname.slice(1, -1).split('::')
  const before = numbersIn(head)
  const after = numbersIn(tail ?? '')
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}

function numbersIn(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}
