import { expect, it } from 'vitest'
import { formatDate, formatMoment } from '../../src/words/format.ts'
import { afterColon } from '../../src/words/sentence.ts'
import { addCard } from './support/card-form.ts'
import { attempts, mailTo, next, notice, read, readAll, speaks, state } from './support/invoice-pages.ts'
import { bill, guestWith, inLedger } from './support/owed.ts'
import { languages, said } from './support/said.ts'
import { saidOfInvoices } from './support/said-of-invoices.ts'
import { setStage } from './support/stage.ts'

const stage = setStage()
const amounts = { en: '€49.00', fr: '49,00 €' }

it.each(languages)(
  'the default declines and the first backup pays: list, invoice and mail tell it (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const guest = await stage.guest({ language })
    await speaks(stage, guest, language)
    const { page } = guest
    await addCard(page, { number: '4000000000000341' })
    await addCard(page, { number: '5555555555554444' })
    const invoice = await bill(stage, guest)

    await page.getByRole('link', { name: words.invoices }).click()
    const row = page.getByRole('row').filter({ hasText: invoice.number })
    expect(await read(row.locator('.badge'))).toBe(words.paid)
    expect(await read(row.locator('.amount'))).toBe(amounts[language])
    await row.getByRole('link').click()
    expect(await read(state(page))).toBe(words.paid)
    const [first, second] = await readAll(attempts(page))
    expect(first).toMatch(new RegExp(`^Visa .*0341 ${words.declined}`))
    expect(first).toContain(words.byStripe)
    expect(first).toContain(words.refused)
    expect(second).toMatch(/^Mastercard .*4444 /)
    expect(second).toContain(words.byUs)
    for (const time of await attempts(page).locator('time').all()) {
      const at = Date.parse((await time.getAttribute('datetime')) ?? '')
      expect(Math.abs(Date.now() - at)).toBeLessThan(60_000)
      expect(await time.innerText()).toBe(formatMoment(language, at))
    }
    expect(await next(page).count()).toBe(0)
    expect(await notice(page).count()).toBe(0)
    expect(inLedger(stage, invoice)).toEqual({ charges: 1, attempts: 2 })

    const backup = said[language].card('Mastercard', '4444')
    const mail = await mailTo(page, guest, words.mail.byBackup(amounts[language], backup))
    expect(mail).toContain(said[language].card('Visa', '0341'))
    expect(mail).toContain(invoice.number)
  },
)

it.each(languages)(
  'all decline: list, invoice and mail say why and when we try again (%s)',
  async (language) => {
    const words = saidOfInvoices[language]
    const guest = await guestWith(stage, ['fails_when_charged', 'insufficient_funds_when_charged'], {
      language,
    })
    await speaks(stage, guest, language)
    const { page, companyId } = guest
    const invoice = await bill(stage, guest)
    const { rest } = (await stage.desk.ports.store.invoices.byId(companyId, invoice.id)) ?? {}
    const date = formatDate(language, rest?.until ?? 0).replace(/\s/g, ' ')

    await page.goto('/settings/invoices')
    const row = page.getByRole('row').filter({ hasText: invoice.number })
    expect(await read(row.locator('.badge'))).toBe(words.failed)
    await row.getByRole('link').click()
    await page.getByRole('heading', { name: words.next }).waitFor()
    expect(await readAll(next(page))).toEqual([words.again(date)])
    const [first, second] = await readAll(attempts(page))
    expect(first).toContain(words.refused)
    expect(second).toContain(words.noFunds)

    const mail = await mailTo(page, guest, words.mail.failed(amounts[language]))
    const reasons = [words.refused, words.noFunds].map(afterColon)
    for (const text of [words.mail.again(date), ...reasons, invoice.number]) {
      expect(mail).toContain(text)
    }
    for (const [card, last4] of [
      ['Visa', '4242'],
      ['Mastercard', '4444'],
    ] as const) {
      expect(mail).toContain(said[language].card(card, last4))
    }
  },
)
