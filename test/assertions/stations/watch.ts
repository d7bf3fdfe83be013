// Listens to a window from before its first page on.

import type { Page, Response } from 'playwright-core'

export interface Watch {
  /** The document that is shown, as the server sent it. */
  source(): Promise<string>
  headers(): Readonly<Record<string, string>>
  status(): number
  /** What the browser would report of our content security policy. */
  readonly reports: readonly string[]
  /** The addresses of everything that was asked for since the document that is shown. */
  requested(): readonly string[]
}

export async function watch(page: Page): Promise<Watch> {
  let document: Response | undefined
  let source = Promise.resolve('')
  let requested: string[] = []
  const reports: string[] = []

  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) requested = []
    requested.push(request.url())
  })
  page.on('response', (response) => {
    const isShown = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (!isShown || response.status() === 303) return
    document = response
    source = response.text()
    source.catch(() => {})
  })
  const session = await page.context().newCDPSession(page)
  session.on('Audits.issueAdded', ({ issue }) => {
    const broken = issue.details.contentSecurityPolicyIssueDetails
    if (broken) reports.push(`${broken.violatedDirective}: ${broken.blockedURL ?? 'inline'}`)
  })
  await session.send('Audits.enable')

  return {
    source: () => source,
    headers: () => document?.headers() ?? {},
    status: () => document?.status() ?? 0,
    reports,
    requested: () => requested,
  }
}
