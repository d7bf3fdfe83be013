// Invoices, and paying them by hand.

import { paths } from '../../../../src/web/paths.ts'
import type { Row } from '../row.ts'

export const invoices: readonly Row[] = [
  { route: `GET ${paths.invoices}`, door: 'manage billing', answer: '200 Invoices' },
  {
    route: `GET ${paths.invoice(':id')}`,
    door: 'manage billing',
    answer: '200 Invoice …',
    ids: (stage) => stage.invoices,
  },
  {
    route: `GET ${paths.payment(':id')}`,
    door: 'manage billing',
    answer: '200 Pay invoice …',
    ids: (stage) => stage.invoices,
  },
  {
    route: `POST ${paths.payment(':id')}`,
    door: 'manage billing',
    answer: `303 → ${paths.invoice('ID')}`,
    ids: (stage) => stage.invoices,
    asks: (_id, stage, side) => ({ form: { card: stage.defaults[side], number: '1' } }),
    makes: (stage, side) => stage.newInvoice(side),
  },
  {
    route: `POST ${paths.payment(':id')}`,
    as: 'with a card',
    door: 'manage billing',
    answer: '303 → /settings/invoices/…',
    ids: (stage) => stage.defaults,
    asks: (card, stage, side) => ({ at: stage.payable[side], form: { card, number: '1' } }),
    elsewhere: '422 Pay invoice …',
    changes: 'as may be',
  },
  {
    route: `GET ${paths.payments}`,
    door: 'manage billing',
    answer: '200 Pay what is unpaid',
    ids: (stage) => stage.cards,
    asks: (id) => ({ query: `card=${id}` }),
    elsewhere: `303 → ${paths.invoices}`,
  },
  {
    route: `POST ${paths.payments}`,
    door: 'manage billing',
    answer: `303 → ${paths.invoice('ID')}`,
    ids: (stage) => stage.invoices,
    asks: (id, stage, side) => ({ form: { card: stage.defaults[side], [id]: '1' } }),
    elsewhere: `303 → ${paths.invoices}`,
    makes: (stage, side) => stage.newInvoice(side),
  },
  {
    route: `GET ${paths.confirmation(':id')}`,
    door: 'manage billing',
    answer: `303 → ${paths.invoice('ID')}`,
    ids: (stage) => stage.invoices,
  },
]
