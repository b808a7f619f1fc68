/** Womit eine Nachricht nach einer Pause endet: eine leichte Frage, höchstens ein Angebot. */
import type { AskName, Texts } from '../../language.ts'

const news: Texts = {
  warm: [
    'Wie geht es dir, und was treibst du gerade so?',
    'Was gibt es Neues bei dir? Ich hoffe, dir geht es gut.',
    'Wie läuft es bei dir? Ich würde mich freuen, mal wieder von dir zu hören.',
    'Wie geht’s dir zurzeit? Ich bin gespannt, was du so machst.',
    'Was machst du gerade so? Ich hoffe, es geht dir gut.',
    'Wie ist es dir in letzter Zeit ergangen?',
    'Was ist bei dir gerade los? Ich hoffe, alles ist gut.',
    'Alles gut bei dir? Ich freue mich, von dir zu hören.',
  ],
  brief: [
    'Wie geht es dir?',
    'Was treibst du gerade so?',
    'Wie läuft es bei dir zurzeit?',
    'Was gibt es Neues bei dir?',
    'Wie geht’s dir so?',
    'Was ist bei dir zurzeit so los?',
    'Alles gut bei dir?',
    'Was machst du gerade so?',
  ],
  formal: [
    'Wie geht es Ihnen? Ich würde mich freuen, wieder einmal von Ihnen zu hören.',
    'Ich hoffe, es geht Ihnen gut, und würde mich freuen, von Ihnen zu hören.',
    'Wie geht es Ihnen, und woran arbeiten Sie zurzeit?',
    'Mich würde interessieren, wie es Ihnen geht und woran Sie gerade arbeiten.',
    'Wie läuft es bei Ihnen zurzeit?',
    'Wie geht es Ihnen zurzeit? Ich hoffe, bei Ihnen ist alles in Ordnung.',
    'Ich würde gern hören, wie es Ihnen geht und was es Neues gibt.',
    'Was gibt es bei Ihnen Neues? Ich hoffe, es geht Ihnen gut.',
  ],
}

const catchUp: Texts = {
  warm: [
    'Wie geht es dir? Hast du in den nächsten Wochen mal Zeit für einen Kaffee oder ein Telefonat?',
    'Was treibst du gerade so? Lass uns doch bald mal wieder telefonieren, wenn du magst.',
    'Wie läuft es bei dir? Ich würde mich freuen, mal wieder von dir zu hören.',
    'Magst du demnächst mal einen Kaffee trinken gehen oder telefonieren? Ich bin gespannt, wie es dir geht.',
    'Was gibt es Neues bei dir? Vielleicht klappt es ja bald mal auf einen Kaffee oder am Telefon.',
    'Wie geht’s dir, und was machst du gerade? Ich freue mich, von dir zu hören.',
    'Hast du Lust, in den nächsten zwei Wochen mal zu telefonieren? Ich würde gern hören, was du so machst.',
    'Was machst du gerade so? Ich würde gern mal wieder mit dir telefonieren.',
    'Wie geht es dir? Ich hoffe, bei dir ist alles gut.',
    'Was ist bei dir so los? Ich würde gern mal wieder hören, wie es dir geht.',
    'Wie geht’s dir so? Ich hätte Lust, mal wieder länger mit dir zu reden.',
  ],
  brief: [
    'Wie geht es dir?',
    'Hast du in den nächsten Wochen Zeit für einen Kaffee oder ein kurzes Telefonat?',
    'Wollen wir demnächst mal wieder telefonieren?',
    'Was treibst du gerade so?',
    'Was gibt es Neues bei dir?',
    'Wie läuft es bei dir?',
    'Wie geht’s dir, und hast du bald mal Zeit für ein Telefonat?',
    'Wie geht’s dir so?',
    'Was machst du gerade so?',
  ],
  formal: [
    'Wie geht es Ihnen? Ich würde mich gern wieder einmal kurz mit Ihnen austauschen, wenn es Ihnen passt.',
    'Hätten Sie in den nächsten Wochen Zeit für ein kurzes Telefonat?',
    'Ich würde mich freuen, bald wieder mit Ihnen zu sprechen, am Telefon oder bei einem Kaffee.',
    'Woran arbeiten Sie zurzeit? Wenn Sie mögen, telefonieren wir in den nächsten Wochen einmal.',
    'Wie läuft es bei Ihnen? Ich würde mich freuen, von Ihnen zu hören.',
    'Ich hoffe, es geht Ihnen gut. Passt Ihnen in den nächsten Wochen ein kurzes Telefonat?',
    'Wie geht es Ihnen? Wenn Sie mögen, telefonieren wir demnächst einmal.',
    'Wie geht es Ihnen, und woran arbeiten Sie zurzeit?',
    'Was gibt es bei Ihnen Neues? Ich hoffe, es geht Ihnen gut.',
    'Wie geht es Ihnen? Ich würde mich freuen, wieder einmal von Ihnen zu hören.',
  ],
}

