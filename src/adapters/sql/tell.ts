import type { Told } from '../../ports/told.ts'
import { writeEntries } from './activity.ts'
import type { Queries } from './database.ts'
import { writePersonalMail } from './personal-mail.ts'

/** Within the transaction of what it tells of. */
export async function tell(queries: Queries, { mail, entries }: Told, now: number): Promise<void> {
  if (mail) await writePersonalMail(queries, mail, now)
  await writeEntries(queries, entries, now)
}
