import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyWith } from '../../../src/adapters/stripe/signature.ts'
import { noon, second } from '../../support/builders.ts'

const secret = 'whsec_0123456789'
const verify = verifyWith(['whsec_another', secret], () => noon)
const now = noon / second

function sign(body: string, { at = now, key = secret, scheme = 'v1' } = {}): string {
  const signature = createHmac('sha256', key).update(`${at}.${body}`).digest('hex')
  return `t=${at},${scheme}=${signature}`
}

const bodyOf = (object: unknown, rest: object = {}, previous: object = {}) =>
  JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'payment_method.attached',
    created: now,
    livemode: false,
    data: { object, ...previous },
    ...rest,
  })
const body = bodyOf({ id: 'pm_1', object: 'payment_method', customer: 'cus_1' })
const read = (text: string) => verify(Buffer.from(text), sign(text))

describe('A signed event', () => {
  it('is read, whichever of our secrets signed it', () => {
    const event = {
      id: 'evt_1',
      type: 'payment_method.attached',
      objectId: 'pm_1',
      customerId: 'cus_1',
      createdAt: noon,
      livemode: false,
      account: null,
    }
    expect(read(body)).toEqual(event)
    expect(verify(Buffer.from(body), sign(body, { key: 'whsec_another' }))).toEqual(event)
  })

  it('is good for five minutes before and after', () => {
    for (const at of [now - 300, now + 300])
      expect(verify(Buffer.from(body), sign(body, { at }))).not.toBeNull()
    for (const at of [now - 301, now + 301]) expect(verify(Buffer.from(body), sign(body, { at }))).toBeNull()
  })

  const forgeries: readonly [string, string | undefined][] = [
    ['no signature', undefined],
    ['an empty one', ''],
    ['one made with an empty secret', sign(body, { key: '' })],
    ['one made with a secret that is not ours', sign(body, { key: 'whsec_forged' })],
    ['one of an old scheme alone', sign(body, { scheme: 'v0' })],
    ['one of another body', sign(`${body} `)],
    ['one without its time', sign(body).replace(/^t=\d+,/, '')],
    ['one whose time is a word', sign(body).replace(/^t=\d+/, 't=abc')],
    ['one whose time was moved', sign(body, { at: now - 301 }).replace(/^t=\d+/, `t=${now}`)],
    ['one whose time is said twice', `${sign(body, { at: now - 301 })},t=${now}`],
    [
      'one whose time comes first from now and then from tomorrow',
      `t=${now},${sign(body, { at: now + 86_400 })}`,
    ],
  ]
  it.each(forgeries)('is none with %s', (_what, signature) => {
    expect(verify(Buffer.from(body), signature)).toBeNull()
  })

  it('is none when its JSON was written anew', () => {
    expect(verify(Buffer.from(JSON.stringify(JSON.parse(body), null, 1)), sign(body))).toBeNull()
  })

  it('is none where there is no secret', () => {
    expect(verifyWith([], () => noon)(Buffer.from(body), sign(body))).toBeNull()
  })

  it.each(['', '{', 'not json'])('is none with the body %j, though that be signed', (text) => {
    expect(read(text)).toBeNull()
  })
})

describe('The customer of an event', () => {
  it('is its object itself where that is one', () => {
    expect(read(bodyOf({ id: 'cus_1', object: 'customer' }))).toMatchObject({
      objectId: 'cus_1',
      customerId: 'cus_1',
    })
  })

  it('may be given whole', () => {
    expect(read(bodyOf({ id: 'ch_1', customer: { id: 'cus_1' } }))).toMatchObject({ customerId: 'cus_1' })
  })

  it('is the one that a detached card had', () => {
    const detached = bodyOf(
      { id: 'pm_1', object: 'payment_method', customer: null },
      {},
      { previous_attributes: { customer: 'cus_1' } },
    )
    expect(read(detached)).toMatchObject({ objectId: 'pm_1', customerId: 'cus_1' })
  })

  it('is nobody where the event names none', () => {
    expect(read(bodyOf({ id: 'pm_1' }))).toMatchObject({ customerId: null })
    expect(read(bodyOf({}))).toMatchObject({ objectId: null, customerId: null })
    expect(read(bodyOf(null))).toMatchObject({ objectId: null, customerId: null })
  })
})

it('An event tells its account and whether it is live', () => {
  expect(read(bodyOf({}, { account: 'acct_1', livemode: true }))).toMatchObject({
    account: 'acct_1',
    livemode: true,
  })
})
