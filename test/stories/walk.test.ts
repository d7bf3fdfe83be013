import { describe, expect, it } from 'vitest'
import { trialPassword } from '../../src/sign-in/trial-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { startDesk } from '../support/running-desk.ts'
import { addCard, rowsOf, textOf, titleOf } from '../support/story.ts'

const walk = {
  fr: {
    settings: 'Réglages de l’entreprise',
    signOut: 'Se déconnecter',
    navigation: [
      'Détails de facturation',
      'Moyens de paiement',
      'Factures',
      'Utilisateurs',
      'Journal d’activité',
    ],
    heading: 'Moyens de paiement',
    add: 'Ajouter un moyen de paiement',
    next: 'Nous débitons votre carte par défaut. Si c’est impossible, nous essayons les autres dans cet ordre.',
    badge: 'Par défaut',
    backups: ['Secours 1', 'Secours 2'],
    expiry: 'Expire fin 12/2040',
    kebab: 'Actions pour Mastercard se terminant par 4444',
    setDefault: 'Définir comme carte par défaut',
    remove: 'Retirer…',
    question: 'Retirer la carte Visa se terminant par 4242\u202f?',
    others: ['Mastercard se terminant par 4444 devient votre carte par défaut'],
  },
  en: {
    settings: 'Company settings',
    signOut: 'Sign out',
    navigation: ['Billing details', 'Payment methods', 'Invoices', 'Users', 'Activity log'],
    heading: 'Payment methods',
    add: 'Add a payment method',
    next: 'We charge your default card. If that is impossible, we try the others in this order.',
    badge: 'Default',
    backups: ['Backup 1', 'Backup 2'],
    expiry: 'Expires 12/2040',
    kebab: 'Actions for Mastercard ending in 4444',
    setDefault: 'Set as default card',
    remove: 'Remove…',
    question: 'Remove the Visa card ending in 4242?',
    others: ['Mastercard ending in 4444 becomes your default card'],
  },
} as const

describe.each(['fr', 'en'] as const)('In %s', (language) => {
  const words = walk[language]

  it('Alice signs in, and the way to her payment methods has its words', async () => {
    const desk = await startDesk()
    const alice = desk.visitor(language)
    const asked = await alice.get(paths.paymentMethods)
    expect([asked.status, asked.headers.location]).toEqual([
      303,
      '/sign-in?next=%2Fsettings%2Fpayment-methods',
    ])
    const form = { email: 'alice@atelier.example', password: trialPassword, next: paths.paymentMethods }
    const signedIn = await alice.post(paths.signIn, form)
    expect([signedIn.status, signedIn.headers.location]).toEqual([303, paths.paymentMethods])

    const { text: html } = await alice.get(paths.paymentMethods)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toMatch(
      /<button [^>]*popovertarget="user-menu"><span class="user-name">Alice Martin<\/span>/,
    )
    expect(html).toContain(`<a href="/settings">${words.settings}</a>`)
    expect(html).toContain(
      `<form method="post" action="/sign-out"><button type="submit">${words.signOut}</button></form>`,
    )
    const navigation = /<nav [^>]*>([\s\S]*?)<\/nav>/.exec(html)?.[1] ?? ''
    expect([...navigation.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, label]) => label)).toEqual(
      words.navigation,
    )
    expect(navigation).toContain(`href="/settings/payment-methods" aria-current="page">${words.heading}`)
    expect(html.match(/aria-current/g)).toHaveLength(1)
    expect(html.match(/<h1>(.*?)<\/h1>/)?.[1]).toBe(words.heading)
    expect(titleOf(html)).toBe(`${words.heading} – Guichet`)
  })

  it('the list says of each card what it is, its place and its actions', async () => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice', language)
    const html = await addCard(alice, '4000 0025 0000 0003')
    expect(textOf(html)).toContain(words.next)
    expect(html).toMatch(
      new RegExp(`class="button primary" href="/settings/payment-methods/new">${words.add}</a>`),
    )
    const rows = rowsOf(html)
    expect(rows.map(({ badge }) => badge)).toEqual([words.badge, ...words.backups])
    expect(rows[2]?.text).toContain(words.expiry)
    expect(rows[1]?.text).toContain(`${words.kebab} ${words.setDefault}`)
    expect(rows.map(({ text }) => text.includes(words.setDefault))).toEqual([false, true, true])
    expect(rows.every(({ text }) => text.includes(words.remove))).toBe(true)
    expect(rows.map(({ actions }) => actions)).toEqual([
      ['removal'],
      ['order', 'default', 'removal'],
      ['order', 'default', 'removal'],
    ])
  })

  it('the page that asks before a card is removed names it, and says what follows', async () => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice', language)
    const [first] = rowsOf((await alice.get(paths.paymentMethods)).text)
    const { text: html } = await alice.get(paths.removal(first?.id ?? ''))
    expect(html).toContain(`<h1>${words.question}</h1>`)
    expect(titleOf(html)).toBe(`${words.question} – Guichet`)
    for (const other of words.others) expect(textOf(html)).toContain(other)
  })

  it('the page on which a card is added has its heading, its button and the way without JavaScript', async () => {
    const desk = await startDesk()
    const alice = await desk.signedIn('alice', language)
    const { text: html } = await alice.get(paths.newPaymentMethod)
    expect(html).toContain(`<h1>${words.add}</h1>`)
    const submit = { fr: 'Ajouter une carte', en: 'Add card' }[language]
    expect(html).toContain(`<button id="add-card" class="button primary" type="submit">${submit}</button>`)
    const way = { fr: 'Continuer sur la page de Stripe', en: 'Continue on Stripe’s page' }[language]
    expect(html).toMatch(new RegExp(`<button [^>]*type="submit">${way}</button>`))
  })
})
