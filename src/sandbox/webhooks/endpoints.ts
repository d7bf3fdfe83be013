// Where events go, and the secrets they are signed with.
export interface Webhook {
  url: string
  secret: string
}

export interface WebhookEndpoints {
  /** The same address again adds a secret. What has been waiting for the address goes there now. */
  add(webhook: Webhook): void
  remove(url: string): void
  urls(): string[]
  secretsOf(url: string): string[]
  onAdded(listener: () => void): void
}

export function webhookEndpoints(first: Webhook[]): WebhookEndpoints {
  let all = [...first]
  let added = () => {}
  return {
    add: (webhook) => {
      all.push(webhook)
      added()
    },
    remove: (url) => {
      all = all.filter((webhook) => webhook.url !== url)
    },
    urls: () => [...new Set(all.map(({ url }) => url))],
    secretsOf: (url) => all.filter((webhook) => webhook.url === url).map(({ secret }) => secret),
    onAdded: (listener) => {
      added = listener
    },
  }
}
