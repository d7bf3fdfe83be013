// Every view in its named states. What is missing here does not compile.

import { noBillingDetails } from '../company/billing-details.ts'
import type { Language } from '../company/company.ts'
import { billingDetailsView, yourDataView } from '../company/pages.ts'
import { guideView } from '../help/pages.ts'
import { deliveryView, mailboxView } from '../mail/mailbox-page.ts'
import { newPaymentMethodView, refusalView } from '../payment-methods/add-page.ts'
import { cardNameView } from '../payment-methods/names.ts'
import { walletView } from '../payment-methods/pages.ts'
import { backupView } from '../payment-methods/question-pages.ts'
import type { SetupFailure } from '../ports/payment-gateway.ts'
import { passwordView, signInView } from '../sign-in/pages.ts'
import { paths } from '../web/paths.ts'
import type { CardRowView, ViewName, Views } from '../web/views.ts'
import { words } from '../words/words.ts'
import { accountExamples } from './account.ts'
import { activityExamples } from './activity.ts'
import { frame } from './frame.ts'
import { invoiceExamples } from './invoices.ts'
import {
  deliveries,
  lookOfLetters,
  messages,
  messagesToBob,
  sampleLetter,
  sampleLetterToBob,
} from './letters.ts'
import { memberExamples } from './members.ts'
import { amounts, dialogs, kebabs, pages } from './parts.ts'
import { erasureStates, erasures, exports, formerMembers, yourData } from './privacy.ts'
import { defaults, follows, removals, subscriptionLists } from './questions.ts'
import { samples, situation, wallets } from './samples.ts'

type States<N extends ViewName> = Readonly<Record<string, (language: Language) => Views[N]>>
export type Gallery = { readonly [N in ViewName]: States<N> }

const failures: Readonly<Record<string, SetupFailure | null>> = {
  fresh: null,
  declined: { code: 'card_declined', declineCode: 'insufficient_funds', postalCode: '35000', country: 'FR' },
  'postal code refused': { code: 'incorrect_zip', declineCode: null, postalCode: 'M4B 1B3', country: 'CA' },
  'postal code refused thrice': {
    code: 'incorrect_zip',
    declineCode: null,
    postalCode: '41300',
    country: 'CA',
  },
}

const details = {
  ...noBillingDetails,
  name: 'Atelier Lumière',
  email: 'factures@atelier.example',
  country: 'FR',
}

function statesOf<S, V>(sources: Readonly<Record<string, S>>, view: (source: S, language: Language) => V) {
  const entries = Object.entries(sources)
  return Object.fromEntries(
    entries.map(([state, source]) => [state, (language: Language) => view(source, language)]),
  )
}

function rowsOf(language: Language): CardRowView[] {
  return Object.values(wallets).flatMap((each) => walletView(language, each).rows)
}

const guideLinks = (language: Language) => [
  { href: paths.help.update, label: words[language].guides.update.title },
  { href: paths.help.failed, label: words[language].guides.failed.title },
]

