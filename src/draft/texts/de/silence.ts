/** Anfänge nach einer Pause, einer kurzen oder langen. Nach der Anrede geht es klein weiter. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Silence =
  | 'topic'
  | 'topic_later'
  | 'topic_long'
  | 'since'
  | 'long'
  | 'of_two'
  | 'plain'
  | 'in_copy'
  | 'second_door'
  | 'soon'
  | 'hello'

const catchingUp = {
  informal: ['Wie geht’s?', 'Was gibt’s Neues?', 'Mal wieder melden', 'Lange nicht gehört'],
  formal: ['Wie geht es Ihnen?', 'Kurzer Austausch', 'In Kontakt bleiben'],
} as const

export const germanSilence: Readonly<Record<Extract<FamilyName, Silence>, Family>> = {
  topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'was macht eigentlich {topic}?',
        'wie läuft es eigentlich mit {oblique}?',
        'gibt es Neuigkeiten zu {oblique}?',
        'ich wollte schon länger fragen, wie es mit {oblique} läuft.',
        'wie weit ist {topic} inzwischen?',
        'mich würde interessieren, wie es mit {oblique} vorangeht.',
        'wie steht es denn um {object}?',
      ],
      ['ich wollte fragen, wie es mit {oblique} vorangeht.'],
    ),
    asks: 'after_topic',
  },
  topic_later: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'was ist eigentlich aus {oblique} geworden?',
        'wie ging es denn mit {oblique} weiter?',
        'ich habe mich gefragt, was aus {oblique} geworden ist.',
        'wir haben länger nichts voneinander gehört – was macht eigentlich {topic}?',
        'wie steht es inzwischen um {object}?',
        'ich wollte schon länger fragen, wie es mit {oblique} weiterging.',
        'gibt es Neues zu {oblique}?',
      ],
      ['{sinceBare}, und das ist eine Weile her.'],
    ),
    asks: 'after_topic',
  },
  topic_long: {
    subjects: { informal: ['{Title}', 'Lange her!'], formal: ['Lange nicht gehört'] },
    openings: openingWith(
      [
        '{sinceIt} – das ist schon {duration} her!',
        '{sinceIt}, und das ist jetzt {duration} her.',
        'ich melde mich nach langer Zeit mal wieder: {SinceIt}, und das ist {duration} her.',
        'wie die Zeit vergeht – {sinceIt}, und das ist {duration} her.',
        '{sinceIt} – ist das wirklich schon {duration} her?',
        'ich weiß, es ist lange her: {SinceIt}.',
        'unglaublich: {SinceIt}, und das ist {duration} her.',
      ],
      ['{sinceIt}, und das ist {duration} her.'],
    ),
    asks: 'outcome',
  },
  since: {
    subjects: catchingUp,
    openings: openingWith(
      [
        '{sinceIt} – wie ist es dir seitdem ergangen?',
        '{sinceIt}, und ich wollte mal hören, wie es dir seitdem geht.',
        'wir haben {sinceMonth} nichts voneinander gehört, das würde ich gern ändern.',
        '{sinceIt} – das ist schon wieder eine ganze Weile her.',
        'mir ist gerade aufgefallen, dass wir {sinceMonth} nichts voneinander gehört haben.',
        '{sinceIt}, und das ist mir eindeutig zu lange her.',
        'ich glaube, wir haben {sinceMonth} nichts voneinander gehört.',
        'haben wir wirklich {sinceMonth} nichts voneinander gehört?',
        'wir haben {fewWeeks} nichts voneinander gehört, da wollte ich mich mal melden.',
        'lange nichts voneinander gehört!',
        'ich wollte mich schon länger mal wieder melden.',
        'es wird Zeit, dass ich mich mal wieder melde.',
        'wir haben schon eine Weile nichts voneinander gehört.',
        'ich wollte mal wieder von mir hören lassen.',
        'ich wollte schon länger fragen, wie es dir geht.',
        'jetzt melde ich mich mal wieder.',
      ],
      [
        '{sinceIt} – wie ist es Ihnen seitdem ergangen?',
        '{sinceIt}, und ich wollte hören, wie es Ihnen seitdem geht.',
        'wir haben {sinceMonth} nichts voneinander gehört, und ich würde gern in Kontakt bleiben.',
        '{sinceIt}, und das ist schon eine Weile her.',
        'mir ist aufgefallen, dass wir {sinceMonth} nichts voneinander gehört haben.',
        '{sinceIt} – seitdem ist einige Zeit vergangen.',
        'da wir {sinceMonth} nichts voneinander gehört haben, wollte ich mich bei Ihnen melden.',
        'ich glaube, wir haben {sinceMonth} nicht mehr voneinander gehört.',
        'wir haben {fewWeeks} nichts voneinander gehört, deshalb melde ich mich kurz.',
        'ich wollte mich schon länger wieder einmal bei Ihnen melden.',
        'wir haben eine Weile nichts voneinander gehört.',
        'ich möchte mich gern wieder einmal bei Ihnen melden.',
        'ich würde gern mit Ihnen in Kontakt bleiben.',
        'es ist eine Weile her, dass wir voneinander gehört haben.',
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
        'wir haben {duration} nichts voneinander gehört, das ist viel zu lange!',
        'kaum zu glauben, dass wir {duration} nichts voneinander gehört haben.',
        'ich melde mich nach langer Zeit mal wieder – wir haben {duration} nichts voneinander gehört.',
        'wie die Zeit vergeht! Wir haben {duration} nichts voneinander gehört.',
        'mir ist neulich aufgefallen, dass wir {duration} nichts voneinander gehört haben.',
        'es ist {duration} her, dass wir voneinander gehört haben.',
        '{sinceIt} – ist das wirklich schon {duration} her?',
      ],
      [
        'es ist inzwischen {duration} her, dass wir voneinander gehört haben.',
        'mir ist kürzlich aufgefallen, dass wir {duration} nichts voneinander gehört haben.',
        'nach langer Zeit melde ich mich wieder einmal bei Ihnen; wir haben {duration} nichts voneinander gehört.',
        'wir haben {duration} nichts voneinander gehört, und das würde ich gern ändern.',
        '{sinceIt}, und das ist inzwischen {duration} her.',
        'ich melde mich wieder einmal bei Ihnen, denn wir haben {duration} nichts voneinander gehört.',
        'da wir {duration} nichts voneinander gehört haben, möchte ich mich gern wieder einmal melden.',
      ],
    ),
    asks: 'catch_up',
  },
  of_two: {
    subjects: catchingUp,
    openings: openingWith(
      [
        '{seen}, aber zu zweit haben wir schon länger nicht mehr geredet.',
        '{seen}, aber richtig ausgetauscht haben wir uns länger nicht.',
        '{seen}, zum Reden sind wir aber schon länger nicht gekommen.',
        '{seen}, aber wie es dir geht, weiß ich gar nicht.',
        'wir haben schon länger nicht mehr zu zweit geredet.',
        'mir ist aufgefallen, dass wir schon länger nicht mehr richtig geredet haben.',
        'es wäre schön, mal wieder in Ruhe zu reden.',
        'ich wollte mich schon länger mal wieder in Ruhe bei dir melden.',
      ],
      [
        '{seen}, aber zu zweit haben wir länger nicht mehr gesprochen.',
        '{seen}, aber zu einem Gespräch sind wir länger nicht gekommen.',
        'wir haben schon länger nicht mehr zu zweit gesprochen.',
        'mir ist aufgefallen, dass wir schon länger nicht mehr in Ruhe gesprochen haben.',
        'es wäre schön, wieder einmal in Ruhe mit Ihnen zu sprechen.',
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
        'lange nichts voneinander gehört!',
        'ich wollte mich schon länger mal wieder melden.',
        'es ist schon eine ganze Weile her, dass wir voneinander gehört haben.',
        'wir haben schon eine Weile nichts voneinander gehört.',
        'es wird Zeit, dass ich mich mal wieder melde.',
        'mir ist aufgefallen, dass wir schon länger nichts voneinander gehört haben.',
        'ich weiß, ich habe mich lange nicht gemeldet.',
      ],
      [
        'wir haben schon länger nichts voneinander gehört.',
        'ich wollte mich schon länger wieder einmal bei Ihnen melden.',
        'es ist eine Weile her, dass wir voneinander gehört haben.',
        'mir ist aufgefallen, dass wir länger nichts voneinander gehört haben.',
        'ich habe mich eine Weile nicht bei Ihnen gemeldet.',
        'ich würde gern mit Ihnen in Kontakt bleiben.',
        'ich möchte mich gern wieder einmal bei Ihnen melden.',
      ],
    ),
    asks: 'catch_up',
  },
  soon: {
    subjects: {
      informal: ['Kurzes Hallo', 'Wie läuft’s?', 'Wie geht’s?'],
      formal: ['Kurzer Gruß', 'In Kontakt bleiben'],
    },
    openings: openingWith(
      [
        '{sinceIt} – wie ist es dir seitdem ergangen?',
        '{sinceIt}, und ich wollte mal hören, wie es dir seitdem geht.',
        '{sinceIt}, da wollte ich mich mal wieder melden.',
        'wir haben {fewWeeks} nichts voneinander gehört, da wollte ich mich kurz melden.',
        'ich dachte, ich melde mich mal, wir haben ja {fewWeeks} nichts voneinander gehört.',
        'nur ein kurzes Hallo von mir.',
        'ich wollte mich nur mal kurz melden.',
        'ich wollte mal hören, wie es bei dir läuft.',
        'ich wollte nur mal kurz Hallo sagen.',
        'ein kurzer Gruß von mir.',
        'ich dachte, ich melde mich mal kurz.',
      ],
      [
        '{sinceIt} – wie ist es Ihnen seitdem ergangen?',
        '{sinceIt}, und ich wollte hören, wie es Ihnen seitdem geht.',
        '{sinceIt}, und ich würde gern in Kontakt bleiben.',
        'wir haben {fewWeeks} nichts voneinander gehört, deshalb melde ich mich kurz.',
        'ich wollte mich kurz bei Ihnen melden.',
        'nur ein kurzer Gruß von mir.',
        'ich wollte Ihnen kurz schreiben.',
        'ich melde mich heute nur mit ein paar Zeilen.',
        'ich möchte gern mit Ihnen in Kontakt bleiben.',
        'heute nur ein kurzer Gruß.',
        'ich wollte kurz von mir hören lassen.',
      ],
    ),
    asks: 'news',
  },
  in_copy: {
    subjects: {
      informal: ['Kurzes Hallo', 'Wie geht’s?', 'Was gibt’s Neues?'],
      formal: ['Kurzer Gruß', 'Kurze Nachricht'],
    },
    openings: openingWith(
      [
        'wir stehen öfter in denselben Mails, da wollte ich mal direkt Hallo sagen.',
        'wir lesen uns sonst nur in Kopie, deshalb heute mal direkt.',
        'sonst schreiben wir uns nur im CC, also sage ich mal direkt Hallo.',
        'wir waren schon in einigen Mails zusammen, da wollte ich mich mal melden.',
        'ich schreibe dir mal direkt und nicht nur in Kopie.',
        'dein Name steht oft in unseren Gruppenmails, da wollte ich mal Hallo sagen.',
        'meistens sind wir nur in Kopie zusammen – heute schreibe ich dir mal direkt.',
      ],
      [
        'wir stehen öfter in denselben E-Mails, daher wollte ich mich einmal direkt bei Ihnen melden.',
        'da wir meist nur in Kopie voneinander lesen, wollte ich Ihnen einmal direkt schreiben.',
        'ich schreibe Ihnen heute einmal direkt und nicht nur in Kopie.',
        'wir waren schon an einigen E-Mails gemeinsam beteiligt, und ich wollte mich einmal melden.',
        'bisher haben wir uns vor allem in Gruppenmails gelesen, daher melde ich mich einmal direkt.',
        'Ihr Name steht oft in unseren Gruppenmails, und ich wollte Sie gern einmal direkt grüßen.',
        'ich wollte mich einmal direkt bei Ihnen melden, da wir sonst nur in Kopie in Kontakt sind.',
      ],
    ),
    asks: 'news',
  },
  second_door: {
    subjects: {
      informal: ['Kurz telefonieren?', 'Ein kurzer Anruf?'],
      formal: ['Ein kurzes Telefonat?', 'Kurz telefonieren?'],
    },
    openings: openingWith(
      [
        'hast du demnächst mal Zeit für ein kurzes Telefonat?',
        'wollen wir mal kurz telefonieren?',
        'passt dir in diesem Monat mal ein kurzer Anruf?',
        'hättest du mal zehn Minuten für ein Telefonat?',
        'darf ich dich mal kurz anrufen?',
        'hast du Lust, mal kurz zu telefonieren?',
        'wann würde dir ein kurzer Anruf passen?',
      ],
      [
        'hätten Sie demnächst Zeit für ein kurzes Telefonat?',
        'würde Ihnen in diesem Monat ein kurzes Telefonat passen?',
        'dürfte ich Sie in den nächsten Wochen einmal kurz anrufen?',
        'wären zehn Minuten für ein Telefonat möglich?',
        'ich würde gern kurz mit Ihnen telefonieren. Wann würde es Ihnen passen?',
        'wann würde Ihnen ein kurzer Anruf passen?',
        'könnten wir demnächst einmal kurz telefonieren?',
      ],
    ),
    asks: 'second_door',
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
        'ich wollte mal hören, wie es bei dir läuft.',
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
        'ich wollte kurz von mir hören lassen.',
      ],
    ),
    asks: 'news',
  },
}
