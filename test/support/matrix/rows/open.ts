// What is there for everybody: guides, and what machines ask.

import { paths } from '../../../../src/web/paths.ts'
import { eventBody, signature } from '../../signed-events.ts'
import type { Row } from '../row.ts'

export const open: readonly Row[] = [
  ...Object.values(paths.help).map(
    (address): Row => ({ route: `GET ${address}`, door: 'anyone', answer: '200 …' }),
  ),
  // Without the operators' token there is no such page.
  { route: `GET ${paths.metrics}`, door: 'anyone', answer: '404 Page not found' },
  { route: `GET ${paths.health}`, door: 'anyone', answer: '200 application/json' },
  {
    route: `POST ${paths.cspReport}`,
    door: 'anyone',
    answer: '204',
    asks: () => ({ headers: { 'Content-Type': 'application/csp-report' }, body: '{"csp-report":{}}' }),
    changes: 'nothing',
  },
  {
    route: `POST ${paths.webhook}`,
    door: 'anyone',
    answer: '200 text/plain',
    asks: (_id, { desk }) => {
      const body = eventBody()
      return { body, headers: { 'Stripe-Signature': signature(body, desk.keys.webhookSecret) } }
    },
  },
  {
    route: `POST ${paths.webhook}`,
    as: 'unsigned',
    door: 'anyone',
    answer: '400 text/plain',
    asks: () => ({ body: eventBody() }),
    changes: 'nothing',
  },
]