export const gallery: Gallery = {
  layout: {
    'signed out': (language) => ({
      frame: frame(language, { title: 'layout, signed out', user: null, navigation: [] }),
    }),
    'signed in': (language) => ({ frame: frame(language, { title: 'layout, signed in' }) }),
    'two companies': (language) => ({
      frame: frame(language, {
        title: 'layout, two companies',
        companies: [{ id: 'b', name: 'Brasserie du Port' }],
      }),
    }),
    'with long names': (language) => ({
      frame: frame(language, {
        title: 'layout, with long names',
        brand: { name: 'Rechnungs- und Zahlungsverwaltung der Entreprise internationale', logoHref: null },
        company: 'Société internationale d’exploitation des installations frigorifiques et associés',
      }),
    }),
    'with Stripe': (language) => ({
      frame: frame(language, {
        title: 'layout, with Stripe',
        stripeScripts: ['/assets/add-card.js'],
      }),
    }),
    'with an operator’s logo': (language) => ({
      frame: frame(language, {
        title: 'layout, with an operator’s logo',
        brand: { name: 'Atlas', logoHref: '/assets/icon.svg' },
      }),
    }),
  },
  error: statesOf(
    {
      notFound: 'notFound',
      forbidden: 'forbidden',
      notForRole: 'notForRole',
      erasing: 'erasing',
      crossSite: 'crossSite',
      badRequest: 'badRequest',
      tooLarge: 'tooLarge',
      tooMany: 'tooMany',
      unavailable: 'unavailable',
      internal: 'internal',
    } as const,
    (kind, language) => ({
      error: { ...words[language].errors[kind], homeHref: paths.home },
    }),
  ),
  'sign-in/page': statesOf(
    {
      fresh: [false, []],
      sandbox: [true, []],
      refused: [false, ['refused']],
      missing: [true, ['noEmail', 'noPassword']],
    } as const,
    ([sandbox, problems], language) => ({
      page: signInView(words[language], {
        sandbox,
        problems,
        next: '/settings',
        email: problems[0] === 'refused' ? 'a@b.example' : '',
      }),
    }),
  ),
  'sign-in/password': statesOf({ fresh: null, refused: 'tooShort' } as const, (fault, language) => {
    const t = words[language]
    return { page: passwordView(t, 'token', 'alice@atelier.example', fault && t.password[fault]) }
  }),
  'members/users': memberExamples.users,
  'members/_user': memberExamples.user,
  'members/_invitation': memberExamples.invitation,
  'members/invite': memberExamples.invite,
  'members/role': memberExamples.role,
  'members/removal': memberExamples.removal,
  'members/ownership': memberExamples.ownership,
  'members/acceptance': memberExamples.acceptance,
  'sign-in/code': accountExamples.code,
  'sign-in/forgotten': accountExamples.forgotten,
  'sign-in/again': accountExamples.again,
  'sign-in/_again': accountExamples.again,
  'account/page': accountExamples.page,
  'account/second-factor': accountExamples.secondFactor,
  'account/recovery-codes': accountExamples.recoveryCodes,
  'company/security': accountExamples.security,
  'company/billing-details': {
    filled: (language) => ({ page: billingDetailsView(language, details, []), yourData: null }),
    'filled, by its owner': (language) => ({
      page: billingDetailsView(language, details, []),
      yourData: yourDataView(words[language], 'owner'),
    }),
    faulty: (language) => ({
      page: billingDetailsView(language, { ...noBillingDetails, taxId: 'FR1' }, [
        { field: 'name', why: 'missing' },
        { field: 'country', why: 'unknown' },
        { field: 'taxId', why: 'no country' },
        { field: 'email', why: 'malformed' },
      ]),
      yourData: null,
    }),
  },
  'payment-methods/list': statesOf(wallets, (each, language) => ({
    wallet: walletView(language, each),
    guides: guideLinks(language),
  })),
  'payment-methods/_wallet': statesOf(
    { ...wallets, 'focus on adding': situation([], { focus: 'add' }) },
    (each, language) => ({
      wallet: walletView(language, each),
    }),
  ),
  'payment-methods/_row': Object.fromEntries(
    rowsOf('en').map((row, at) => [
      `${at + 1}: ${row.fullName}, ${row.place.text}`,
      (language) => ({ row: rowAt(language, at) }),
    ]),
  ),
  'payment-methods/_announcement': {
    said: (language) => ({ announcement: words[language].methods.done.default('Visa 4242') }),
  },
  'payment-methods/removal': removals,
  'payment-methods/_removal': removals,
  'payment-methods/default': defaults,
  'payment-methods/_follow': follows,
  'payment-methods/_subscriptions': subscriptionLists,
  'payment-methods/backup': { asked: (language) => ({ page: backupView(language, samples.mastercard) }) },
  'payment-methods/new': statesOf(failures, (failure, language) => ({
    page: newPaymentMethodView(language, {
      attempt: '00000000-0000-4000-8000-000000000000',
      origin: 'http://localhost:3000',
      publishableKey: 'pk_test_gallery',
      country: 'FR',
      failure,
    }),
  })),
  'payment-methods/_refusal': statesOf(failures, (failure, language) => ({
    refusal: refusalView(words[language], failure),
  })),
  'payment-methods/_postal-code': statesOf(failures, (failure, language) => ({
    refusal: refusalView(words[language], failure),
  })),
  'invoices/list': invoiceExamples.list,
  'invoices/invoice': invoiceExamples.invoice,
  'invoices/_invoice': invoiceExamples.invoice,
  'invoices/payment': invoiceExamples.payment,
  'invoices/payments': invoiceExamples.payments,
  'invoices/confirmation': invoiceExamples.confirmation,
  'privacy/export': statesOf(exports, (view, language) => ({ page: view(words[language]) })),
  'privacy/erasure': statesOf(erasures, (view, language) => ({ page: view(words[language]) })),
  'privacy/state': statesOf(erasureStates, (view, language) => ({ page: view(words[language]) })),
  'privacy/former': statesOf(formerMembers, (view, language) => ({ page: view(words[language]) })),
  'privacy/_your-data': statesOf(yourData, (view, language) => ({ yourData: view(words[language]) })),
  'activity/list': activityExamples,
  'help/guide': statesOf(
    { update: 'update', abroad: 'abroad', failed: 'failed' } as const,
    (name, language) => ({
      guide: guideView(words[language], name, true),
    }),
  ),
  'mail/letter': statesOf(lookOfLetters, (message, language) => ({
    letter: sampleLetter(language, message),
  })),
  'mail/letter-text': {
    ...statesOf(messages, (message, language) => ({ letter: sampleLetter(language, message) })),
    ...statesOf(messagesToBob, (message, language) => ({ letter: sampleLetterToBob(language, message) })),
  },
  'mail/mailbox': {
    empty: () => ({ page: mailboxView('en', []) }),
    'two mails': (language) => ({ page: mailboxView(language, deliveries) }),
  },
  'mail/delivery': statesOf({ letter: deliveries[0] }, (delivery, language) => ({
    page: deliveryView(language, delivery),
  })),
  'partials/_company': { company: () => ({}) },
  'partials/_banner': {
    none: () => ({ banner: null }),
    done: (language) => ({ banner: { kind: 'done', text: words[language].details.saved } }),
    error: (language) => ({ banner: { kind: 'error', text: words[language].details.refused } }),
  },
  'partials/_amounts': amounts,
  'partials/_dialog': dialogs,
  'partials/_kebab': kebabs,
  'partials/_notice': invoiceExamples.notice,
  'partials/_state': invoiceExamples.state,
  'partials/_code': accountExamples.codeField,
  'partials/_card-name': statesOf(samples, (method, language) => ({
    name: cardNameView(words[language], method),
  })),
  'partials/_error-summary': {
    none: () => ({ faults: [] }),
    one: (language) => ({ faults: [{ id: 'email', text: words[language].signIn.refused }] }),
  },
  'partials/_field': {
    plain: (language) => ({ field: fieldAt(language, 'line1') }),
    'with a hint': (language) => ({ field: fieldAt(language, 'taxId') }),
    required: (language) => ({ field: fieldAt(language, 'email') }),
    faulty: (language) => ({
      field: passwordView(words[language], 'token', 'a@b.example', words[language].password.tooShort).field,
    }),
  },
  'partials/_pages': pages,
  'partials/_choices': memberExamples.choices,
  'partials/_select': {
    plain: (language) => ({ select: billingDetailsView(language, details, []).country }),
    faulty: (language) => ({
      select: billingDetailsView(language, details, [{ field: 'country', why: 'unknown' }]).country,
    }),
  },
  'partials/_user-menu': {
    'one company': (language) => ({ user: userOf(language, []) }),
    'two companies': (language) => ({ user: userOf(language, [{ id: 'b', name: 'Brasserie du Port' }]) }),
  },
}

function rowAt(language: Language, at: number): CardRowView {
  const row = rowsOf(language)[at]
  if (!row) throw new Error(`the gallery has no row ${at}`)
  return row
}

function fieldAt(language: Language, id: string) {
  const page = billingDetailsView(language, details, [])
  const field = [...page.before, ...page.after].find((each) => each.id === id)
  if (!field) throw new Error(`billing details have no field ${id}`)
  return field
}

function userOf(language: Language, companies: readonly { id: string; name: string }[]) {
  const { user } = frame(language, { companies })
  if (!user) throw new Error('the gallery’s frame has a user')
  return user
}
