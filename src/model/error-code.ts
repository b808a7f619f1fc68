/**
 * What an exception may say in a log. Its message may hold anything: Drizzle's holds the values of a query, a provider's
 * the address that was asked for. So a log gets names and codes only. Pure.
 */

/** "DrizzleQueryError: D1_ERROR, SQLITE_CONSTRAINT": the names along the causes, and the codes of the database. */
export const errorCode = (error: unknown): string => {
  const chain = causesOf(error)
  const names = chain.map(({ name }) => (/^[A-Za-z]{1,40}$/.test(name) ? name : 'Error'))
  const codes = chain.flatMap(({ message }) => message.match(databaseCodes) ?? [])
  const told = [...new Set(codes)]
  return `${[...new Set(names)].join(' > ') || 'unknown'}${told.length === 0 ? '' : `: ${told.join(', ')}`}`
}

/** The codes that D1 and SQLite write into messages (https://sqlite.org/rescode.html). No other word of a message passes. */
const databaseCodes =
  /\b(?:D1_(?:EXEC_|TYPE_|DUMP_)?ERROR|SQLITE_(?:BUSY|CONSTRAINT|CORRUPT|ERROR|FULL|INTERRUPT|IOERR|LIMIT|LOCKED|MISMATCH|NOMEM|RANGE|SCHEMA|TOOBIG))\b/g

/** A cause may name itself as its own. */
const maxCauses = 5

const causesOf = (error: unknown): readonly Error[] => {
  const chain: Error[] = []
  for (let at = error; at instanceof Error && chain.length < maxCauses; at = at.cause) chain.push(at)
  return chain
}
