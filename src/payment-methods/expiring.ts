// Cards that expire soon are told of twice: thirty days before, and seven. A card whose thirty days we missed gets
// the second notice alone.

import type { NewMail } from '../mail/message.ts'
import { expiryEnd, type PaymentMethod } from './payment-method.ts'
import type { Wallet } from './wallet.ts'
import { named } from './wallet-news.ts'

const day = 24 * 60 * 60 * 1000
export const longestNotice = 30 * day

export function noticeDue({ expiry, isLeaving }: PaymentMethod, now: number): 30 | 7 | null {
  if (expiry === null || isLeaving) return null
  const left = expiryEnd(expiry) - now
  if (left <= 0 || left > longestNotice) return null
  return left <= 7 * day ? 7 : 30
}

/** What there is to tell now; a card that was renewed has another date, and so another occasion. */
export function expiryNews(companyId: string, { methods }: Wallet, now: number): NewMail[] {
  return methods.flatMap((method) => {
    const { id, expiry } = method
    const days = noticeDue(method, now)
    if (expiry === null || days === null) return []
    const message = { kind: 'card expires', card: named(method), expiry, days } as const
    return [{ companyId, message, once: `expires/${id}/${expiry.year}-${expiry.month}/${days}` }]
  })
}
