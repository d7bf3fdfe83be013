// A gateway to a small Stripe in memory. It keeps to the port's word: a key is one act, a detached default is none,
// an answer that was a failure comes back under its key. It can lose requests and answers, and be changed by others.
import type { BillingDetails } from '../../src/company/billing-details.ts'
import type { CardFacts, LastCharge } from '../../src/payment-methods/payment-method.ts'
import type { SubscriptionFacts } from '../../src/payment-methods/subscription.ts'
import type { ChargeAnswer, InvoiceAtStripe, InvoiceSummary } from '../../src/ports/invoice-gateway.ts'
import {
  GatewayUnavailable,
  type PaymentGateway,
  type SetupAtStripe,
  type WalletAtStripe,
} from '../../src/ports/payment-gateway.ts'
import type { InboxEvent } from '../../src/ports/store.ts'
import { anEvent, someDetails } from './builders.ts'

type Call = keyof PaymentGateway
/** Lost on the way there, lost on the way back, or answered with a failure of Stripe's own. */
export type Fault = 'request lost' | 'answer lost' | 'failed'

interface Customer {
  details: BillingDetails
  defaultId: string | null
  methods: readonly CardFacts[]
}

export class StripeFake implements PaymentGateway {
  readonly customers = new Map<string, Customer>()
  readonly setups = new Map<string, SetupAtStripe>()
  readonly sessions = new Map<string, { customerId: string | null; setupIntentId: string | null }>()
  readonly expired = new Set<string>()
  readonly charges = new Map<string, { paymentMethodId: string | null; charge: LastCharge }>()
  readonly invoices = new Map<string, InvoiceAtStripe>()
  readonly subscriptionsOf = new Map<string, readonly SubscriptionFacts[]>()
  /** Subscriptions that Stripe does not let be changed. */
  readonly fixed = new Set<string>()
  /** What the next charges are answered with; each may change the invoices. Without any: silence. */
  readonly charging: (() => ChargeAnswer)[] = []
  /** Events that reached nobody. */
  readonly undelivered: InboxEvent[] = []
  /** Events that were taken, by us or by an older copy of us. */
  readonly delivered: InboxEvent[] = []
  /** Payment methods that can be no customer's default. */
  readonly unfit = new Set<string>()
  /** What happened here, in order, for whoever delivers it. */
  readonly events: InboxEvent[] = []
  /** Every call that was sent, as `name subject`. */
  readonly calls: string[] = []
  readonly #answers = new Map<string, { about: string; answer: unknown }>()
  readonly #faults: [Call, Fault][] = []
  readonly #meanwhile: [Call, () => unknown][] = []

  /** The next call of this name goes wrong; said twice, the next two. */
  willFail(call: Call, fault: Fault): void {
    this.#faults.push([call, fault])
  }

  /** What was to go wrong and has not yet does not. */
  wellAgain(): void {
    this.#faults.length = 0
  }

  /** Happens after the next call of this name was carried out, and before its answer arrives. */
  meanwhile(call: Call, work: () => unknown): void {
    this.#meanwhile.push([call, work])
  }

  newCustomer(id: string, details: BillingDetails = someDetails()): void {
    this.customers.set(id, { details, defaultId: null, methods: [] })
  }

  attach(customerId: string, ...methods: readonly CardFacts[]): void {
    for (const method of methods) {
      this.#change(customerId, (customer) => ({ ...customer, methods: [...customer.methods, method] }))
      this.#tell('payment_method.attached', method.id, customerId)
    }
  }

  choose(customerId: string, defaultId: string | null): void {
    this.#change(customerId, (customer) => ({ ...customer, defaultId }))
    this.#tell('customer.updated', customerId, customerId)
  }

