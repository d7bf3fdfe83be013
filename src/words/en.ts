// Every word that the program says, in English. fr.ts says the same in French, or does not compile.

import { accountEn, againEn, codeEn, forgottenEn } from './account-en.ts'
import { activityEn } from './activity-en.ts'
import { declinesEn } from './declines-en.ts'
import { guidesEn } from './guides-en.ts'
import { invoicesEn, refusalsEn } from './invoices-en.ts'
import { limitsEn } from './limits-en.ts'
import { mailEn } from './mail-en.ts'
import { membersEn } from './members-en.ts'
import { privacyEn } from './privacy-en.ts'
import { subscriptionsEn } from './subscriptions-en.ts'

export const en = {
  languageName: 'English',
  otherLanguageName: 'Français',
  skipLink: 'Skip to the content',
  sandbox: 'Sandbox: test cards only, no real money.',
  sandboxControl: 'Make an invoice',
  errorTitle: (title: string) => `Error: ${title}`,
  errorHeading: 'There is a problem',
  optional: 'optional',
  working: 'Stripe has been asked. This takes longer than usual…',
  waiting: 'This takes longer than usual…',
  unreachable: 'We could not reach our server. Check your connection and try again.',

  userMenu: {
    menu: 'account menu',
    settings: 'Company settings',
    switchTo: (company: string) => `Switch to ${company}`,
    instead: (company: string) => `You are in ${company} now, and nothing was changed there.`,
    switched: (company: string) => `You are in ${company} now.`,
    account: 'My account',
    signOut: 'Sign out',
  },

  navigation: {
    label: 'Company settings',
    billingDetails: 'Billing details',
    paymentMethods: 'Payment methods',
    invoices: 'Invoices',
    users: 'Users',
    activity: 'Activity log',
  },

  signIn: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    refused: 'This address and password do not match an account.',
    noEmail: 'Enter your e-mail address.',
    noPassword: 'Enter your password.',
    signedOut: 'Your session has ended, and nothing was changed. Sign in, and do it again.',
    tryHeading: 'Accounts to try',
    tryIntro: (password: string) => `In the sandbox only. Every password is “${password}”.`,
    tryAs: (name: string) => `Sign in as ${name}`,
    roles: { owner: 'owner', administrator: 'administrator', billing: 'billing', developer: 'developer' },
  },

  password: {
    title: 'Choose a password',
    intro: (email: string) => `For ${email}. Twelve characters or more; any characters will do.`,
    field: 'New password',
    submit: 'Save the password',
    tooShort: 'The password needs twelve characters or more.',
    tooLong: 'The password may have 200 characters at most.',
    obvious:
      'This password is mostly your name, your address, your company’s name or ours. Choose another one.',
    common: 'This password is on the lists that attackers try first. Choose another one.',
    linkGone: 'This link has been used or has expired',
    linkGoneHelp: 'Ask for a new one from the person who sent it to you.',
    saved: 'Your password is saved. Sign in with it.',
  },

  details: {
    title: 'Billing details',
    intro: 'They appear on your invoices.',
    name: 'Company name',
    line1: 'Address',
    line2: 'Address, second line',
    postalCode: 'Postal code',
    city: 'City',
    state: 'State or region',
    country: 'Country',
    chooseCountry: 'Choose a country',
    taxId: 'Tax number',
    taxIdHint: 'Your VAT number in Europe, EIN in the United States, ABN in Australia…',
    email: 'E-mail address for invoices',
    submit: 'Save',
    saved: 'Billing details saved.',
    unanswered: 'Stripe did not answer. Your changes may not be saved: check them here in a minute.',
    refused: 'Stripe did not accept these details. Check them and try again.',
    tooLong: 'Enter 200 characters at most.',
    faults: {
      'name missing': 'Enter the company’s name.',
      'email missing': 'Enter the address that invoices go to.',
      'email malformed': 'Enter an e-mail address, such as billing@name.example.',
      'country unknown': 'Choose a country from the list.',
      'taxId no country': 'Choose the country that the tax number belongs to.',
      'taxId no such number': 'We cannot keep a tax number for this country yet. Leave the field empty.',
      'taxId malformed': 'This does not look like a tax number of this country. Check it.',
    },
  },

  brands: {
    amex: 'American Express',
    cartes_bancaires: 'Cartes Bancaires',
    diners: 'Diners Club',
    discover: 'Discover',
    eftpos_au: 'Eftpos Australia',
    jcb: 'JCB',
    link: 'Link',
    mastercard: 'Mastercard',
    unionpay: 'UnionPay',
    visa: 'Visa',
    sepa_debit: 'SEPA debit',
    us_bank_account: 'Bank account',
    bacs_debit: 'Bacs debit',
    acss_debit: 'Bank account',
  } as Readonly<Record<string, string>>,
  otherBrand: 'Payment method',

  methods: {
    title: 'Payment methods',
    ending: 'ending in',
    name: (brand: string, last4: string | null) => (last4 === null ? brand : `${brand} ending in ${last4}`),
    nameAdded: (name: string, date: string) => `${name}, added on ${date}`,
    list: 'Your payment methods',
    chargedNext: {
      none: 'No card yet: nothing can be charged.',
      one: 'We charge this card for every invoice.',
      oneStays: 'We charge your default card.',
      defaultAlone:
        'We charge your default card. The others are charged in its stead only if you agree to it.',
      several: 'We charge your default card. If that is impossible, we try the others in this order.',
    },
    add: 'Add a payment method',
    empty: 'You have no payment method yet. Add a card, and it becomes the default.',
    backupHint:
      'Add a second card: when the first cannot be charged, we try the second before your service is affected.',
    default: 'Default',
    backup: (place: number) => `Backup ${place}`,
    notBackup: 'Not a backup',
    notBackupHelp:
      'This card was added outside this page. It is charged in another card’s stead only if you agree.',
    useAsBackup: 'Use as a backup…',
    expires: 'Expires',
    expiresSoon: 'Expires soon:',
    expired: 'Expired',
    lastCharge: {
      succeeded: (amount: string) => `Last charge: ${amount}, paid`,
      failed: (amount: string) => `Last charge: ${amount}, declined`,
    },
    leaving: 'Being removed',
    leavingHelp: 'Stripe has not confirmed yet. We try again by ourselves; this card is no longer a backup.',
    leavingDefaultHelp:
      'Stripe has not confirmed yet. We try again by ourselves; until then this card may still be charged.',
    awaited: 'Becoming the default: Stripe has not confirmed yet.',
    processing: 'A new card is being verified.',
    processingLong: 'Stripe is still verifying a new card. That can take a while; you may leave this page.',
    unverified: (date: string) =>
      `The card that you began to add on ${date} could not be verified. Try again, or add another one.`,
    refresh: 'Refresh',
    upToDate: 'The list is up to date.',
    twin: (date: string) => `The same card is already here, added on ${date}.`,
    keepBoth: 'Keep both',
    actions: (name: string) => `Actions for ${name}`,
    setDefault: 'Set as default card',
    remove: 'Remove…',
    moveUp: (name: string) => `Move ${name} up`,
    moveDown: (name: string) => `Move ${name} down`,
    done: {
      default: (name: string) => `${name} is now your default card.`,
      alreadyDefault: (name: string) => `${name} is your default card.`,
      moved: (name: string, place: number) => `${name} is now backup ${place}.`,
      stayed: (name: string) => `${name} keeps its place.`,
      removed: (name: string) => `${name} is removed.`,
      removedNewDefault: (name: string, other: string) =>
        `${name} is removed. ${other} is now your default card.`,
      added: (name: string) => `${name} is added.`,
      addedDefault: (name: string) => `${name} is added. It is your default card.`,
      keptBoth: 'Both cards are kept.',
      backup: (name: string) => `${name} is now a backup.`,
    },
    failed: {
      default: (name: string) =>
        `Stripe did not answer, so we do not know yet whether ${name} is your default card. This page will show it in a moment.`,
      removal: (name: string) =>
        `Stripe did not answer. ${name} is no longer a backup, and we keep trying until it is removed.`,
      removalOfDefault: (name: string) =>
        `Stripe did not answer. We keep trying until ${name} is removed; until then it may still be charged.`,
      gone: (name: string) => `${name} is no longer among your payment methods.`,
    },
  },

  removal: {
    title: (brand: string, last4: string) => `Remove the ${brand} card ending in ${last4}?`,
    titleOfOther: (name: string) => `Remove ${name}?`,
    becomesDefault: (other: string) => `${other} becomes your default card and is charged from now on.`,
    staysDefault: (other: string) => `${other} stays your default card.`,
    nothingLeft: 'It is your only card: your next invoices cannot be paid until you add another one.',
    noUndo: 'To use this card again, you would have to enter it again.',
    confirm: 'Remove the card',
    cancel: 'Keep the card',
  },

  backup: {
    title: (name: string) => `Use ${name} as a backup?`,
    confirm: 'Agree and use as a backup',
    cancel: 'Cancel',
  },

  add: {
    title: 'Add a payment method',
    intro:
      'You type your card on Stripe’s form. Its number goes from your browser to Stripe and never reaches us.',
    loading: 'Loading Stripe’s form…',
    noScript:
      'Your browser cannot show Stripe’s form on this page. You can add your card on Stripe’s own page, which needs no JavaScript.',
    hosted: 'Continue on Stripe’s page',
    hostedAlternative: 'Trouble with this form?',
    country: 'Country of the card’s billing address',
    postalCode: 'Postal code',
    abroad: 'Card from another country? Its bank may want the postal code without letters.',
    abroadLink: 'Cards from another country',
    submit: 'Add card',
    cancel: 'Cancel',
    status: {
      verifying: 'Verifying your card…',
      confirming: 'Waiting for your bank’s confirmation…',
      saving: 'Saving your card…',
      slow: 'Stripe takes longer than usual. Please wait, and do not press again.',
    },
    unreachable:
      'We could not reach our server. Check your connection and try again: nothing is added twice.',
    unanswered: 'Stripe did not answer. Nothing was saved; please try again in a moment.',
    unansweredReturn:
      'Stripe did not answer, so we do not know yet whether your card is saved. If it is, it will appear here by itself.',
    open: 'Your card was not added: Stripe still waits for it. You can start again.',
    canceled: 'Adding this card was cancelled. You can start again.',
    missing: 'We do not know this card. You can start again.',
    removed: 'This card has been removed since.',
    postalCodeField: 'Your bank refused this postal code.',
    postalCodeOffer: 'Some banks want only the digits:',
    postalCodeUse: (code: string) => `Try again with ${code}`,
    postalCodeNothingLeft: 'Your bank may have another address for you. Ask it which postal code it knows.',
  },

  cvc: {
    heading: 'Where is the security code?',
    back: 'Three digits on the back of the card',
    front: 'American Express: four digits on the front',
  },

  account: accountEn,
  again: againEn,
  code: codeEn,
  forgotten: forgottenEn,
  declines: declinesEn,
  refusals: refusalsEn,
  invoices: invoicesEn,
  guides: guidesEn,
  mail: mailEn,
  members: membersEn,
  subscriptions: subscriptionsEn,
  privacy: privacyEn,
  limits: limitsEn,
  activity: activityEn,

  errors: {
    notFound: { title: 'Page not found', text: 'This page does not exist, or it is not yours to see.' },
    forbidden: {
      title: 'No access',
      text: 'Your role in this company does not include payments. Its owner can change that.',
    },
    erasing: {
      title: 'Being erased',
      text: 'The owner of this company has asked for it to be erased. Its pages are closed, and nothing is charged any more.',
    },
    notForRole: {
      title: 'No access',
      text: 'Your role in this company does not include this page. Its owner can change that.',
    },
    crossSite: {
      title: 'Request refused',
      text: 'This request came from another site. Go back to the page and try again from there.',
    },
    badRequest: { title: 'Request not understood', text: 'Go back, check what you entered, and try again.' },
    tooLarge: { title: 'Too much at once', text: 'What was sent is too large. Go back and shorten it.' },
    tooMany: {
      title: 'Too many tries',
      text: 'This was done too often in a short time. Wait a little, and try again.',
    },
    unavailable: {
      title: 'Not available for the moment',
      text: 'We cannot save anything right now. Nothing was changed; please try again in a minute.',
    },
    internal: {
      title: 'Something went wrong',
      text: 'It is our fault. Please try again.',
    },
    home: 'Back to the start',
  },
}

export type Widened<T> = T extends string ? string : T extends (...words: infer A) => string ? (...words: A) => string : { readonly [K in keyof T]: Widened<T[K]> } // biome-ignore format: one thought
export type Words = Widened<typeof en>
