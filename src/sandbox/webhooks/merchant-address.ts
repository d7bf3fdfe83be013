// The application is where its events go. People open it at localhost, and only there they are signed in.
export function merchantAddress(webhook: string | undefined): string | undefined {
  if (!webhook || !URL.canParse(webhook)) return undefined
  const address = new URL(webhook)
  if (address.hostname === '127.0.0.1') address.hostname = 'localhost'
  return address.origin
}
