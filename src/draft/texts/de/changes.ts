/** Anfänge, wenn sich etwas geändert hat oder jährt, und wenn zwei sich kennen sollten. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Change = 'company' | 'new_job' | 'address' | 'bounced' | 'years' | 'their_turn' | 'introduction'

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
        'du schreibst ja inzwischen von einer {company}-Adresse.',
        'mir ist deine neue Adresse bei {company} aufgefallen.',
        'ich habe deine neue Adresse bei {company} gespeichert.',
        'deine Mails kommen ja jetzt von {company}.',
        'ich sehe gerade deine neue Adresse bei {company}.',
        'ich habe gesehen, dass du jetzt von {company} schreibst.',
      ],
      [
        'ich sehe, dass Sie jetzt eine Adresse bei {company} haben.',
        'Sie schreiben inzwischen von einer {company}-Adresse.',
        'Ihre neue Adresse bei {company} habe ich mir notiert.',
        'mir ist Ihre neue Adresse bei {company} aufgefallen.',
        'danke für Ihre Nachricht von Ihrer neuen Adresse bei {company}.',
        'ich habe gesehen, dass Sie jetzt von {company} schreiben.',
        'ich habe Ihre neue Adresse bei {company} gespeichert.',
      ],
    ),
    asks: 'company',
  },
  new_job: {
    subjects: { informal: ['Wie ist der neue Job?', 'Wie geht’s?'], formal: ['Kurze Nachfrage', 'Kurzer Gruß'] },
    openings: openingWith(
      [
        'wie läuft es im neuen Job?',
        'wie gefällt dir der neue Job?',
        'bist du im neuen Job gut angekommen?',
        'ich wollte mal hören, wie es im neuen Job läuft.',
        'wie ist der neue Job?',
        'ich wollte schon länger fragen, wie es im neuen Job läuft.',
        'na, wie lebt es sich im neuen Job?',
      ],
      [
        'sind Sie in der neuen Stelle gut angekommen?',
        'ich wollte mich erkundigen, wie es Ihnen in der neuen Stelle gefällt.',
        'wie gefällt es Ihnen in der neuen Stelle?',
        'ich hoffe, Sie hatten einen guten Start in der neuen Stelle.',
        'wie läuft es in der neuen Stelle?',
        'gern wollte ich fragen, wie Sie in der neuen Stelle angekommen sind.',
        'ich wollte schon länger fragen, wie es in der neuen Stelle läuft.',
      ],
    ),
    asks: 'new_job',
  },
  address: {
    subjects: howAreThings,
    openings: openingWith(
      [
        'deine neue Mailadresse ist gespeichert, da schicke ich gleich einen Gruß hin.',
        'ich sehe, du hast eine neue Mailadresse.',
        'ich habe deine neue Mailadresse gespeichert.',
        'ich habe deine neue Adresse jetzt, also gleich ein kurzer Gruß.',
        'das ist meine erste Mail an deine neue Adresse.',
        'deine neue Adresse habe ich mir notiert.',
        'deine neue Adresse ist bei mir angekommen.',
      ],
      [
        'Ihre neue Mailadresse habe ich mir notiert.',
        'ich sehe, dass Sie eine neue Mailadresse haben.',
        'ich habe Ihre neue Mailadresse gespeichert und nutze sie ab jetzt.',
        'Ihre neue Adresse ist bei mir gespeichert.',
        'ich schreibe Ihnen heute zum ersten Mal an Ihre neue Adresse.',
        'Ihre neue Mailadresse habe ich jetzt und möchte gern in Kontakt bleiben.',
        'ich habe Ihre neue Mailadresse übernommen.',
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
      informal: ['{YearsBare}!'],
      formal: ['{YearsBare}'],
    },
    openings: openingWith(
      [
        'mir ist gerade aufgefallen, dass wir uns {yearsAgo} zum ersten Mal geschrieben haben.',
        'kaum zu glauben: Wir haben uns {yearsAgo} zum ersten Mal geschrieben.',
        'weißt du, dass wir schon {yearsBare} in Kontakt sind?',
        'kaum zu glauben, aber wir sind jetzt {yearsBare} in Kontakt.',
        'hättest du gedacht, dass wir schon {yearsBare} in Kontakt sind?',
        'wir sind jetzt tatsächlich {yearsBare} in Kontakt.',
        'wie die Zeit vergeht: Wir sind jetzt {yearsBare} in Kontakt.',
      ],
      ['es ist {anniversary} her, dass wir zum ersten Mal Kontakt hatten.'],
    ),
    asks: 'years',
  },
  their_turn: {
    subjects: { informal: [...howAreThings.informal, 'Diesmal ich'], formal: howAreThings.formal },
    openings: openingWith(
      [
        'sonst meldest ja meistens du dich, also bin diesmal ich dran.',
        'du bist im Melden viel besser als ich, deshalb fange ich diesmal an.',
        'meistens meldest du dich zuerst – diesmal bin ich dran!',
        'meistens meldest ja du dich, diesmal wollte ich dir zuvorkommen.',
        'diesmal schreibe ich mal zuerst, sonst machst das ja meistens du.',
        'da du dich meistens zuerst meldest, bin ich jetzt mal dran.',
        'sonst schreibst ja meistens du zuerst – diesmal fange ich an.',
      ],
      [
        'meist melden Sie sich zuerst, deshalb möchte ich mich diesmal bei Ihnen melden.',
        'vielen Dank, dass Sie sich immer wieder melden. Diesmal wollte ich den Anfang machen.',
        'diesmal möchte ich den Anfang machen, sonst melden meist Sie sich.',
        'da Sie sich meist zuerst melden, bin nun ich an der Reihe.',
        'Sie halten den Kontakt besser als ich, deshalb melde ich mich diesmal zuerst.',
        'meist schreiben Sie zuerst, deshalb wollte ich Ihnen diesmal zuvorkommen.',
        'ich weiß es sehr zu schätzen, dass Sie sich so regelmäßig melden, und wollte diesmal den Anfang machen.',
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
        'kennt ihr euch eigentlich, du und {other}? Ihr habt beide mit {ground} zu tun{shared}.',
        'hattest du schon mal Kontakt mit {other}? Ihr habt beide mit {ground} zu tun{shared}.',
        'bist du {other} schon mal begegnet? Ihr habt beide mit {ground} zu tun{shared}.',
        'sagt dir {other} etwas? Ihr habt beide mit {ground} zu tun{shared}.',
        'habt ihr schon mal miteinander geredet, du und {other}? Ihr habt beide mit {ground} zu tun.',
      ],
      [
        'kennen Sie eigentlich {other}? Sie haben beide mit {ground} zu tun.',
        'haben Sie schon einmal mit {other} gesprochen? Sie haben beide mit {ground} zu tun.',
        'hatten Sie schon einmal Kontakt mit {other}? Sie haben beide mit {ground} zu tun.',
        'kennen Sie und {other} sich eigentlich? Sie haben beide mit {ground} zu tun.',
        'sind Sie {other} schon einmal begegnet? Sie haben beide mit {ground} zu tun.',
        'sagt Ihnen {other} etwas? Sie haben beide mit {ground} zu tun.',
        'sind Sie mit {other} bereits in Kontakt? Sie haben beide mit {ground} zu tun.',
      ],
    ),
    asks: 'introduce',
  },
}
