// What a company says of itself.

import { paths } from '../../../../src/web/paths.ts'
import { goodDetails } from '../../story.ts'
import type { Row } from '../row.ts'

export const company: readonly Row[] = [
  { route: `GET ${paths.billingDetails}`, door: 'manage billing', answer: '200 Billing details' },
  {
    route: `POST ${paths.billingDetails}`,
    door: 'manage billing',
    answer: `303 → ${paths.billingDetails}`,
    asks: () => ({ form: { ...goodDetails, name: `Atelier ${crypto.randomUUID()}` } }),
  },
]
