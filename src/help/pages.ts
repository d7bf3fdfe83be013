import { paths } from '../web/paths.ts'
import type { GuideView } from '../web/views.ts'
import type { Words } from '../words/words.ts'

export const guideNames = ['update', 'abroad', 'failed'] as const
export type GuideName = (typeof guideNames)[number]

export function guideView(t: Words, name: GuideName): GuideView {
  const others = guideNames.filter((other) => other !== name)
  return {
    ...t.guides[name],
    others: others.map((other) => ({ href: paths.help[other], label: t.guides[other].title })),
  }
}
