/** Where a visitor's clock stands, as far as the edge that took their request knows. */
import type { Context } from 'hono'
import { isTimeZone } from '../../model/time.ts'

/** The IANA zone in which the browser is, by its connection; null where nobody says so. */
export const zoneOfVisitor = (context: Context): string | null => {
  const zone: unknown = context.req.raw.cf?.timezone
  return typeof zone === 'string' && isTimeZone(zone) ? zone : null
}
