/**
 * Guests of a meeting that are no people although their calendar says nothing of the kind: programs that take notes or record, rooms
 * and things invited like anybody else, and groups. Told by the name they were given, or by the address. Pure.
 */
import { type Address, domainOf, localPartOf } from '../model/address.ts'

export const isNobody = ({ name, address }: Address): boolean => {
  if (calendarHost.test(domainOf(address))) return true
  const local = localPartOf(address).replace(/[._-]+/g, ' ')
  if (isProgram(name) || isProgram(local) || serviceAddress.test(address)) return true
  return name === '' ? isRoom(local) || groupLocalPart.test(local) : isRoom(name) || groupName.test(name)
}

/** Google's calendars of rooms, of groups and of what was imported. */
const calendarHost = /^(?:resource|group|group\.v|import)\.calendar\.google\.com$/

const isProgram = (text: string): boolean => programs.some((program) => program.test(text))

const programs: readonly RegExp[] = [
  // "Bo's Notetaker (Otter)".
  /\bnote[- ]?taker\b|\bnotetaking\b/i,
  // "AI Meeting Assistant", "Meeting Bot".
  /\b(?:ai|meeting|call|video|zoom|teams) (?:meeting )?(?:assistant|recorder|bot|notes|scribe|transcriber|companion)\b/i,
  // "Fireflies Recorder", "tl;dv recorder".
  /^(?:[\p{L};]+ )?(?:recorder|transcriber)$/iu,
  // "Ada's Otter.ai", "Read AI".
  /(?:^|['’]s )(?:otter|fireflies|read|fathom|sembly|krisp|avoma|notta|circleback|jamie)[. ]ai\b/i,
  /^(?:otter ?pilot|fathom|meetgeek|tl;?dv|sembly agent|avoma assistant|microsoft copilot)$/i,
]

/** Addresses from which services that take notes join meetings; whoever works there has another. */
const serviceAddress =
  /^(?:fred|notes?|notetaker|assistant|bot|record(?:er|ing)?|pilot|meet)@(?:[^@]+\.)?(?:otter\.ai|fireflies\.ai|read\.ai|fathom\.(?:video|ai)|tldv\.io|meetgeek\.ai|fellow\.(?:app|ai)|grain\.com|sembly\.ai|avoma\.com|gong\.io|chorus\.ai|circleback\.ai)$/

const isRoom = (text: string): boolean => rooms.some((room) => room.test(text))

const rooms: readonly RegExp[] = [
  // "Attic (12 seats)": a number of seats makes any name one.
  /\(\d+ (?:seats?|people|persons?|plätze|personen|places|plazas|posti|pers\.)\)/i,
  // "Boardroom 2", "Small Conference Room", "Meeting-Room-5".
  /^(?:\p{L}+ )?(?:board|meeting|conf(?:erence)?|class|huddle|zoom|teams)[- ]?rooms?(?:[- \d]|$)/iu,
  // "Room 4", "Raum 4.12", "room4".
  /^(?:room|raum|zimmer|salle|sala|zaal|rum|rom|lokale|huddle|zasedačka|oda)[- ]?[a-z]?\d[\w.]*$/iu,
  /^(?:\p{L}+ )?(?:besprechungs|konferenz|sitzungs|meeting|schulungs|seminar)(?:raum|zimmer|saal)(?: |$)/iu,
  /^(?:sala|salle|zaal|sal) (?:de |d')?(?:reuni\p{L}+|réunion|juntas|conf\p{L}+|riunion\p{L}+|konferenc\p{L}+|vergader\p{L}+)/iu,
  /^(?:vergaderzaal|vergaderruimte|konferensrum|mötesrum|møterom|mødelokale|kokoushuone|neuvotteluhuone|tárgyaló|toplantı odası)(?: |$)/iu,
  /会議室|会议室|會議室|회의실|переговорн|конференц-зал/iu,
  // Things are booked as rooms are.
  /^(?:projector|beamer|auditorium|aula|videoconference|polycom)(?: [a-z]?\d+| [a-z])?$/iu,
]

/** "Team Berlin", "All Hands", "Marketing Team". */
const groupName =
  /^team(?: [\p{L}\d-]+)+$|^all (?:hands|staff|company|employees|members)\b|^alle (?:mitarbeit|kolleg|mitglied|beschäftigt)\p{L}+|^(?:everyone|everybody)$|^[\p{L}\d&-]+(?: [\p{L}\d&-]+)* (?:team|group|committee|department|mailing list|distribution list)$/iu

const groupLocalPart = /^(?:team|all|alle|everyone|everybody|staff)(?: [a-z\d]+)*$/
