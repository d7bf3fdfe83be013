// Payment methods: added, put in order, removed.

import { paths } from '../../../../src/web/paths.ts'
import type { Row } from '../row.ts'

const list = `303 → ${paths.paymentMethods}`

export const cards: readonly Row[] = [
  { route: `GET ${paths.paymentMethods}`, door: 'manage billing', answer: '200 Payment methods' },
  {
    route: `POST ${paths.paymentMethods}`,
    door: 'manage billing',
    answer: '303 → Stripe’s page',
    asks: () => ({ form: { attempt: crypto.randomUUID() } }),
  },
  {
    route: `POST ${paths.paymentMethods}`,
    as: 'the script',
    door: 'manage billing',
    answer: '200 application/json',
    asks: () => ({ form: { attempt: crypto.randomUUID() }, headers: { Accept: 'application/json' } }),
  },
  { route: `GET ${paths.newPaymentMethod}`, door: 'manage billing', answer: '200 Add a payment method' },
  {
    route: `GET ${paths.newPaymentMethod}`,
    as: 'after a card was declined',
    door: 'manage billing',
    answer: '200 Add a payment method',
    ids: (stage) => stage.setupIntents,
    asks: (id) => ({ query: `setup_intent=${id}` }),
    elsewhere: '200 Add a payment method',
    changes: 'as may be',
  },
  {
    route: `GET ${paths.returnFromStripe}`,
    as: 'from Stripe’s field',
    door: 'manage billing',
    answer: `303 → ${paths.refusal('ID')}`,
    ids: (stage) => stage.setupIntents,
    asks: (id) => ({ query: `setup_intent=${id}` }),
    elsewhere: `303 → ${paths.newPaymentMethod}`,
    changes: 'as may be',
  },
  {
    route: `GET ${paths.returnFromStripe}`,
    as: 'from Stripe’s page',
    door: 'manage billing',
    answer: `303 → ${paths.newPaymentMethod}`,
    ids: (stage) => stage.sessions,
    asks: (id) => ({ query: `session=${id}` }),
    elsewhere: `303 → ${paths.newPaymentMethod}`,
    changes: 'as may be',
  },
  {
    route: `GET ${paths.default(':id')}`,
    door: 'manage billing',
    answer: list,
    ids: (stage) => stage.cards,
  },
  {
    route: `POST ${paths.default(':id')}`,
    door: 'manage billing',
    answer: list,
    ids: (stage) => stage.cards,
    makes: (stage, side) => stage.newCard(side),
  },
  {
    route: `GET ${paths.removal(':id')}`,
    door: 'manage billing',
    answer: '200 Remove the … card ending in …?',
    ids: (stage) => stage.cards,
  },
  {
    route: `POST ${paths.removal(':id')}`,
    door: 'manage billing',
    answer: list,
    ids: (stage) => stage.cards,
    makes: (stage, side) => stage.newCard(side),
  },
  {
    route: `POST ${paths.order(':id')}`,
    door: 'manage billing',
    answer: list,
    ids: (stage) => stage.cards,
    asks: () => ({ form: { direction: 'up' } }),
    makes: (stage, side) => stage.newBackup(side),
  },
  {
    route: `POST ${paths.duplicate(':id')}`,
    door: 'manage billing',
    answer: list,
    ids: (stage) => stage.cards,
    makes: (stage, side) => stage.newCard(side),
  },
  {
    route: `GET ${paths.backup(':id')}`,
    door: 'manage billing',
    answer: '200 Use … ending in … as a backup?',
    ids: (stage) => stage.unagreed,
  },
  {
    route: `POST ${paths.backup(':id')}`,
    door: 'manage billing',
    answer: list,
    ids: (stage) => stage.cards,
    makes: (stage, side) => stage.newCard(side),
  },
]
