// PostgreSQL's numbers and booleans as SQLite gives them: plain numbers.
import pg from 'pg'

const { BOOL, INT8, NUMERIC } = pg.types.builtins
const numbers: readonly number[] = [INT8, NUMERIC]

// Sums of integers come as numeric, which is text in pg unless read as below.
export const numberTypes: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => {
    if (type === BOOL) return (text: string) => (text === 't' ? 1 : 0)
    return numbers.includes(type) ? Number : pg.types.getTypeParser(type, format)
  },
}
