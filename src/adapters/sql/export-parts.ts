// What a company may take along: which column goes where, and as what. Columns that are named nowhere do not go; a test
// holds each of them to a reason.

export type Kind = 'text' | 'number' | 'flag' | 'time' | 'json'

/** `column: [name in the export, kind]`; a column of several tables is named with its table. */
export type Columns = Readonly<Record<string, readonly [name: string, kind: Kind]>>

export interface Part {
  readonly name: string
  readonly table: string
  /** What its rows are read together with. */
  readonly join?: string
  /** One that moves with the rows' age; with the second it is unique within a company. */
  readonly order: readonly [time: string, id: string]
  readonly columns: Columns
}

const consent: Columns = {
  consent_version: ['consentVersion', 'text'],
  consent_language: ['consentLanguage', 'text'],
  consent_wording: ['consentWording', 'text'],
}

export const parts: readonly Part[] = [
  {
    name: 'members',
    table: 'memberships',
    join: 'join members on members.id = memberships.member_id',
    order: ['memberships.created_at', 'memberships.member_id'],
    columns: {
      'memberships.member_id': ['id', 'text'],
      'members.name': ['name', 'text'],
      'members.email': ['email', 'text'],
      'members.language': ['language', 'text'],
      'members.heard_language': ['heardLanguage', 'text'],
      'memberships.role': ['role', 'text'],
      'memberships.created_at': ['since', 'time'],
    },
  },
  {
    name: 'cards',
    table: 'payment_methods',
    order: ['added_at', 'id'],
    columns: {
      id: ['id', 'text'],
      type: ['type', 'text'],
      brand: ['brand', 'text'],
      networks: ['networks', 'json'],
      last4: ['last4', 'text'],
      exp_month: ['expiryMonth', 'number'],
      exp_year: ['expiryYear', 'number'],
      funding: ['funding', 'text'],
      country: ['country', 'text'],
      fingerprint: ['fingerprint', 'text'],
      position: ['position', 'number'],
      is_default: ['isDefault', 'flag'],
      added_at: ['addedAt', 'time'],
      duplicate_kept: ['duplicateKept', 'flag'],
      removing_at: ['removalAskedAt', 'time'],
      removed_at: ['removedAt', 'time'],
      last_charge: ['lastCharge', 'json'],
    },
  },
  {
    name: 'consents',
    table: 'consents',
    order: ['agreed_at', 'payment_method_id'],
    columns: {
      payment_method_id: ['cardId', 'text'],
      member_id: ['memberId', 'text'],
      version: ['version', 'text'],
      language: ['language', 'text'],
      wording: ['wording', 'text'],
      agreed_at: ['agreedAt', 'time'],
    },
  },
  {
    name: 'cardsBegun',
    table: 'setups',
    order: ['started_at', 'id'],
    columns: {
      id: ['id', 'text'],
      member_id: ['memberId', 'text'],
      address: ['address', 'text'],
      setup_intent_id: ['setupIntentId', 'text'],
      checkout_session_id: ['checkoutSessionId', 'text'],
      status: ['status', 'text'],
      payment_method_id: ['cardId', 'text'],
      ...consent,
      started_at: ['startedAt', 'time'],
      updated_at: ['updatedAt', 'time'],
    },
  },
  {
    name: 'subscriptions',
    table: 'subscriptions',
    order: ['updated_at', 'id'],
    columns: {
      id: ['id', 'text'],
      name: ['name', 'text'],
      status: ['status', 'text'],
      default_payment_method_id: ['cardId', 'text'],
      amount: ['amount', 'number'],
      currency: ['currency', 'text'],
      interval_unit: ['interval', 'text'],
      updated_at: ['readAt', 'time'],
    },
  },
  {
    name: 'invoices',
    table: 'invoices',
    order: ['created_at', 'id'],
    columns: {
      id: ['id', 'text'],
      number: ['number', 'text'],
      status: ['status', 'text'],
      currency: ['currency', 'text'],
      amount_due: ['amountDue', 'number'],
      amount_paid: ['amountPaid', 'number'],
      amount_remaining: ['amountRemaining', 'number'],
      automatic: ['isAutomatic', 'flag'],
      attempted: ['wasAttempted', 'flag'],
      created_at: ['createdAt', 'time'],
      finalized_at: ['finalizedAt', 'time'],
      due_at: ['dueAt', 'time'],
      paid_at: ['paidAt', 'time'],
      next_stripe_attempt_at: ['stripeTriesAgainAt', 'time'],
      hosted_url: ['pageAtStripe', 'text'],
      pdf_url: ['pdfAtStripe', 'text'],
      lines: ['lines', 'json'],
      payment: ['payment', 'text'],
      run: ['run', 'number'],
      rest: ['rest', 'text'],
      rest_why: ['restWhy', 'text'],
      next_run_at: ['nextRunAt', 'time'],
    },
  },
  {
    name: 'attempts',
    table: 'attempts',
    order: ['started_at', 'id'],
    columns: {
      id: ['id', 'text'],
      invoice_id: ['invoiceId', 'text'],
      number: ['number', 'number'],
      run: ['run', 'number'],
      payment_method_id: ['cardId', 'text'],
      brand: ['brand', 'text'],
      last4: ['last4', 'text'],
      fingerprint: ['fingerprint', 'text'],
      made_by: ['madeBy', 'text'],
      member_id: ['memberId', 'text'],
      address: ['address', 'text'],
      amount: ['amount', 'number'],
      currency: ['currency', 'text'],
      started_at: ['startedAt', 'time'],
      outcome: ['outcome', 'text'],
      code: ['code', 'text'],
      decline_code: ['declineCode', 'text'],
      advice_code: ['adviceCode', 'text'],
      blocked: ['blockedByStripe', 'flag'],
      charge_id: ['chargeId', 'text'],
      settled_at: ['settledAt', 'time'],
    },
  },
  {
    name: 'activity',
    table: 'activity',
    order: ['at', 'id'],
    columns: {
      id: ['id', 'text'],
      at: ['at', 'time'],
      member_id: ['memberId', 'text'],
      action: ['action', 'text'],
      facts: ['facts', 'json'],
      result: ['result', 'text'],
      address: ['address', 'text'],
    },
  },
  {
    name: 'invitations',
    table: 'invitations',
    order: ['created_at', 'id'],
    columns: {
      id: ['id', 'text'],
      email: ['email', 'text'],
      role: ['role', 'text'],
      language: ['language', 'text'],
      invited_by: ['invitedBy', 'text'],
      created_at: ['createdAt', 'time'],
      expires_at: ['expiresAt', 'time'],
      withdrawn_at: ['withdrawnAt', 'time'],
      accepted_at: ['acceptedAt', 'time'],
      accepted_by: ['acceptedBy', 'text'],
    },
  },
  {
    name: 'mail',
    table: 'outbox',
    order: ['created_at', 'id'],
    columns: {
      member_id: ['memberId', 'text'],
      invitation_id: ['invitationId', 'text'],
      kind: ['kind', 'text'],
      created_at: ['writtenAt', 'time'],
      sent_at: ['sentAt', 'time'],
    },
  },
]

export const ofCompany: Columns = {
  id: ['id', 'text'],
  name: ['name', 'text'],
  stripe_customer_id: ['stripeCustomerId', 'text'],
  created_at: ['createdAt', 'time'],
  requires_second_factor: ['requiresSecondFactor', 'flag'],
}

export const ofBillingDetails: Columns = { billing_details: ['billingDetails', 'json'] }
