/** What every record of a file is made of: numbers, moments and addresses that pages can rely on. Pure. */
import * as v from 'valibot'
import { type CanonicalAddress, canonicalAddress } from '../model/address.ts'
import type { Instant } from '../model/time.ts'

export const wholeSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Until the end of the year 9999. */
export const plainInstantSchema = v.custom<Instant>(
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 253_402_300_799,
)

/** In the form that we compare, and in no other. */
export const addressSchema = v.custom<CanonicalAddress>(
  (value) => typeof value === 'string' && canonicalAddress(value) === value,
)

export const nameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(300))
