import type { Language } from '../../company/company.ts'
import type { Setup, Setups } from '../../ports/store.ts'
import type { Database } from './database.ts'

interface SetupRow {
  id: string
  company_id: string
  member_id: string
  setup_intent_id: string | null
  checkout_session_id: string | null
  status: Setup['status']
  consent_version: string
  consent_language: Language
  consent_wording: string
  address: string | null
  started_at: number
}

const columns = `id, company_id, member_id, setup_intent_id, checkout_session_id, status, consent_version,
  consent_language, consent_wording, address, started_at`

export function sqlSetups(database: Database): Setups {
  const one = async (condition: string, values: readonly string[]): Promise<Setup | null> => {
    const row = await database.get<SetupRow>(`select ${columns} from setups where ${condition}`, values)
    return row ? toSetup(row) : null
  }

  return {
    async begin({ id, companyId, memberId, status, consent, address, startedAt }) {
      await database.run(
        `insert into setups (id, company_id, member_id, status, consent_version, consent_language,
           consent_wording, address, started_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict (id) do nothing`,
        [
          id,
          companyId,
          memberId,
          status,
          consent.version,
          consent.language,
          consent.wording,
          address,
          startedAt,
        ],
      )
    },

    async name(id, { setupIntentId, sessionId, paymentMethodId }) {
      await database.run(
        `update setups set setup_intent_id = coalesce($2, setup_intent_id),
           checkout_session_id = coalesce($3, checkout_session_id),
           payment_method_id = coalesce($4, payment_method_id)
         where id = $1`,
        [id, setupIntentId ?? null, sessionId ?? null, paymentMethodId ?? null],
      )
    },

    byId: (companyId, id) => one('company_id = $1 and id = $2', [companyId, id]),
    bySetupIntent: (setupIntentId) => one('setup_intent_id = $1', [setupIntentId]),
    bySession: (sessionId) => one('checkout_session_id = $1', [sessionId]),

    async settle(id, status, paymentMethodId, now) {
      await database.run(
        'update setups set status = $2, payment_method_id = $3, updated_at = $4 where id = $1',
        [id, status, paymentMethodId, now],
      )
    },

    async unfinished(companyId, since) {
      // The states by name, so that the index finds them, and sorted here: most companies have none.
      const rows = await database.all<SetupRow>(
        `select ${columns} from setups s
         where company_id = $1 and status in ('processing', 'failed') and (
           status = 'processing' or (updated_at > $2 and not exists (
             select 1 from setups o
             where o.company_id = $1 and o.status = 'saved' and o.updated_at >= s.updated_at)))`,
        [companyId, since],
      )
      return rows.map(toSetup).sort((one, other) => one.startedAt - other.startedAt)
    },

    async begun(companyId) {
      const rows = await database.all<SetupRow>(
        `select ${columns} from setups
         where company_id = $1 and status in ('started', 'processing', 'failed')
           and (setup_intent_id is not null or checkout_session_id is not null)
         order by updated_at desc limit 10`,
        [companyId],
      )
      return rows.map(toSetup)
    },

    // The gaps double: fifteen seconds after it began, then thirty, a minute, two …
    async toLookAfter(now, unusedAfter) {
      const rows = await database.all<SetupRow>(
        `select ${columns} from setups
         where status in ('started', 'processing') and (
           updated_at * 2 - started_at + 15000 <= $1 or
           (status = 'started' and started_at <= $2 and updated_at < started_at + $3))
         order by updated_at limit 20`,
        [now, now - unusedAfter, unusedAfter],
      )
      return rows.map(toSetup)
    },
  }
}

function toSetup(row: SetupRow): Setup {
  return {
    id: row.id,
    companyId: row.company_id,
    memberId: row.member_id,
    setupIntentId: row.setup_intent_id,
    sessionId: row.checkout_session_id,
    status: row.status,
    consent: { version: row.consent_version, language: row.consent_language, wording: row.consent_wording },
    address: row.address,
    startedAt: row.started_at,
  }
}
