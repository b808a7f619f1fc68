/** Anfänge nach einer Pause, einer kurzen oder langen. Nach der Anrede geht es klein weiter. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Silence = 'topic' | 'topic_later' | 'topic_long' | 'since' | 'long' | 'of_two' | 'plain' | 'soon' | 'hello'

const catchingUp = {
  informal: ['Mal wieder melden', 'Wie geht’s?', 'Lange nicht gehört', 'Was gibt’s Neues?', 'Kaffee oder Telefon?'],
  formal: ['Kurzer Austausch', 'Lange nicht gehört', 'Wieder einmal sprechen', 'Telefonat'],
} as const

const topicOpenings = [
  'was macht eigentlich {topic}?',
  'wie läuft es eigentlich mit {oblique}?',
  'gibt es Neuigkeiten zu {oblique}?',
  'ich wollte schon länger fragen, wie es mit {oblique} läuft.',
  'wie weit ist {topic} inzwischen?',
  'mich würde interessieren, wie es mit {oblique} vorangeht.',
  'wie steht es denn um {object}?',
] as const

export const germanSilence: Readonly<Record<Extract<FamilyName, Silence>, Family>> = {
  topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(topicOpenings, ['{since}.']),
    asks: 'after_topic',
  },
  topic_later: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'was ist eigentlich aus {oblique} geworden?',
        'wie ging es denn mit {oblique} weiter?',
        'ich habe mich gefragt, was aus {oblique} geworden ist.',
        'was macht eigentlich {topic}? Wir haben länger nicht darüber {talked}.',
        'wie steht es inzwischen um {object}?',
        'ich wollte schon länger fragen, wie es mit {oblique} weiterging.',
        'gibt es Neues zu {oblique}? Ist ja schon eine Weile her.',
      ],
      ['{since}.'],
    ),
    asks: 'after_topic',
  },
  topic_long: {
    subjects: { informal: ['{Title}', 'Lange her!'], formal: ['Lange nicht gehört'] },
    openings: openingWith(
      [
        '{since} – das ist schon {duration} her!',
        'kaum zu glauben – {since}, und das ist schon {duration} her.',
        'jetzt melde ich mich nach langer Zeit mal wieder – {since}.',
        'wie die Zeit vergeht – {since}, und das ist {duration} her.',
        '{since} – ist das wirklich schon {duration} her?',
        'lange nichts gehört! Zuletzt ging es {when} um {object}.',
        'ich weiß, es ist lange her – {since}.',
      ],
      ['{since}, und das ist {duration} her.'],
    ),
    asks: 'outcome',
  },
  since: {
    subjects: catchingUp,
    openings: openingWith(
      [
        '{since} – schon wieder eine ganze Weile her.',
        'ich wollte mich schon länger mal wieder melden – {since}.',
        'mir ist gerade aufgefallen, dass wir zuletzt {when} voneinander gehört haben.',
        'wie die Zeit vergeht – {since}, und das ist schon {longer} her.',
        '{since}, und das ist mir eindeutig zu lange her.',
        'es wird Zeit, dass ich mich mal wieder melde – {since}.',
        '{since} – ist das wirklich schon {longer} her?',
        'wir haben {when} zuletzt voneinander gehört, da wird es mal wieder Zeit.',
      ],
      [
        '{since}, und ich würde gern mit Ihnen in Kontakt bleiben.',
        '{since}, und das ist schon eine Weile her.',
        'mir ist aufgefallen, dass wir zuletzt {when} voneinander gehört haben.',
        'ich wollte mich schon länger wieder einmal bei Ihnen melden – {since}.',
        'unser letzter Kontakt war {when}, und seitdem ist einige Zeit vergangen.',
        '{since} – das ist schon {longer} her.',
        'ich möchte mich gern wieder einmal bei Ihnen melden – {since}.',
      ],
    ),
    asks: 'catch_up',
  },
  long: {
    subjects: {
      informal: ['Lange her!', 'Wie geht’s?', 'Lange nicht gehört', 'Mal wieder melden', 'Was gibt’s Neues?'],
      formal: ['Lange nicht gehört', 'Wieder einmal melden', 'Nach langer Zeit'],
    },
    openings: openingWith(
      [
        '{since} – das ist schon {duration} her, viel zu lange!',
        'kaum zu glauben – {since}, und das ist schon {duration} her.',
        'ich melde mich aus heiterem Himmel, ich weiß – {since}.',
        'wie die Zeit vergeht! {Since}, und das ist {duration} her.',
        'mir ist neulich aufgefallen, wie lange wir nichts voneinander gehört haben – {duration}!',
        'wir haben {duration} nichts voneinander gehört, das ist viel zu lange.',
        '{since} – ist das wirklich schon {duration} her?',
      ],
      [
        '{since}, und das ist inzwischen {duration} her.',
        'unser letzter Kontakt ist schon {duration} her.',
        'mir ist kürzlich aufgefallen, dass unser letzter Kontakt schon {duration} her ist.',
        'ich melde mich nach langer Zeit wieder einmal bei Ihnen – {since}.',
        'wir haben lange nichts voneinander gehört, und das würde ich gern ändern.',
        'nach so langer Zeit möchte ich mich gern wieder einmal melden – {since}.',
        'ich wollte mich schon lange wieder bei Ihnen melden – {since}.',
      ],
    ),
    asks: 'catch_up',
  },
  of_two: {
    subjects: catchingUp,
    openings: openingWith(
      [
        '{seen}, aber zu zweit haben wir schon länger nicht mehr geredet.',
        'wir haben schon länger nicht mehr zu zweit geredet.',
        'mir ist aufgefallen, dass wir zu zweit lange nicht mehr geredet haben.',
        'es wäre schön, mal wieder in Ruhe zu zweit zu reden.',
        '{seen}, aber richtig ausgetauscht haben wir uns länger nicht.',
        'ich wollte mich schon länger mal wieder in Ruhe bei dir melden.',
        'in großer Runde kommt man ja kaum zum Reden, deshalb melde ich mich mal so.',
      ],
      [
        '{seen}, aber zu zweit haben wir länger nicht mehr gesprochen.',
        'wir haben schon länger nicht mehr zu zweit gesprochen.',
        'mir ist aufgefallen, dass wir zu zweit lange nicht mehr gesprochen haben.',
        'es wäre schön, wieder einmal in Ruhe mit Ihnen zu sprechen.',
        '{seen}, aber zu einem Gespräch sind wir länger nicht gekommen.',
        'ich wollte mich schon länger wieder einmal persönlich bei Ihnen melden.',
        'ich würde mich gern wieder einmal in Ruhe mit Ihnen austauschen.',
      ],
    ),
    asks: 'catch_up',
  },
  plain: {
    subjects: catchingUp,
    openings: openingWith(
      [
        'wir haben viel zu lange nichts voneinander gehört.',
        'ich wollte mich schon länger mal wieder melden.',
        'es ist schon eine ganze Weile her, dass wir voneinander gehört haben.',
        'lange nichts voneinander gehört!',
        'es wird Zeit, dass ich mich mal wieder melde.',
        'mir ist aufgefallen, dass wir schon länger nichts voneinander gehört haben.',
        'ich weiß, ich habe mich lange nicht gemeldet.',
      ],
      [
        'wir haben schon länger nichts voneinander gehört.',
        'ich wollte mich schon länger wieder einmal bei Ihnen melden.',
        'es ist eine Weile her, dass wir voneinander gehört haben.',
        'mir ist aufgefallen, dass wir länger nicht in Kontakt waren.',
        'ich habe mich eine Weile nicht bei Ihnen gemeldet.',
        'unser letzter Kontakt liegt schon eine Weile zurück.',
        'ich möchte mich gern wieder einmal bei Ihnen melden.',
      ],
    ),
    asks: 'catch_up',
  },
  soon: {
    subjects: { informal: ['Kurze Frage', 'Kurzes Hallo', 'Wie läuft’s?'], formal: ['Kurze Nachfrage', 'Kurzer Gruß'] },
    openings: openingWith(
      [
        'wie ist es dir ergangen? {Since}.',
        'wie läuft es bei dir? {Since}.',
        '{since} – was gibt es seitdem Neues bei dir?',
        '{since} – wie läuft es seitdem bei dir?',
        'was gibt es Neues? {Since}.',
        'wie geht es dir? {Since}.',
        'ich wollte kurz hören, wie es dir geht.',
      ],
      [
        'ich wollte mich kurz erkundigen, wie es Ihnen geht.',
        'wie geht es Ihnen? {Since}.',
        '{since}. Wie ist es Ihnen seitdem ergangen?',
        '{since}. Wie läuft es seitdem bei Ihnen?',
        'ich hoffe, es geht Ihnen gut. {Since}.',
        'wie läuft es bei Ihnen? {Since}.',
        'ich wollte kurz nachfragen, wie es bei Ihnen läuft.',
      ],
    ),
    asks: 'soon',
  },
  hello: {
    subjects: {
      informal: ['Kurzes Hallo', 'Wie geht’s?', 'Was gibt’s Neues?'],
      formal: ['Kurzer Gruß', 'Kurze Nachricht'],
    },
    openings: openingWith(
      [
        'nur ein kurzes Hallo von mir.',
        'ich dachte, ich melde mich mal kurz.',
        'ich musste gerade an dich denken.',
        'ich wollte nur mal kurz Hallo sagen.',
        'ein kurzer Gruß von mir.',
        'ich wollte mich mal wieder melden.',
        'ein kurzes Lebenszeichen von mir.',
      ],
      [
        'ich wollte mich kurz bei Ihnen melden.',
        'nur ein kurzer Gruß von mir.',
        'ich möchte gern mit Ihnen in Kontakt bleiben.',
        'ich melde mich heute nur mit ein paar Zeilen.',
        'ich wollte Ihnen kurz schreiben.',
        'ich möchte mich wieder einmal bei Ihnen melden.',
        'heute nur ein kurzes Wort von mir.',
      ],
    ),
    asks: 'news',
  },
}
