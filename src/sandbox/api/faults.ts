// Failures on order: what a network and a busy API do to a request.
export const faultKinds = [
  'delay',
  '500-before',
  '500-within',
  '500-after',
  '502',
  'reset-before',
  'reset-after',
  'truncate',
  'hang',
  'hang-after',
  '409',
  '429',
  'lock_timeout',
] as const

export type FaultKind = (typeof faultKinds)[number]

export interface FaultOrder {
  kind: FaultKind
  method?: string
  /** A prefix of the path, or a regular expression where it begins with `^`. */
  path?: string
  /** How long a delay takes. */
  ms?: number
  /** How many requests it meets; without a number, all until it is cleared. */
  times?: number
}

export interface Faults {
  order(fault: FaultOrder): void
  list(): FaultOrder[]
  clear(): void
  /** The first order that fits the request, used up by one. */
  take(method: string, path: string): FaultOrder | undefined
}

export function faultOrders(): Faults {
  let orders: FaultOrder[] = []
  return {
    order: (fault) => orders.push({ ...fault }),
    list: () => orders.map((order) => ({ ...order })),
    clear: () => {
      orders = []
    },
    take(method, path) {
      const order = orders.find((candidate) => fits(candidate, method, path))
      if (order?.times !== undefined) order.times -= 1
      orders = orders.filter(({ times }) => times === undefined || times > 0)
      return order && { ...order }
    },
  }
}

function fits(order: FaultOrder, method: string, path: string): boolean {
  if (order.method && order.method.toUpperCase() !== method) return false
  const wanted = order.path ?? ''
  return wanted.startsWith('^') ? new RegExp(wanted).test(path) : path.startsWith(wanted)
}
