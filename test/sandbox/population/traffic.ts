/** How much the circles write: as many letters as a world has room for, among as many people as can keep a rhythm in it. */

import type { Meeting } from '../world.ts'
import { type Correspondence, correspond } from './correspondence.ts'
import { groupThreads } from './groups.ts'
import type { MailPlan } from './letter-plan.ts'
import type { Person } from './people.ts'
import { apart, type Setting } from './setting.ts'

/** About `letters` letters since the day `from`, between the owner and the people, and the meetings of the same ties. */
export const traffic = (
  people: readonly Person[],
  wanted: { readonly mails: number; readonly from: number },
  setting: Setting,
): Correspondence => {
  const { chance } = setting
  const { from } = wanted
  const room = Math.max(minMessages, wanted.mails)
  const pace = (room * daysPerYear) / (messagesPerYear * -from)
  const isCrowded = pace < slowestPace
  const asked = isCrowded ? chance.fork('order').sample(people, people.length) : people
  const extent = { from, pace: Math.max(slowestPace, pace), others: people }
  const inTouch: Person[] = []
  const mails: MailPlan[] = []
  const meetings: Meeting[] = []
  for (const person of asked) {
    if (isCrowded && mails.length > room * shareOfPairs) break
    const written = correspond(person, extent, apart(setting, person.as.address))
    inTouch.push(person)
    mails.push(...written.mails)
    meetings.push(...written.meetings)
  }
  const inGroups = groupThreads(inTouch, { from, pace }, apart(setting, 'groups'))
  return { mails: [...mails, ...inGroups], meetings }
}

const daysPerYear = 365

/** What the circles write in a year at pace 1. Measured; it only has to be about right, for noise fills what is left. */
const messagesPerYear = 2500

/** A smaller world has fewer people in it, rather than ties too thin to have a rhythm. */
const slowestPace = 0.5
const minMessages = 50

/** The rest is in threads of several. */
const shareOfPairs = 0.9
