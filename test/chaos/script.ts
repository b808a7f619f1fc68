/** What happens in the world during a trial, whatever the weather: who writes, what is thrown away, which meetings move. */
import { Chance } from '../sandbox/population/chance.ts'
import type { Mailbox } from '../sandbox/world.ts'
import { ann, type Line, letterOf, mailboxOf, meetingOf, rhythm, start } from '../story.ts'

const minute = 60_000
const day = 86_400_000

/** How many days happenings go on for. */
const scriptDays = 9

export interface Happening {
  readonly at: number
  readonly happens: (mailbox: Mailbox) => void
}

export interface Script {
  readonly mailbox: Mailbox
  readonly happenings: readonly Happening[]
}

/** A small mailbox and nine days of its life: the same for the same number. */
export const scriptOf = (number: number): Script => {
  const chance = new Chance(number).fork('script')
  const friends = Array.from({ length: 9 }, (_, index) => `friend${index}@circle${index % 3}.example`)
  const lines: Line[] = friends.flatMap((who) =>
    rhythm(who, chance.whole(5, 30), chance.whole(60, 400), chance.whole(1, 90)),
  )
  const machines = Array.from({ length: 30 }, (_, index) => ({
    from: `news${index % 4}@shop.example`,
    daysAgo: chance.whole(1, 300),
    headers: ['List-Unsubscribe: <https://shop.example/u>', 'Precedence: bulk'],
  }))
  const meetings = Array.from({ length: 12 }, (_, index) =>
    meetingOf(`meeting${index}`, chance.whole(-20, 200), chance.sample(friends, chance.whole(1, 3))),
  )
  const named = (index: number): string => (number * 10_000 + index + 1).toString(16).padStart(16, '0')
  const mailbox = mailboxOf(
    [...lines, ...machines].map((line, index) => ({ ...line, id: named(index) })),
    meetings,
  )
  const ids = mailbox.newestFirst.map(({ id }) => id)
  const happenings = Array.from({ length: 40 }, (_, index): Happening => {
    const at = start + chance.whole(1, scriptDays * 1440) * minute
    const who = chance.pick([...friends, `new${index}@fresh.example`])
    const old = chance.pick(ids)
    const id = named(5000 + index)
    const daysAgo = (start - at) / day
    const deeds: readonly ((mailbox: Mailbox) => void)[] = [
      (box) => box.deliver(letterOf({ id, to: who, daysAgo })),
      (box) => box.deliver(letterOf({ id, from: who, daysAgo })),
      (box) => box.deliver(letterOf({ id, from: who, to: `${ann.address}, ${friends[0]}`, daysAgo })),
      (box) => box.remove(old),
      (box) => box.relabel(old, { add: ['TRASH'] }),
      (box) => box.relabel(old, { remove: ['TRASH'] }),
      (box) => box.putMeeting(meetingOf(`new${index}`, daysAgo + chance.whole(-9, 3), [who])),
      (box) => box.putMeeting(meetingOf(`meeting${index % 12}`, 5, [who], { status: 'cancelled' })),
      (box) => box.putMeeting(meetingOf(`meeting${index % 12}`, index, chance.sample(friends, 2))),
    ]
    const happens = chance.pick(deeds)
    return { at, happens }
  }).sort((a, b) => a.at - b.at)
  return { mailbox, happenings }
}
