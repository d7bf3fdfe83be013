// The people of a company: invited, given roles, removed, and who owns it.

import { paths } from '../../../../src/web/paths.ts'
import { isMember } from '../people.ts'
import type { Row } from '../row.ts'

const users = `303 → ${paths.users}`
const password = 'ocean ladder violin seven'

export const members: readonly Row[] = [
  { route: `GET ${paths.users}`, door: 'manage members', answer: '200 Users' },
  { route: `GET ${paths.invitations}`, door: 'manage members', answer: '200 Invite somebody' },
  {
    route: `POST ${paths.invitations}`,
    door: 'manage members',
    answer: users,
    asks: () => ({ form: { email: `${crypto.randomUUID()}@elsewhere.example`, role: 'billing' } }),
  },
  {
    route: `POST ${paths.invitation(':id')}`,
    door: 'manage members',
    answer: users,
    ids: (stage) => stage.invitations,
  },
  {
    route: `POST ${paths.withdrawal(':id')}`,
    door: 'manage members',
    answer: users,
    ids: (stage) => stage.invitations,
    makes: async (stage, side) => (await stage.newInvitation(side)).id,
  },
  {
    route: `GET ${paths.user(':id')}`,
    door: 'manage members',
    answer: '200 Role of …',
    ids: (stage) => stage.colleagues,
  },
  {
    route: `POST ${paths.user(':id')}`,
    door: 'manage members',
    answer: users,
    ids: (stage) => stage.colleagues,
    asks: () => ({ form: { role: 'billing' } }),
    makes: (stage, side) => stage.newColleague(side),
  },
  {
    route: `GET ${paths.userRemoval(':id')}`,
    door: 'manage members',
    answer: '200 Remove … from …?',
    ids: (stage) => stage.colleagues,
  },
  {
    route: `POST ${paths.userRemoval(':id')}`,
    door: 'manage members',
    answer: users,
    ids: (stage) => stage.colleagues,
    makes: (stage, side) => stage.newColleague(side),
  },
  {
    route: `GET ${paths.ownership}`,
    door: 'own the company',
    answer: '200 Hand over …?',
    ids: (stage) => stage.colleagues,
    asks: (id) => ({ query: `to=${id}` }),
    elsewhere: '200 Hand over …?',
  },
  {
    route: `POST ${paths.ownership}`,
    door: 'own the company',
    answer: users,
    ids: (stage) => stage.colleagues,
    asks: (to) => ({ form: { to } }),
    makes: (stage, side) => stage.newColleague(side),
    restores: (stage, side) => stage.giveBackOwnership(side),
    elsewhere: '422 Hand over …?',
  },
  {
    route: `GET ${paths.acceptance(':token')}`,
    door: 'anyone',
    answer: (person) =>
      isMember(person) ? '403 This invitation is for somebody else' : '200 … invites you to join …',
    ids: (stage) => stage.invitationTokens,
    bearer: true,
    elsewhere: '404 This invitation is not valid',
  },
  {
    route: `POST ${paths.acceptance(':token')}`,
    door: 'anyone',
    answer: (person) =>
      isMember(person) ? '403 This invitation is for somebody else' : `303 → ${paths.home}`,
    ids: (stage) => stage.invitationTokens,
    bearer: true,
    asks: () => ({ form: { name: 'Erin Le Gall', password } }),
    makes: async (stage, side) => (await stage.newInvitation(side)).token,
    elsewhere: '404 This invitation is not valid',
    spendsSession: true,
    changes: 'as may be',
  },
  { route: `GET ${paths.activity}`, door: 'see activity', answer: '200 Activity log' },
  { route: `GET ${paths.activityCsv}`, door: 'see activity', answer: '200 text/csv' },
]
