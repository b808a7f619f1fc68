/**
 * Guests of a meeting that are no people although their calendar says nothing of the kind: programs that take notes or record,
 * and rooms invited like anybody else. Told by the name they were given, or by the local part of the address. Pure.
 */
import type { Address } from '../model/address.ts'

export const isNobody = ({ name, spelling }: Address): boolean => {
  const local = spelling.slice(0, spelling.lastIndexOf('@')).replace(/[._-]+/g, ' ')
  return isProgram.test(name) || isRoom.test(name) || isProgram.test(local) || (name === '' && isRoom.test(local))
}

/** "Bo's Notetaker (Otter)", "AI Meeting Assistant", "Fireflies Recorder", "Meeting Bot". */
const isProgram =
  /\bnote[- ]?taker\b|\bnotetaking\b|\b(?:ai|meeting|call|video|zoom|teams) (?:meeting )?(?:assistant|recorder|bot|notes|scribe|transcriber|companion)\b|^(?:\p{L}+ )?(?:recorder|transcriber)$/iu

/** "Boardroom 2 (8 seats)", "Meeting Room 4.12", "Besprechungsraum Nord", "Sala de reuniones". A number of seats makes any name one. */
const isRoom =
  /^(?:(?:small|large|big|main|\p{L}+) )?(?:board|meeting|conference|class|huddle) ?rooms?(?: |$)|^(?:\p{L}+ )?(?:besprechungs|konferenz|sitzungs|meeting|schulungs)(?:raum|zimmer|saal)(?: |$)|^(?:sala|salle|zaal|sal) (?:de |d')?(?:reuni\p{L}+|r\u00e9union|conf\p{L}+|riunion\p{L}+|vergader\p{L}+)|^vergaderzaal\b|\(\d+ (?:seats?|people|persons?|pl\u00e4tze|personen|places|plazas|posti|pers\.)\)/iu