const afterTopic: Texts = {
  warm: [
    'Und wie geht es dir sonst? Vielleicht klappt es ja bald mal auf einen Kaffee oder am Telefon.',
    'Ich bin gespannt und würde auch gern hören, wie es dir sonst geht.',
    'Und wie geht es dir sonst so? Ich hoffe, alles ist gut.',
    'Und was gibt es sonst Neues bei dir?',
    'Ich hoffe, dir geht es gut! Magst du demnächst mal telefonieren?',
    'Und wie läuft es sonst bei dir? Ich freue mich, von dir zu hören.',
    'Mich würde auch interessieren, wie es dir sonst geht.',
    'Lass uns doch bald mal wieder telefonieren, wenn du magst.',
  ],
  brief: [
    'Und wie geht es dir sonst so?',
    'Ich bin gespannt – und hoffe, dir geht es gut.',
    'Und was gibt es sonst Neues bei dir?',
    'Magst du demnächst mal kurz telefonieren?',
    'Und wie läuft es sonst bei dir?',
    'Und wie geht’s dir?',
    'Ich hoffe, bei dir ist sonst alles gut.',
    'Lass uns doch bald mal wieder telefonieren, wenn du magst.',
  ],
  formal: catchUp.formal,
}

type Ask = 'news' | 'catch_up' | 'after_topic' | 'outcome' | 'years' | 'second_door'

export const germanSilenceAsks: Readonly<Record<Extract<AskName, Ask>, Texts>> = {
  second_door: {
    warm: [
      'Ich würde gern hören, wie es dir geht.',
      'Ich würde mich freuen, von dir zu hören.',
      'Mich interessiert, was du so machst.',
      'Es wäre schön, mal wieder zu reden.',
      'Sag einfach, wann es dir passt.',
      'Ich bin gespannt, was es bei dir Neues gibt.',
      'Das würde mich sehr freuen.',
    ],
    brief: [
      'Ich würde gern hören, wie es dir geht.',
      'Ich würde mich freuen, von dir zu hören.',
      'Mich interessiert, was du so machst.',
      'Es wäre schön, mal wieder zu reden.',
      'Sag einfach, wann es dir passt.',
      'Ich bin gespannt, was es bei dir Neues gibt.',
      'Das würde mich sehr freuen.',
    ],
    formal: [
      'Ich würde gern hören, wie es Ihnen geht.',
      'Ich würde mich freuen, von Ihnen zu hören.',
      'Über ein paar Minuten würde ich mich freuen.',
      'Es wäre schön, wieder einmal zu sprechen.',
      'Geben Sie mir gern Bescheid, wann es Ihnen passt.',
      'Ich bin gespannt, was es bei Ihnen Neues gibt.',
      'Das würde mich sehr freuen.',
    ],
  },
  news,
  catch_up: catchUp,
  after_topic: afterTopic,
  outcome: {
    warm: [
      'Was ist daraus geworden, und wie geht es dir? Ich würde mich freuen, von dir zu hören.',
      'Wie ist das eigentlich ausgegangen? Und wie geht es dir heute?',
      'Erzähl mal, wie es weiterging – und natürlich, wie es dir geht.',
      'Wie ging es damit weiter, und was machst du inzwischen?',
      'Ich habe nie gehört, wie es ausgegangen ist. Wie geht es dir?',
      'Was ist am Ende daraus geworden? Ich bin gespannt, und wüsste gern, wie es dir geht.',
      'Wie geht es dir, und was wurde daraus? Ich freue mich, von dir zu hören.',
      'Mich würde interessieren, was daraus geworden ist – und wie es dir so geht.',
    ],
    brief: [
      'Was ist daraus geworden, und wie geht es dir?',
      'Wie ist das eigentlich ausgegangen, und wie geht es dir?',
      'Wie ging es damit weiter, und was machst du inzwischen?',
      'Erzähl mal, wie es weiterging und wie es dir geht.',
      'Ich habe nie gehört, wie es ausgegangen ist – und wie geht es dir?',
      'Was wurde am Ende daraus, und was gibt es Neues bei dir?',
      'Wie geht es dir, und was ist daraus geworden?',
      'Mich würde interessieren, was daraus wurde und wie es dir geht.',
    ],
    formal: catchUp.formal,
  },
  years: news,
}
