/** Anfänge, wenn sich etwas geändert hat oder jährt, und wenn zwei sich kennen sollten. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Change = 'company' | 'address' | 'bounced' | 'years' | 'their_turn' | 'introduction'

const howAreThings = {
  informal: ['Wie geht’s?', 'Was gibt’s Neues?', 'Mal wieder melden'],
  formal: ['Kurzer Gruß', 'In Kontakt bleiben', 'Kurze Nachfrage'],
} as const

export const germanChanges: Readonly<Record<Extract<FamilyName, Change>, Family>> = {
  company: {
    subjects: howAreThings,
    openings: openingWith(
      [
        'ich sehe, du hast jetzt eine Adresse bei {company}.',
        'du schreibst ja inzwischen von einer Adresse bei {company}.',
        'mir ist deine neue Adresse bei {company} aufgefallen.',
        'ich habe deine neue Adresse bei {company} gespeichert.',
        'deine Mails kommen jetzt von {company}, wie ich sehe.',
        'eine neue Adresse bei {company}, sehe ich!',
        'ich habe gesehen, dass du jetzt von {company} schreibst.',
      ],
      [
        'ich sehe, dass Sie jetzt eine Adresse bei {company} haben.',
        'Sie schreiben inzwischen von einer Adresse bei {company}.',
        'Ihre neue Adresse bei {company} habe ich mir notiert.',
        'mir ist Ihre neue Adresse bei {company} aufgefallen.',
        'danke für Ihre Nachricht von Ihrer neuen Adresse bei {company}.',
        'ich habe gesehen, dass Sie jetzt von {company} schreiben.',
        'ich habe Ihre neue Adresse bei {company} gespeichert.',
      ],
    ),
    asks: 'company',
  },
  address: {
    subjects: howAreThings,
    openings: openingWith(
      [
        'ich sehe, du hast eine neue Mailadresse.',
        'du schreibst ja jetzt von einer neuen Adresse.',
        'ich habe deine neue Mailadresse gespeichert und probiere sie gleich mal aus.',
        'neue Mailadresse, sehe ich!',
        'deine neue Mailadresse habe ich jetzt, da schicke ich gleich einen Gruß hin.',
        'mir ist deine neue Mailadresse aufgefallen.',
        'das ist meine erste Mail an deine neue Adresse.',
      ],
      [
        'ich sehe, dass Sie eine neue Mailadresse haben.',
        'Ihre neue Mailadresse habe ich mir notiert.',
        'Sie schreiben inzwischen von einer neuen Adresse.',
        'ich habe Ihre neue Mailadresse gespeichert und nutze sie ab jetzt.',
        'mir ist Ihre neue Mailadresse aufgefallen.',
        'ich schreibe Ihnen heute zum ersten Mal an Ihre neue Adresse.',
        'Ihre neue Mailadresse habe ich jetzt und möchte gern in Kontakt bleiben.',
      ],
    ),
    asks: 'news',
  },
  bounced: {
    subjects: {
      informal: ['Neue Adresse?', 'Deine Mailadresse', 'Meine Mail kam zurück'],
      formal: ['Ihre Mailadresse', 'Neue Adresse?'],
    },
    openings: openingWith(
      [
        'meine letzte Mail an dich kam zurück. Unter welcher Adresse erreiche ich dich jetzt?',
        'ich wollte dir {bounced} mailen, aber die Mail kam zurück. Hast du eine neue Adresse?',
        'ich habe wohl noch eine alte Mailadresse von dir. Welche stimmt denn jetzt?',
        'die Mailadresse, die ich von dir habe, geht anscheinend nicht mehr. Schickst du mir die neue?',
        '{bounced} kam eine Mail an dich als unzustellbar zurück. Wohin kann ich dir schreiben?',
        'deine alte Mailadresse funktioniert wohl nicht mehr. Wie lautet die neue?',
        'ich erreiche dich per Mail gerade nicht. Hast du eine neue Adresse?',
      ],
      [
        'meine letzte Mail an Sie kam zurück. Unter welcher Adresse erreiche ich Sie jetzt?',
        'ich wollte Ihnen {bounced} schreiben, aber die Mail kam zurück. Haben Sie eine neue Adresse?',
        'ich habe wohl noch eine alte Mailadresse von Ihnen. Welche ist die richtige?',
        'die Mailadresse, die ich von Ihnen habe, ist anscheinend nicht mehr gültig. Wie lautet die neue?',
        '{bounced} kam eine Mail an Sie als unzustellbar zurück. Wohin darf ich Ihnen schreiben?',
        'Ihre Mailadresse funktioniert anscheinend nicht mehr. Könnten Sie mir die neue schicken?',
        'per Mail erreiche ich Sie zurzeit leider nicht. Haben Sie eine neue Adresse?',
      ],
    ),
    asks: 'bounced',
  },
  years: {
    subjects: {
      informal: ['{YearsBare}!', 'Wie die Zeit vergeht', 'Wie geht’s?'],
      formal: ['{YearsBare}', 'Kurzer Gruß'],
    },
    openings: openingWith(
      [
        'es ist {anniversary} her, dass wir zum ersten Mal Kontakt hatten – kaum zu glauben!',
        'mir ist gerade aufgefallen, dass wir uns {yearsAgo} zum ersten Mal geschrieben haben.',
        'weißt du, dass unser erster Kontakt {anniversary} her ist?',
        'kaum zu glauben, aber unser erster Kontakt ist {anniversary} her.',
        '{yearsAgo} hatten wir zum ersten Mal Kontakt – schön, dass es so gekommen ist.',
        'unglaublich: Unser erster Kontakt ist {anniversary} her.',
        'hättest du gedacht, dass unser erster Kontakt schon {anniversary} her ist?',
      ],
      [
        'unser erster Kontakt ist {anniversary} her, und ich freue mich, dass er gehalten hat.',
        'mir ist aufgefallen, dass unser erster Kontakt {anniversary} her ist.',
        'kaum zu glauben, aber unser erster Kontakt ist {anniversary} her.',
        '{yearsAgo} hatten wir zum ersten Mal Kontakt, und das freut mich sehr.',
        'es ist {anniversary} her, dass wir zum ersten Mal Kontakt hatten.',
        'ich habe gesehen, dass wir {yearsAgo} zum ersten Mal in Kontakt waren.',
        'wie die Zeit vergeht: Unser erster Kontakt ist {anniversary} her.',
      ],
    ),
    asks: 'years',
  },
  their_turn: {
    subjects: howAreThings,
    openings: openingWith(
      [
        'sonst meldest ja meistens du dich, also bin diesmal ich dran.',
        'du bist im Melden viel besser als ich, deshalb fange ich diesmal an.',
        'meistens meldest du dich zuerst, und das finde ich toll. Diesmal bin ich dran!',
        'danke, dass du dich immer wieder meldest – diesmal wollte ich dir zuvorkommen.',
        'diesmal schreibe ich mal zuerst, sonst machst das ja meistens du.',
        'eigentlich bin ich längst mal dran mit Melden.',
        'weil du dich meistens zuerst meldest, bin ich jetzt mal an der Reihe.',
      ],
      [
        'meist melden Sie sich zuerst, deshalb möchte ich mich diesmal bei Ihnen melden.',
        'vielen Dank, dass Sie sich immer wieder melden. Diesmal wollte ich den Anfang machen.',
        'diesmal möchte ich den Anfang machen, sonst melden meist Sie sich.',
        'ich weiß es sehr zu schätzen, dass Sie sich so regelmäßig melden.',
        'da Sie sich meist zuerst melden, bin ich nun an der Reihe.',
        'Sie halten den Kontakt besser als ich, dafür danke ich Ihnen.',
        'es wird Zeit, dass ich mich einmal zuerst bei Ihnen melde.',
      ],
    ),
    asks: 'catch_up',
  },
  introduction: {
    subjects: {
      informal: ['Kennt ihr euch?', 'Ein Kontakt für dich?'],
      formal: ['Ein Kontakt für Sie?', 'Kennen Sie sich?'],
    },
    openings: openingWith(
      [
        'kennst du eigentlich {other}? Ihr habt beide mit {ground} zu tun{shared}.',
        'hast du schon mal mit {other} geredet? Ihr habt beide mit {ground} zu tun{shared}.',
        'ich habe mich gefragt, ob du {other} kennst, weil ihr beide mit {ground} zu tun habt.',
        'du und {other}, ihr habt beide mit {ground} zu tun{shared}. Kennt ihr euch?',
        'bist du schon mal {other} begegnet? Ihr habt beide mit {ground} zu tun{shared}.',
        'mir ist aufgefallen, dass du und {other} beide mit {ground} zu tun habt.',
        'sagt dir {other} etwas? Ihr habt beide mit {ground} zu tun{shared}.',
      ],
      [
        'kennen Sie eigentlich {other}? Sie haben beide mit {ground} zu tun.',
        'haben Sie schon einmal mit {other} gesprochen? Sie haben beide mit {ground} zu tun.',
        'ich habe mich gefragt, ob Sie {other} kennen, da Sie beide mit {ground} zu tun haben.',
        'Sie und {other} haben beide mit {ground} zu tun. Kennen Sie sich?',
        'sind Sie {other} schon einmal begegnet? Sie haben beide mit {ground} zu tun.',
        'mir ist aufgefallen, dass Sie und {other} beide mit {ground} zu tun haben.',
        'sagt Ihnen {other} etwas? Sie haben beide mit {ground} zu tun.',
      ],
    ),
    asks: 'introduce',
  },
}
