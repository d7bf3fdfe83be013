import { paths } from '../web/paths.ts'
import type { GuideView } from '../web/views.ts'
import type { Words } from '../words/words.ts'

export const guideNames = ['update', 'abroad', 'failed'] as const
export type GuideName = (typeof guideNames)[number]

/** `signedIn`: the way back to their payment methods stands under it. */
export function guideView(t: Words, name: GuideName, signedIn: boolean): GuideView {
  const others = guideNames.filter((other) => other !== name)
  const back = { href: paths.paymentMethods, label: t.methods.title }
  return {
    ...t.guides[name],
    others: [
      ...others.map((other) => ({ href: paths.help[other], label: t.guides[other].title })),
      ...(signedIn ? [back] : []),
    ],
  }
}
