// What a company requires of its people, and what becomes of data: taken along, or erased. The company itself is not
// erased here: the other rows need it.

import { paths } from '../../../../src/web/paths.ts'
import type { Row } from '../row.ts'

export const privacy: readonly Row[] = [
  { route: `GET ${paths.companySecurity}`, door: 'manage members', answer: '200 Security of the company' },
  {
    route: `POST ${paths.companySecurity}`,
    door: 'manage members',
    answer: `303 → ${paths.companySecurity}`,
    asks: () => ({ form: { required: 'no' } }),
    changes: 'nothing',
  },
  { route: `GET ${paths.formerMembers}`, door: 'manage members', answer: '200 Former users' },
  {
    route: `GET ${paths.userErasure(':id')}`,
    door: 'manage members',
    answer: '200 Erase …?',
    ids: (stage) => stage.formerMembers,
  },
  {
    route: `POST ${paths.userErasure(':id')}`,
    door: 'manage members',
    answer: `303 → ${paths.formerMembers}`,
    ids: (stage) => stage.formerMembers,
    makes: (stage, side) => stage.newFormerMember(side),
  },
  { route: `GET ${paths.companyExport}`, door: 'own the company', answer: '200 Export the company’s data' },
  {
    route: `POST ${paths.companyExport}`,
    door: 'own the company',
    answer: '200 application/json',
    changes: 'nothing',
  },
  { route: `GET ${paths.companyErasure}`, door: 'own the company', answer: '200 Erase …?' },
  {
    route: `POST ${paths.companyErasure}`,
    as: 'with another name',
    door: 'own the company',
    answer: '422 Erase …?',
    asks: () => ({ form: { 'company-name': 'none of ours' } }),
    changes: 'nothing',
  },
]
