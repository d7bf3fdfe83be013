// Each column of what is kept of companies and members either goes into an export, which src/adapters/sql/export-parts.ts
// says, or stands here with the reason why it does not.

export const notExported: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  companies: {
    wallet_version: 'counts changes, for ourselves',
    details_version: 'counts changes, for ourselves',
    invoices_read_at: 'when we read Stripe',
    subscriptions_read_at: 'when we read Stripe',
    erasing_at: 'whoever could read it in an export is past exporting',
    erasing_by: 'whoever could read it in an export is past exporting',
    erasing_next_try_at: 'how an erasure is taken up again',
    erasing_tries: 'how an erasure is taken up again',
    erased_at: 'nobody is left to export it',
  },
  members: {
    id: 'goes with the membership',
    password_hash: 'lets somebody sign in who finds out the password',
    created_at: 'may lie in the time of another company',
    erased_at: 'nobody who is erased is a member',
  },
  memberships: { company_id: 'the one that is exported' },
  sessions: {
    id_hash: 'lets nobody in, and concerns the browser alone',
    member_id: 'concerns the member and not the company',
    data: 'concerns the browser alone',
    expires_at: 'concerns the browser alone',
  },
  password_links: {
    token_hash: 'of what lets somebody in',
    member_id: 'concerns the member and not the company',
    expires_at: 'of what lets somebody in',
    used_at: 'of what lets somebody in',
  },
  payment_methods: {
    company_id: 'the one that is exported',
    last_charge_at: 'stands within lastCharge',
  },
  consents: { company_id: 'the one that is exported' },
  setups: { company_id: 'the one that is exported' },
  wallet_changes: {
    key: 'how a change is sent to Stripe; what came of it is in the activity',
    company_id: 'the one that is exported',
    member_id: 'stands in the activity',
    address: 'stands in the activity',
    kind: 'stands in the activity',
    payment_method_id: 'stands in the activity',
    state: 'how a change is sent to Stripe',
    attempt: 'how a change is sent to Stripe',
    sent_at: 'how a change is sent to Stripe',
    next_try_at: 'how a change is sent to Stripe',
    gap: 'how a change is sent to Stripe',
  },
  subscriptions: {
    company_id: 'the one that is exported',
    follow_wanted_at: 'how a wish is sent to Stripe',
    follow_default_id: 'how a wish is sent to Stripe',
    follow_attempt: 'how a wish is sent to Stripe',
    follow_next_try_at: 'how a wish is sent to Stripe',
    follow_gap: 'how a wish is sent to Stripe',
  },
  invoices: {
    company_id: 'the one that is exported',
    read_at: 'when we read Stripe',
    reviewed_to: 'what the operator has looked at',
    leased_until: 'who of us is at it',
  },
  attempts: {
    company_id: 'the one that is exported',
    body: 'says nothing more than cardId and madeBy do',
    tries: 'how an attempt is sent to Stripe',
    next_try_at: 'how an attempt is sent to Stripe',
  },
  activity: { company_id: 'the one that is exported', once: 'keeps an entry from being written twice' },
  invitations: {
    company_id: 'the one that is exported',
    token_hash: 'of what lets somebody in',
    round: 'how an invitation is sent',
  },
  outbox: {
    id: 'the Message-ID of a mail',
    company_id: 'the one that is exported',
    once: 'tells one occasion from another, for ourselves',
    facts: 'what was told is kept where it happened; a link in it would let somebody in',
    tries: 'how a mail is sent',
    next_try_at: 'how a mail is sent',
    last_error: 'how a mail is sent',
    secret_until: 'how long a mail holds a link that would let somebody in',
  },
  second_factors: {
    member_id: 'concerns the member and not the company',
    secret: 'makes the codes that let somebody in',
    begun_at: 'concerns the member and not the company',
    on_since: 'concerns the member and not the company',
    last_step: 'keeps a code from being taken twice',
  },
  recovery_codes: {
    member_id: 'concerns the member and not the company',
    code_hash: 'of what lets somebody in',
    used_at: 'concerns the member and not the company',
  },
}

/** Tables whose rows stay when a member is erased, with the reason. */
export const keptOfMember: Readonly<Record<string, string>> = {
  consents: 'show that a card might be charged; the id leads to nobody',
  setups: 'show when a card was begun; the id leads to nobody',
  wallet_changes: 'may still be on its way to Stripe; the id leads to nobody',
  attempts: 'money: who paid by hand is an id that leads to nobody',
  activity: 'says what was done; the id leads to a pseudonym',
  outbox: 'what was sent is kept for ninety days; what was not goes',
}

/** Tables whose rows stay when a company is erased, with the reason. */
export const keptOfCompany: Readonly<Record<string, string>> = {
  memberships: 'deleted one by one, to see who belongs to no company any more',
  consents: 'show that a card might be charged, should anybody ask later',
  setups: 'hold ids alone, by which one that still lies open at Stripe is ended',
  invoices: 'money: without texts and addresses of pages',
  attempts: 'money: without last four and fingerprint',
  activity: 'is kept until its time is over; it holds ids and no names',
}
