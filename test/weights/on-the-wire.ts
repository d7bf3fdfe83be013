// What a browser that knows nothing of us yet loads with a page, in bytes as they came over the wire.

import type { Page, Request } from 'playwright-core'

export interface Load {
  readonly requests: number
  readonly document: number
  readonly stylesheet: number
  readonly script: number
  /** Pictures: the icon, and the brands' marks. */
  readonly other: number
  /** Whatever came from another origin than the page's. */
  readonly elsewhere: readonly string[]
}

/** `page` belongs to an empty window. Without headers, which are much the same for each. */
export async function loadOf(page: Page, path: string): Promise<Load> {
  const finished: Request[] = []
  const listen = (request: Request): void => void finished.push(request)
  page.on('requestfinished', listen)
  await page.goto(path, { waitUntil: 'networkidle' })
  page.off('requestfinished', listen)
  const { origin } = new URL(page.url())
  const ours = finished.filter((request) => new URL(request.url()).origin === origin)
  const bytesOf = async (isOfType: (type: string) => boolean): Promise<number> => {
    const wanted = ours.filter((request) => isOfType(request.resourceType()))
    const sizes = await Promise.all(wanted.map((request) => request.sizes()))
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  }
  const kinds = ['document', 'stylesheet', 'script']
  return {
    requests: ours.length,
    document: await bytesOf((type) => type === 'document'),
    stylesheet: await bytesOf((type) => type === 'stylesheet'),
    script: await bytesOf((type) => type === 'script'),
    other: await bytesOf((type) => !kinds.includes(type)),
    elsewhere: finished.filter((request) => !ours.includes(request)).map((request) => request.url()),
  }
}
