import type { LinkView, PagesView } from './views.ts'

/** Null where all is on one page. `before` and `after` are addresses. */
export function pageLinks(
  label: string,
  [before, previous]: readonly [before: string | null, label: string],
  [after, next]: readonly [after: string | null, label: string],
): PagesView | null {
  if (before === null && after === null) return null
  return { label, previous: linkTo(before, previous), next: linkTo(after, next) }
}

function linkTo(href: string | null, label: string): LinkView | null {
  return href === null ? null : { href, label }
}
