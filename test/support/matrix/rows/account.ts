// One's own account: each of these is about whoever asks.

import { trialPassword } from '../../../../src/sign-in/trial-accounts.ts'
import { paths } from '../../../../src/web/paths.ts'
import { isMember } from '../people.ts'
import type { Row } from '../row.ts'

const account = `303 → ${paths.account}`
const factor = `303 → ${paths.secondFactor}`
const newPassword = 'ocean ladder violin seven'

export const ownAccount: readonly Row[] = [
  { route: `GET ${paths.account}`, door: 'members', answer: '200 My account' },
  {
    route: `POST ${paths.account}`,
    door: 'members',
    answer: account,
    asks: () => ({ form: { name: `Somebody ${crypto.randomUUID()}` } }),
  },
  {
    route: `POST ${paths.accountLanguage}`,
    door: 'members',
    answer: account,
    asks: () => ({ form: { language: 'en' } }),
  },
  {
    route: `POST ${paths.accountPassword}`,
    door: 'members',
    answer: account,
    asks: () => ({ form: { 'current-password': trialPassword, 'new-password': newPassword } }),
    spendsSession: true,
    restores: (stage) => stage.giveBackPasswords(),
  },
  { route: `POST ${paths.sessions}`, door: 'members', answer: account, changes: 'nothing' },
  {
    route: `POST ${paths.session(':handle')}`,
    door: 'members',
    answer: account,
    ids: (stage) => stage.ownersSessions,
    of: ['owner', 'another company’s owner'],
    makes: (stage, side) => stage.newSessionOfOwner(side),
    elsewhere: account,
    changes: 'nothing',
  },
  { route: `GET ${paths.secondFactor}`, door: 'members', answer: '200 Second factor' },
  { route: `POST ${paths.secondFactor}`, door: 'members', answer: factor },
  {
    route: `POST ${paths.secondFactorCode}`,
    as: 'a wrong one',
    door: 'members',
    answer: '422 Second factor',
    asks: () => ({ form: { code: 'none' } }),
    changes: 'nothing',
  },
  { route: `POST ${paths.recoveryCodes}`, door: 'members', answer: factor, changes: 'nothing' },
  {
    route: `POST ${paths.secondFactorRemoval}`,
    door: 'members',
    answer: factor,
    asks: () => ({ form: { again: trialPassword } }),
    spendsSession: true,
    changes: 'as may be',
  },
  {
    route: `POST ${paths.secondFactorRemoval}`,
    as: 'without the password',
    door: 'members',
    answer: '200 Enter your password again',
    changes: 'nothing',
  },
  { route: `GET ${paths.accountErasure}`, door: 'members', answer: '200 …' },
  {
    route: `POST ${paths.accountErasure}`,
    as: 'with a wrong password',
    door: 'members',
    answer: '422 Erase your account?',
    asks: () => ({ form: { password: newPassword } }),
    changes: 'nothing',
  },
  {
    route: `GET ${paths.signInCode}`,
    door: 'anyone',
    answer: (person) => (isMember(person) ? `303 → ${paths.home}` : `303 → ${paths.signIn}`),
  },
  {
    route: `POST ${paths.signInCode}`,
    door: 'anyone',
    answer: (person) => (isMember(person) ? `303 → ${paths.home}` : `303 → ${paths.signIn}`),
    asks: () => ({ form: { code: '000000' } }),
    changes: 'nothing',
  },
  { route: `GET ${paths.forgotten}`, door: 'anyone', answer: '200 Forgotten password' },
  {
    route: `POST ${paths.forgotten}`,
    door: 'anyone',
    answer: `303 → ${paths.signIn}`,
    asks: () => ({ form: { email: `${crypto.randomUUID()}@elsewhere.example` } }),
    changes: 'nothing',
  },
]
