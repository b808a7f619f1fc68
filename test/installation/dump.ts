/** A database as SQL, so that D1 takes every statement of it: no statement may be longer than 100,000 bytes there. Pure. */

/** Bytes, with room for what stands around a value. */
const maxStatement = 90_000

/** The statements of a dump, of which each ends with its line. */
export const statementsOf = (dump: string): readonly string[] => {
  const statements: string[] = []
  let open = ''
  for (const line of dump.split('\n')) {
    open = open === '' ? line : `${open}\n${line}`
    if (!line.endsWith(';') || isWithinText(open)) continue
    statements.push(open)
    open = ''
  }
  return open.trim() === '' ? statements : [...statements, open]
}

/** Quotation marks are doubled within text, so an odd number of them is one that is open. */
const isWithinText = (sql: string): boolean => (sql.match(/'/g)?.length ?? 0) % 2 === 1

/**
 * The same dump in an order and in pieces that D1 takes back: every table before any row, for a row may refer to a table that a
 * migration made anew later; and long rows without their long values, which are then added bit by bit. `keyOf` names the columns
 * that tell a table's rows apart.
 */
export const inShortStatements = (dump: string, keyOf: (table: string) => readonly string[]): string => {
  const all = statementsOf(dump).map((statement) => statement.trim())
  const [first, then] = [all.filter(comesFirst), all.filter((statement) => !comesFirst(statement))]
  const rows = then.flatMap((statement) =>
    Buffer.byteLength(statement) <= maxStatement ? [statement] : inPieces(statement, keyOf),
  )
  return `${[...first, ...rows].join('\n')}\n`
}

const comesFirst = (statement: string): boolean => /^(?:PRAGMA|CREATE TABLE)\b/.test(statement)

const insertPattern = /^INSERT INTO "(\w+)" \(([^)]*)\) VALUES\s*\(/

const inPieces = (statement: string, keyOf: (table: string) => readonly string[]): readonly string[] => {
  const match = insertPattern.exec(statement)
  if (match === null) throw new Error(`A statement is too long, and is no row: ${statement.slice(0, 80)}…`)
  const [begin, table = '', names = ''] = match
  const columns = names.split(',').map((name) => name.trim().replaceAll('"', ''))
  const values = valuesIn(statement.slice(begin.length, statement.lastIndexOf(')')))
  const key = keyOf(table)
  const where = key.map((column) => `"${column}" = ${values[columns.indexOf(column)]}`).join(' AND ')
  const short = values.map((value) => (value.length > maxValue ? "''" : value))
  return [
    `INSERT INTO "${table}" (${names}) VALUES(${short.join(',')});`,
    ...values.flatMap((value, index) =>
      value.length > maxValue
        ? cut(value.slice(1, -1)).map(
            (piece) => `UPDATE "${table}" SET "${columns[index]}" = "${columns[index]}" || '${piece}' WHERE ${where};`,
          )
        : [],
    ),
  ]
}

const maxValue = 20_000

/** The literals of a row, as they are written. */
const valuesIn = (row: string): readonly string[] => {
  const values: string[] = []
  let at = 0
  while (at < row.length) {
    const end = row[at] === "'" ? endOfText(row, at) : endOfPlain(row, at)
    values.push(row.slice(at, end))
    at = end + 1
  }
  return values
}

const endOfText = (row: string, from: number): number => {
  let at = from + 1
  for (;;) {
    at = row.indexOf("'", at)
    if (at < 0) throw new Error('A row ends within a text.')
    if (row[at + 1] !== "'") return at + 1
    at += 2
  }
}

const endOfPlain = (row: string, from: number): number => {
  const end = row.indexOf(',', from)
  return end < 0 ? row.length : end
}

/** Never between two quotation marks that are one, nor within a character. */
const cut = (text: string): readonly string[] => {
  const pieces: string[] = []
  let from = 0
  while (from < text.length) {
    let to = Math.min(text.length, from + maxValue)
    while (to < text.length && (text[to - 1] === "'" || /[\uDC00-\uDFFF]/.test(text[to] ?? ''))) to -= 1
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}
