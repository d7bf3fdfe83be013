import { expect, it } from 'vitest'
import { attachTrialCard } from '../../src/adapters/stripe/trial-cards.ts'
import { paths } from '../../src/web/paths.ts'
import { idsOn, mailFrom, openMailStage } from '../support/mail-stage.ts'
import { addCard, atStripe, companyNamed } from '../support/story.ts'

it('whoever manages billing hears of each card in their own language, the developer and other companies nothing', async () => {
  const { desk, news } = await openMailStage()
  const alice = await desk.signedIn('alice')
  await addCard(alice, '4000 0025 0000 0003')
  expect(await news()).toEqual([
    'alice@atelier.example: Visa ending in 0003 was added – Atelier Lumière',
    'bob@atelier.example: Visa se terminant par 0003 a été ajoutée – Atelier Lumière',
  ])

  const [visa, second, added] = await idsOn(desk)
  await alice.post(paths.default(second ?? ''))
  expect(await news()).toEqual([
    'alice@atelier.example: Mastercard ending in 4444 is now your default card – Atelier Lumière',
    'bob@atelier.example: Mastercard se terminant par 4444 est maintenant votre carte par défaut – Atelier Lumière',
  ])

  await alice.post(paths.order(added ?? ''), { direction: 'up' })
  expect(await news()).toEqual([])

  await alice.post(paths.removal(second ?? ''))
  expect(await news()).toEqual([
    'alice@atelier.example: Mastercard ending in 4444 was removed – Atelier Lumière',
    'bob@atelier.example: Mastercard se terminant par 4444 a été retirée – Atelier Lumière',
  ])
  expect(await idsOn(desk)).toEqual(expect.arrayContaining([visa]))
})

it('a letter says which company and what to do, in text and in HTML, with links to where Guichet is', async () => {
  const { desk, server, news } = await openMailStage()
  const [, second] = await idsOn(desk)
  await (await desk.signedIn('alice')).post(paths.default(second ?? ''))
  await news()
  for (const [address, words] of [
    [
      'alice',
      ['Hello Alice Martin,', 'the default card of Atelier Lumière', 'Before, it was Visa ending in 4242.'],
    ],
    [
      'bob',
      [
        'Bonjour Bob Leroy,',
        'l’entreprise Atelier Lumière',
        'Auparavant, c’était Visa se terminant par 4242.',
      ],
    ],
  ] as const) {
    const mail = server.received.findLast(({ envelope }) => envelope[0]?.startsWith(address))
    expect(mail?.from).toBe(mailFrom)
    for (const part of [mail?.text, mail?.html]) {
      for (const each of [...words, desk.url + paths.paymentMethods]) expect(part).toContain(each)
    }
    expect(mail?.html).not.toMatch(/<script|<img|url\(/)
  }
})

it('what Stripe’s events bring is told as what people do, once', async () => {
  const { desk, news } = await openMailStage()
  const { customerId, ids } = await atStripe(desk)
  await attachTrialCard({ ...desk.keys, timeout: 5_000 })('pm_card_amex', customerId)
  expect((await news()).map((mail) => mail.split(': ')[1])).toEqual([
    'American Express ending in 0005 was added – Atelier Lumière',
    'American Express se terminant par 0005 a été ajoutée – Atelier Lumière',
  ])
  await desk.ports.gateway.setDefault(customerId, ids[1] ?? '', 'by somebody else')
  expect(await news()).toHaveLength(2)
  await desk.ports.gateway.detach(ids[0] ?? '', 'by somebody else too')
  expect(await news()).toHaveLength(2)
})

it('a company of another customer hears of its own cards alone', async () => {
  const { desk, news } = await openMailStage()
  await addCard(await desk.signedIn('charlie'))
  expect(await news()).toEqual([
    'charlie@brasserie.example: Visa ending in 4242 was added – Brasserie du Port',
  ])
})

it('no line break in a name makes a header, and no markup in it is markup', async () => {
  const { desk, server, news } = await openMailStage()
  const evil = 'A\r\nBcc: thief@example.com\r\n\r\n<script>alert(1)</script>\u202e'
  const { id } = await companyNamed(desk, 'Atelier Lumière')
  await desk.database.run('update companies set name = $2 where id = $1', [id, evil])
  await desk.database.run('update members set name = $1 where email = $2', [evil, 'alice@atelier.example'])
  await desk.database.run("update payment_methods set last4 = $1 where last4 = '4444'", [
    '1\r\nBcc: thief@example.com',
  ])
  const [, second] = await idsOn(desk)
  await (await desk.signedIn('alice')).post(paths.default(second ?? ''))
  expect(await news()).toHaveLength(2)
  for (const mail of server.received) {
    expect(mail.envelope).not.toContain('thief@example.com')
    expect(mail.headers.filter((line) => /^bcc/i.test(line))).toEqual([])
    expect(mail.html).not.toMatch(/<script|\u202e/)
    expect(mail.text).not.toMatch(/^Bcc/m)
  }
})
