import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesk } from '../support/running-desk.ts'
import { bannerOf, goodDetails as good, titleOf } from '../support/story.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const faults: readonly [string, Partial<typeof good>, keyof typeof good, string, string][] = [
  ['no name', { name: ' \t ' }, 'name', 'Enter the company’s name.', 'Saisissez le nom de l’entreprise.'],
  [
    'no e-mail address',
    { email: '' },
    'email',
    'Enter the address that invoices go to.',
    'Saisissez l’adresse à laquelle envoyer les factures.',
  ],
  ...[
    'alice',
    'alice@',
    '@atelier.example',
    'a b@atelier.example',
    'a@b',
    'a@b.example,c@d.example',
    '<a@b.example>',
  ].map((email): [string, Partial<typeof good>, keyof typeof good, string, string] => [
    `the e-mail address ${email}`,
    { email },
    'email',
    'Enter an e-mail address, such as billing@name.example.',
    'Saisissez une adresse e-mail, par exemple compta@nom.example.',
  ]),
  [
    'an unknown country',
    { country: 'XX' },
    'country',
    'Choose a country from the list.',
    'Choisissez un pays dans la liste.',
  ],
  [
    'the country __proto__',
    { country: '__proto__' },
    'country',
    'Choose a country from the list.',
    'Choisissez un pays dans la liste.',
  ],
  [
    'a tax number without a country',
    { country: '' },
    'taxId',
    'Choose the country that the tax number belongs to.',
    'Choisissez le pays auquel appartient le numéro fiscal.',
  ],
  [
    'a tax number of a country without one',
    { country: 'BM' },
    'taxId',
    'We cannot keep a tax number for this country yet. Leave the field empty.',
    'Nous ne savons pas encore garder de numéro fiscal pour ce pays. Laissez le champ vide.',
  ],
  [
    'a tax number that Stripe refuses',
    { taxId: 'NONSENSE' },
    'taxId',
    'This does not look like a tax number of this country. Check it.',
    'Ceci ne ressemble pas à un numéro fiscal de ce pays. Vérifiez-le.',
  ],
]

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '')
}

describe.each(['en', 'fr'] as const)('Billing details in %s', (language) => {
  it.each(faults)(
    'with %s say so beside the field and above, keep the rest, and change nothing',
    async (_name, change, field, en, fr) => {
      const alice = await desk.signedIn('alice', language)
      const before = (await alice.get(paths.billingDetails)).text
      const typed = { ...good, line1: `${crypto.randomUUID()} rue Neuve`, ...change }
      const { status, text } = await alice.post(paths.billingDetails, typed)
      expect(status).toBe(422)
      const message = language === 'en' ? en : fr
      expect(bannerOf(text)).toBe(
        `${language === 'en' ? 'There is a problem' : 'Il y a un problème'} ${message}`,
      )
      expect(text).toContain(`<a href="#${field}">${message}</a>`)
      expect(text).toContain(`id="${field}-error">${message}</p>`)
      expect(text).toMatch(
        new RegExp(` name="${field}" [^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*${field}-error"`),
      )
      expect(text.match(/aria-invalid/g)).toHaveLength(1)
      expect(titleOf(text)).toBe(
        language === 'en'
          ? 'Error: Billing details – Guichet'
          : 'Erreur\u00a0: Détails de facturation – Guichet',
      )
      const kept = [
        typed.line1,
        typed.line2,
        typed.postalCode,
        typed.city,
        typed.state,
        typed.taxId,
        typed.email.trim(),
      ]
      expect(kept.filter((value) => !text.includes(`value="${escaped(value)}"`))).toEqual([])
      expect((await alice.get(paths.billingDetails)).text).toBe(before)
    },
  )

  it('tell every fault at once, in the order of the form', async () => {
    const alice = await desk.signedIn('alice', language)
    const { text } = await alice.post(paths.billingDetails, { country: 'XX', taxId: 'X', email: 'x' })
    expect([...text.matchAll(/<li><a href="#(\w+)">/g)].map(([, id]) => id)).toEqual([
      'name',
      'country',
      'email',
    ])
  })
})
