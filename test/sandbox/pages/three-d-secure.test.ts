import { expect, it } from 'vitest'
import { confirm, fillCard, heard, type Outcome } from './merchant/card-form.ts'
import { setStage } from './merchant/stage.ts'

const stage = setStage()

async function askedByTheBank(locale: string) {
  const clientSecret = await stage.sandbox.intend()
  const form = await stage.open({ clientSecret, locale })
  await fillCard(form.frame, { number: '4000002500003155' })
  const outcome: Promise<Outcome> = confirm(form.page)
  const bank = form.page.frameLocator('dialog iframe')
  await bank.locator('h1:focus').waitFor()
  return { ...form, bank, outcome, clientSecret }
}

it('3-D Secure passed saves the card', async () => {
  const { page, bank, outcome } = await askedByTheBank('en')
  expect(await page.locator('dialog iframe').getAttribute('title')).toBe('3-D Secure authentication')
  await bank.getByRole('button', { name: 'Complete authentication' }).click()
  expect((await outcome).setupIntent?.status).toBe('succeeded')
  expect(await page.locator('dialog').count()).toBe(0)
  expect(await heard(page, 'violations')).toEqual([])
})

it('3-D Secure failed is an error, in French too', async () => {
  const { bank, outcome } = await askedByTheBank('fr')
  await bank.getByRole('button', { name: 'Refuser l’authentification' }).click()
  expect((await outcome).error).toMatchObject({
    code: 'setup_intent_authentication_failure',
    message:
      'Nous ne sommes pas en mesure d’authentifier votre moyen de paiement. Veuillez choisir un autre moyen de paiement et réessayer.',
    setup_intent: { status: 'requires_payment_method' },
  })
})

it('Escape is a refusal', async () => {
  const { page, outcome } = await askedByTheBank('en')
  await page.keyboard.press('Escape')
  const { error } = await outcome
  expect(error?.code).toBe('setup_intent_authentication_failure')
  expect(error?.message).toContain('We are unable to authenticate your payment method.')
})

it('handleNextAction and retrieveSetupIntent work without an element', async () => {
  const { page, bank, clientSecret, outcome: left } = await askedByTheBank('en')
  const leaving = expect(left).rejects.toThrow('navigation')
  await page.goto(stage.merchant.url)
  await leaving
  await page.evaluate("globalThis.stripe = Stripe('pk_test_1', { locale: 'en' })")
  const seen = await page.evaluate<Outcome>(`stripe.retrieveSetupIntent('${clientSecret}')`)
  expect(seen.setupIntent?.status).toBe('requires_action')
  const outcome = page.evaluate<Outcome>(`stripe.handleNextAction({ clientSecret: '${clientSecret}' })`)
  await bank.getByRole('button', { name: 'Complete authentication' }).click()
  expect((await outcome).setupIntent?.status).toBe('succeeded')
})

it('works without JavaScript, and then leads to the return address', async () => {
  const clientSecret = await stage.sandbox.intend()
  const id = clientSecret.split('_secret_')[0]
  await stage.sandbox.ask(`setup_intents/${id}/confirm`, {
    payment_method: 'pm_card_authenticationRequired',
    return_url: `${stage.merchant.url}/return`,
  })
  const page = await stage.browser.newPage({ javaScriptEnabled: false, locale: 'fr-FR' })
  await page.goto(`${stage.sandbox.url}/sandbox/3ds/${id}`)
  await page.getByRole('heading', { name: 'Banque de test : 3‑D Secure' }).waitFor()
  await page.getByRole('button', { name: 'Valider l’authentification' }).click()
  await page.waitForURL(/\/return\?/)
  expect(page.url()).toContain('redirect_status=succeeded')
  await page.goto(`${stage.sandbox.url}/sandbox/3ds/${id}`)
  await page.getByRole('heading', { name: 'Il n’y a rien à confirmer' }).waitFor()
})
