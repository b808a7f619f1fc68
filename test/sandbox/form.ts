/** The fields of a posted form. */
import type { Context } from 'hono'

/** Decoded here rather than by `text()`: workerd warns of one on a body that is not declared as text. */
export const formOf = async (c: Context): Promise<URLSearchParams> =>
  new URLSearchParams(new TextDecoder().decode(await c.req.arrayBuffer()))
