import type { By, NewEntry } from '../../activity/entry.ts'
import type { Wallet } from '../../payment-methods/wallet.ts'
import { entryOf, mailOf, type WalletNews, walletNews } from '../../payment-methods/wallet-news.ts'
import { writeEntries } from './activity.ts'
import type { Queries } from './database.ts'
import { writeMails } from './outbox-rows.ts'
import { type PaymentMethodRow, paymentMethodColumns, toPaymentMethod } from './payment-method-row.ts'

interface WalletRow extends PaymentMethodRow {
  wallet_version: number
  awaited_id: string | null
}

export async function readWallet(queries: Queries, companyId: string): Promise<Wallet> {
  // One statement, so that the version and the rows are of one moment. Sorted here: SQLite would build a
  // table for that, and take as long for it as for all the rest.
  const rows = await queries.all<WalletRow>(
    `select c.wallet_version, w.payment_method_id as awaited_id, ${paymentMethodColumns}
     from companies c
     left join wallet_changes w on w.company_id = c.id and w.kind = 'default' and w.state <> 'done'
     left join payment_methods p on p.company_id = c.id and p.removed_at is null
     left join consents a on a.payment_method_id = p.id and a.company_id = p.company_id
     where c.id = $1`,
    [companyId],
  )
  return {
    version: rows[0]?.wallet_version ?? 0,
    awaitedDefaultId: rows[0]?.awaited_id ?? null,
    methods: rows
      .filter((row) => row.id !== null)
      .sort(byPosition)
      .map(toPaymentMethod),
  }
}

function byPosition(one: PaymentMethodRow, other: PaymentMethodRow): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1)
}

/** Changes the wallet, and writes what that means to its people and into its log. The wallet's new version is set before: who has
 * set it holds the company until the end, so that nobody else's change is among what is told. */
export async function tellingChanges(
  queries: Queries,
  companyId: string,
  now: number,
  change: () => Promise<void>,
): Promise<void> {
  const before = await readWallet(queries, companyId)
  await change()
  const after = await readWallet(queries, companyId)
  const news = walletNews(before, after, now)
  if (news.length === 0) return
  const mails = news.map((each) => mailOf(companyId, after.version, each))
  await writeMails(queries, mails, now)
  const entries: NewEntry[] = []
  for (const each of news) entries.push(entryOf(companyId, each, await whoAsked(queries, companyId, each)))
  await writeEntries(queries, entries, now)
}

// What is written before Stripe hears of it says who wanted it, whether its answer brings it about or an event.
const asked = {
  'card added': 'from setups where company_id = $1 and payment_method_id = $2 order by updated_at desc',
  'card removed': `from wallet_changes
    where company_id = $1 and payment_method_id = $2 and kind = 'removal' order by sent_at desc`,
  // One that is done with is not what brought about another change to the same card.
  'default changed': `from wallet_changes
    where company_id = $1 and payment_method_id = $2 and kind = 'default' and state <> 'done'`,
}

async function whoAsked(
  queries: Queries,
  companyId: string,
  { method, message }: WalletNews,
): Promise<By | null> {
  const row = await queries.get<{ member_id: string | null; address: string | null }>(
    `select member_id, address ${asked[message.kind]} limit 1`,
    [companyId, method.id],
  )
  return row ? { memberId: row.member_id, address: row.address } : null
}
