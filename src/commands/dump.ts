// npm run db:dump: writes db/schema.sql.
import { writeFile } from 'node:fs/promises'
import { schemaText } from '../../db/dump.ts'

await writeFile(new URL('../../db/schema.sql', import.meta.url), await schemaText())
console.log('Wrote db/schema.sql')