  /** As Stripe does, it leaves a customer without a default when that one goes. */
  letGo(paymentMethodId: string): void {
    const owner = this.#ownerOf(paymentMethodId)
    if (owner === null) return
    this.#change(owner, ({ details, defaultId, methods }) => ({
      details,
      defaultId: defaultId === paymentMethodId ? null : defaultId,
      methods: methods.filter((method) => method.id !== paymentMethodId),
    }))
    this.#unpin((one) => one.paymentMethodId === paymentMethodId)
    this.#tell('payment_method.detached', paymentMethodId, owner)
  }

  createCustomer(company: { id: string; name: string; email: string }, key: string): Promise<string> {
    return this.#act('createCustomer', company.id, key, () => {
      const id = `cus_${company.id}_${this.customers.size}`
      this.newCustomer(id, someDetails(company))
      return id
    })
  }

  billingDetails(customerId: string): Promise<BillingDetails | 'gone'> {
    return this.#read('billingDetails', customerId, () => this.customers.get(customerId)?.details ?? 'gone')
  }

  saveBillingDetails(customerId: string, details: BillingDetails): Promise<'saved' | 'gone'> {
    return this.#read('saveBillingDetails', customerId, () =>
      this.#change(customerId, (customer) => ({ ...customer, details })) ? 'saved' : 'gone',
    )
  }

  wallet(customerId: string): Promise<WalletAtStripe | 'gone'> {
    return this.#read('wallet', customerId, () => this.#wallet(customerId))
  }

  setDefault(customerId: string, paymentMethodId: string, key: string): Promise<'set' | 'gone'> {
    return this.#act('setDefault', paymentMethodId, key, () => {
      if (this.#ownerOf(paymentMethodId) !== customerId || this.unfit.has(paymentMethodId)) return 'gone'
      this.choose(customerId, paymentMethodId)
      return 'set'
    })
  }

  detach(paymentMethodId: string, key: string): Promise<'detached'> {
    return this.#act('detach', paymentMethodId, key, () => {
      this.letGo(paymentMethodId)
      return 'detached'
    })
  }

  ownerOf(paymentMethodId: string): Promise<string | null> {
    return this.#read('ownerOf', paymentMethodId, () => this.#ownerOf(paymentMethodId))
  }

  beginSetup(
    customerId: string,
    key: string,
  ): Promise<{ setupIntentId: string; clientSecret: string } | 'gone'> {
    return this.#act('beginSetup', customerId, key, () => {
      if (!this.customers.has(customerId)) return 'gone'
      const id = `seti_${this.setups.size + 1}`
      this.setups.set(id, { id, customerId, status: 'open', paymentMethodId: null, failure: null })
      return { setupIntentId: id, clientSecret: `${id}_secret` }
    })
  }

  beginHostedSetup(
    customerId: string,
    _page: unknown,
    key: string,
  ): Promise<{ sessionId: string; url: string } | 'gone'> {
    return this.#act('beginHostedSetup', customerId, key, () => {
      if (!this.customers.has(customerId)) return 'gone'
      const sessionId = `cs_${this.sessions.size + 1}`
      this.sessions.set(sessionId, { customerId, setupIntentId: null })
      return { sessionId, url: `https://checkout.example/${sessionId}` }
    })
  }

  cancelSetup(setupIntentId: string, key: string): Promise<'canceled' | 'not open' | 'missing'> {
    return this.#act('cancelSetup', setupIntentId, key, () => {
      const setup = this.setups.get(setupIntentId)
      if (!setup) return 'missing'
      if (setup.status !== 'open' && setup.status !== 'needs cardholder') return 'not open'
      this.setups.set(setupIntentId, { ...setup, status: 'canceled' })
      return 'canceled'
    })
  }

  expireHostedSetup(sessionId: string, key: string): Promise<'canceled' | 'not open' | 'missing'> {
    return this.#act('expireHostedSetup', sessionId, key, () => {
      const session = this.sessions.get(sessionId)
      if (!session) return 'missing'
      if (session.setupIntentId !== null || this.expired.has(sessionId)) return 'not open'
      this.expired.add(sessionId)
      return 'canceled'
    })
  }

  setup(setupIntentId: string): Promise<SetupAtStripe | 'missing'> {
    return this.#read('setup', setupIntentId, () => this.setups.get(setupIntentId) ?? 'missing')
  }

  hostedSetup(
    sessionId: string,
  ): Promise<{ customerId: string | null; setupIntentId: string | null } | 'missing'> {
    return this.#read('hostedSetup', sessionId, () => this.sessions.get(sessionId) ?? 'missing')
  }

  charge(chargeId: string): Promise<{ paymentMethodId: string | null; charge: LastCharge } | 'missing'> {
    return this.#read('charge', chargeId, () => this.charges.get(chargeId) ?? 'missing')
  }

  subscriptions(customerId: string): Promise<readonly SubscriptionFacts[] | 'gone'> {
    return this.#read('subscriptions', customerId, () =>
      this.customers.has(customerId) ? (this.subscriptionsOf.get(customerId) ?? []) : 'gone',
    )
  }

  followDefault(subscriptionId: string, key: string): Promise<'followed' | 'gone'> {
    return this.#act('followDefault', subscriptionId, key, () =>
      !this.fixed.has(subscriptionId) && this.#unpin((one) => one.id === subscriptionId)
        ? 'followed'
        : 'gone',
    )
  }

  invoice(invoiceId: string): Promise<InvoiceAtStripe | 'missing'> {
    return this.#read('invoice', invoiceId, () => this.invoices.get(invoiceId) ?? 'missing')
  }

  invoicesOf(customerId: string): Promise<readonly InvoiceSummary[]> {
    return this.#read('invoicesOf', customerId, () =>
      this.#summaries().filter((summary) => summary.customerId === customerId),
    )
  }

  openInvoices(): Promise<readonly InvoiceSummary[]> {
    return this.#read('openInvoices', '', () => this.#summaries().filter(({ status }) => status === 'open'))
  }

  /** Answers with what was put into `charging`, in its order, and keeps each answer under its key. */
  pay(invoiceId: string, body: string, key: string): Promise<ChargeAnswer> {
    const silence: ChargeAnswer = { answer: 'unknown' }
    return this.#act('pay', `${invoiceId} ${body}`, key, () => this.charging.shift()?.() ?? silence).catch(
      (error) => {
        if (error instanceof GatewayUnavailable) return { answer: 'unknown' } as const
        throw error
      },
    )
  }

  confirmationSecret(invoiceId: string): Promise<string | null> {
    return this.#read('confirmationSecret', invoiceId, () => `${invoiceId}_secret`)
  }

  eventsSince(_since: number, which: 'all' | 'undelivered'): Promise<readonly InboxEvent[]> {
    return this.#read('eventsSince', which, () =>
      which === 'all' ? [...this.delivered, ...this.undelivered] : this.undelivered,
    )
  }

  #summaries(): InvoiceSummary[] {
    return [...this.invoices.values()].map(({ facts, customerId }) => ({ ...facts, customerId }))
  }

  #wallet(customerId: string): WalletAtStripe | 'gone' {
    const customer = this.customers.get(customerId)
    return customer ? { defaultId: customer.defaultId, methods: customer.methods } : 'gone'
  }

  #ownerOf(paymentMethodId: string): string | null {
    const has = ({ methods }: Customer) => methods.some((method) => method.id === paymentMethodId)
    return [...this.customers].find(([, customer]) => has(customer))?.[0] ?? null
  }

  /** False where there is none of that kind. */
  #unpin(chosen: (subscription: SubscriptionFacts) => boolean): boolean {
    let found = false
    for (const [customerId, subscriptions] of this.subscriptionsOf) {
      if (!subscriptions.some(chosen)) continue
      found = true
      const unpinned = subscriptions.map((one) => (chosen(one) ? { ...one, paymentMethodId: null } : one))
      this.subscriptionsOf.set(customerId, unpinned)
      this.#tell('customer.subscription.updated', customerId, customerId)
    }
    return found
  }

  #change(customerId: string, change: (customer: Customer) => Customer): boolean {
    const customer = this.customers.get(customerId)
    if (customer) this.customers.set(customerId, change(customer))
    return customer !== undefined
  }

  #tell(type: string, objectId: string, customerId: string): void {
    this.events.push(anEvent({ type, objectId, customerId }))
  }

  #act<T>(call: Call, subject: string, key: string, act: () => T): Promise<T> {
    return this.#read(call, subject, (fault) => this.#once(key, `${call} ${subject}`, act, fault))
  }

  async #read<T>(call: Call, subject: string, act: (fault: Fault | undefined) => T): Promise<T> {
    this.calls.push(`${call} ${subject}`)
    const fault = taken(this.#faults, call)
    // Nothing over a network is done before others had a turn.
    await new Promise((resolve) => setImmediate(resolve))
    if (fault === 'request lost') throw new GatewayUnavailable('request lost', false)
    const answer = act(fault)
    await taken(this.#meanwhile, call)?.()
    if (fault === 'answer lost') throw new GatewayUnavailable('answer lost', false)
    if (fault === 'failed') throw new GatewayUnavailable('failed', true)
    return answer
  }

  #once<T>(key: string, about: string, act: () => T, fault: Fault | undefined): T {
    const known = this.#answers.get(key)
    if (known && known.about !== about) throw new Error(`the key ${key} was used for ${known.about}`)
    if (known?.answer instanceof GatewayUnavailable) throw known.answer
    // What was answered under a key had the same shape as what is asked for under it again.
    if (known) return known.answer as T
    const answer = fault === 'failed' ? new GatewayUnavailable('failed', true) : act()
    this.#answers.set(key, { about, answer })
    if (answer instanceof GatewayUnavailable) throw answer
    return answer
  }
}

function taken<T>(list: [Call, T][], call: Call): T | undefined {
  const at = list.findIndex(([name]) => name === call)
  return at === -1 ? undefined : list.splice(at, 1)[0]?.[1]
}
