/** How Google words what the weather does to a call. */
import { portalPage, type Wording } from '../service/faults.ts'
import type { Clock } from '../world.ts'
import { jsonAnswer, quotaExceeded, retryAfter, type Service, unavailable } from './errors.ts'

/** How long a told pause is. */
const pause = 20_000

/** A refusal for the rate names the limit, or a time. */
export const wordingOf = (service: Service, { limit, clock }: { limit: number; clock: Clock }): Wording => ({
  ...hostWording(service),
  throttled: [() => quotaExceeded(service, limit), () => retryAfter(service, clock.now() + pause)],
})

/** What any server of Google's can say. */
export const hostWording = (service: Service): Omit<Wording, 'throttled'> => ({
  unavailable: [() => unavailable(service)],
  nonsense: [portalPage, () => jsonAnswer(wrongShape)],
})

/** Every field the product could want, and none with the type it has. */
const wrongShape = {
  messages: 17,
  threads: 'none',
  history: true,
  items: null,
  id: [],
  historyId: {},
  emailAddress: 0,
  nextSyncToken: 1,
  access_token: [],
}
