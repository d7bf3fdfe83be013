// The one place that writes our addresses. They are the same in both languages.

const settings = '/settings'
const methods = `${settings}/payment-methods`
const invoices = `${settings}/invoices`

export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  password: (token: string) => `/sign-in/password/${token}`,
  switchCompany: '/account/company',
  account: '/account',
  accountPassword: '/account/password',
  accountLanguage: '/account/language',
  secondFactor: '/account/second-factor',
  secondFactorCode: '/account/second-factor/code',
  secondFactorRemoval: '/account/second-factor/removal',
  recoveryCodes: '/account/recovery-codes',
  sessions: '/account/sessions',
  session: (handle: string) => `/account/sessions/${handle}`,
  forgotten: '/sign-in/forgotten',
  signInCode: '/sign-in/code',
  users: `${settings}/users`,
  user: (memberId: string) => `${settings}/users/${memberId}`,
  userRemoval: (memberId: string) => `${settings}/users/${memberId}/removal`,
  /** Of somebody who has left. */
  userErasure: (memberId: string) => `${settings}/users/${memberId}/erasure`,
  formerMembers: `${settings}/former-members`,
  accountErasure: '/account/erasure',
  invitations: `${settings}/users/invitations`,
  invitation: (id: string) => `${settings}/users/invitations/${id}`,
  withdrawal: (id: string) => `${settings}/users/invitations/${id}/withdrawal`,
  acceptance: (token: string) => `/invitations/${token}`,
  ownership: `${settings}/users/owner`,
  activity: `${settings}/activity`,
  activityCsv: `${settings}/activity.csv`,
  companySecurity: `${settings}/security`,
  companyExport: `${settings}/export`,
  companyErasure: `${settings}/erasure`,
  billingDetails: settings,
  paymentMethods: methods,
  /** `verifying`: the page tells of a card that is being verified. */
  wallet: (look: number, verifying: boolean) => `${methods}?look=${look}${verifying ? '&verifying=yes' : ''}`,
  newPaymentMethod: `${methods}/new`,
  returnFromStripe: `${methods}/return`,
  refusal: (setupIntentId: string) => `${methods}/new?setup_intent=${encodeURIComponent(setupIntentId)}`,
  default: (id: string) => `${methods}/${id}/default`,
  order: (id: string) => `${methods}/${id}/order`,
  removal: (id: string) => `${methods}/${id}/removal`,
  backup: (id: string) => `${methods}/${id}/backup`,
  duplicate: (id: string) => `${methods}/${id}/duplicate`,
  invoices,
  invoice: (id: string) => `${invoices}/${id}`,
  invoiceLook: (id: string, look: number) => `${invoices}/${id}?look=${look}`,
  payment: (id: string) => `${invoices}/${id}/payment`,
  confirmation: (id: string) => `${invoices}/${id}/confirmation`,
  /** Everything that is open, with one card. */
  payments: `${invoices}/payment`,
  paymentsWith: (paymentMethodId: string) => `${invoices}/payment?card=${paymentMethodId}`,
  help: {
    update: '/help/update-a-card',
    abroad: '/help/cards-from-abroad',
    failed: '/help/failed-payment',
  },
  webhook: '/webhooks/stripe',
  health: '/healthz',
  metrics: '/metrics',
  cspReport: '/csp-report',
  asset: (name: string) => `/assets/${name}`,
  gallery: '/gallery',
  sandbox: '/sandbox',
  sandboxMail: '/sandbox/mail',
  sandboxDelivery: (id: string) => `/sandbox/mail/${id}`,
  sandboxLetter: (id: string) => `/sandbox/mail/${id}/letter`,
}

const clientSecrets = ['setup_intent_client_secret', 'payment_intent_client_secret']

/** Where to go after signing in: a path of ours, or none. What a browser would take elsewhere is none. */
export function ownPath(next: unknown): string | undefined {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2000) return undefined
  const base = 'http://guichet.invalid'
  if (!URL.canParse(next, base)) return undefined
  const url = new URL(next, base)
  // Parsed, never compared by prefix: //evil and /\evil both name another host.
  if (url.origin !== base || url.pathname.startsWith('//')) return undefined
  // Stripe adds it to the address that people come back by. Nobody here needs it, so it goes into no link and no form.
  for (const name of clientSecrets) if (url.searchParams.has(name)) url.searchParams.delete(name)
  return url.pathname + url.search
}
