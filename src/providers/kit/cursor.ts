/** Cursors as text: where a feed stands, as JSON, with the version of its shape. Pure. */
import * as v from 'valibot'
import { failure, type Result, success } from '../../model/result.ts'
import { instantFromSeconds } from '../../model/time.ts'
import type { Cursor, ProviderError } from '../provider.ts'

/** An instant within a cursor. */
export const instantSchema = v.pipe(v.number(), v.transform(instantFromSeconds))

export interface CursorCodec<State> {
  /** A cursor of another version, or of another make, is as good as expired: the re-read is idempotent. */
  read(cursor: Cursor): Result<State, ProviderError>
  write(state: State): Cursor
}

/** `cursorCodec(2, v.object({ syncToken: v.string() }))`: whoever changes the shape raises the version. */
export const cursorCodec = <State>(version: number, schema: v.GenericSchema<unknown, State>): CursorCodec<State> => {
  const text = v.pipe(v.string(), v.parseJson(), v.object({ version: v.literal(version), state: schema }))
  return {
    read(cursor) {
      const parsed = v.safeParse(text, cursor)
      return parsed.success ? success(parsed.output.state) : failure({ reason: 'cursor_expired' })
    },
    write: (state) => JSON.stringify({ version, state }) as Cursor,
  }
}
