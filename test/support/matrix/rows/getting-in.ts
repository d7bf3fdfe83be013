// Signing in and out, and which company somebody is at work in.

import { trialPassword } from '../../../../src/sign-in/trial-accounts.ts'
import { paths } from '../../../../src/web/paths.ts'
import { isMember } from '../people.ts'
import type { Row } from '../row.ts'

export const gettingIn: readonly Row[] = [
  {
    route: `GET ${paths.signIn}`,
    door: 'anyone',
    answer: (person) => (isMember(person) ? `303 → ${paths.home}` : '200 Sign in'),
  },
  {
    route: `POST ${paths.signIn}`,
    door: 'anyone',
    answer: `303 → ${paths.home}`,
    asks: () => ({ form: { email: 'dan@atelier.example', password: trialPassword } }),
    spendsSession: true,
    changes: 'nothing',
  },
  {
    route: `POST ${paths.signOut}`,
    door: 'anyone',
    answer: `303 → ${paths.signIn}`,
    spendsSession: true,
    changes: 'nothing',
  },
  {
    route: `GET ${paths.password(':token')}`,
    door: 'anyone',
    answer: '200 Choose a password',
    ids: (stage) => stage.passwordTokens,
    bearer: true,
    elsewhere: '404 This link has been used or has expired',
  },
  {
    route: `POST ${paths.password(':token')}`,
    door: 'anyone',
    answer: `303 → ${paths.signIn}`,
    ids: (stage) => stage.passwordTokens,
    bearer: true,
    elsewhere: '404 This link has been used or has expired',
    asks: () => ({ form: { password: crypto.randomUUID() } }),
    makes: (stage) => stage.newPasswordToken(),
    spendsSession: true,
  },
  {
    route: `POST ${paths.switchCompany}`,
    door: 'members',
    answer: `303 → ${paths.home}`,
    ids: (stage) => stage.otherCompanies,
    asks: (company) => ({ form: { company } }),
    spendsSession: true,
    changes: 'nothing',
  },
  {
    route: `GET ${paths.home}`,
    door: 'members',
    answer: (person) => `303 → ${person === 'developer' ? paths.account : paths.paymentMethods}`,
  },
]
