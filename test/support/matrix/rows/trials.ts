// Where Guichet is tried out or written, and nowhere else.

import { paths } from '../../../../src/web/paths.ts'
import { isMember } from '../people.ts'
import type { Row } from '../row.ts'

export const trials: readonly Row[] = [
  {
    route: `GET ${paths.sandbox}`,
    door: 'anyone',
    answer: (person) => `303 → the sandbox${isMember(person) ? ', at their customer' : ''}`,
  },
  { route: `GET ${paths.sandboxMail}`, door: 'anyone', answer: '200 Mail' },
  {
    route: `GET ${paths.sandboxDelivery(':id')}`,
    door: 'anyone',
    answer: '200 …',
    ids: (stage) => stage.mails,
    bearer: true,
  },
  {
    route: `GET ${paths.sandboxLetter(':id')}`,
    door: 'anyone',
    answer: '200 …',
    ids: (stage) => stage.mails,
    bearer: true,
  },
  { route: `GET ${paths.gallery}`, door: 'anyone', answer: '200 Gallery' },
  { route: `GET ${paths.gallery}/:at`, door: 'anyone', answer: '200 …', asks: () => ({ at: '1' }) },
]
