/** Le début d’un message après une rencontre ou un premier échange. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Meetings = 'met_first' | 'met' | 'met_again' | 'wrote_first' | 'wrote_first_topic' | 'project_end'

export const frenchMeetings: Readonly<Record<Extract<FamilyName, Meetings>, Family>> = {
  project_end: {
    subjects: { informal: ['Merci !', 'Un grand merci'], formal: ['Merci', 'Remerciements'] },
    openings: openingWith(
      [
        'Maintenant que c’est plus calme, je voulais te dire merci pour {stretch}.',
        'Je voulais juste te remercier pour {stretch}.',
        'Avant que ça se perde : merci pour {stretch} !',
        'Merci pour tous nos échanges de {stretch} !',
        'Merci pour tout ce que tu as fait pendant {stretch}.',
        'J’ai beaucoup aimé travailler avec toi pendant {stretch}, merci !',
        'C’est redevenu calme, alors merci pour {stretch}.',
      ],
      [
        'Maintenant que c’est plus calme, je tenais à vous remercier pour {stretch}.',
        'Je souhaitais vous remercier pour votre travail pendant {stretch}.',
        'Merci pour tout pendant {stretch}.',
        'J’ai eu grand plaisir à travailler avec vous pendant {stretch}, et je tenais à vous en remercier.',
        'Je tenais à vous dire merci pour {stretch}.',
        'Je vous remercie de tous vos efforts pendant {stretch}.',
        'Avant que cela ne se perde, je tenais à vous remercier pour {stretch}.',
      ],
    ),
    asks: 'news',
  },
  met_first: {
    subjects: {
      informal: ['Notre rencontre', 'Restons en contact', 'Notre discussion'],
      formal: ['Notre rencontre', 'Suite à notre échange'],
    },
    openings: openingWith(
      [
        'Quel plaisir d’avoir fait ta connaissance {met}.',
        'Ça m’a fait très plaisir de te rencontrer {met}{at}.',
        'Merci d’avoir pris le temps {met}.',
        'C’était vraiment sympa de se rencontrer {met}{at}.',
        'Merci pour la discussion {met}.',
        'C’est bien qu’on se soit rencontrés {met}{at}.',
        'Notre discussion {met} m’a beaucoup plu.',
      ],
      [
        'Merci d’avoir pris le temps de cette rencontre {met}.',
        'J’ai eu plaisir à vous rencontrer {met}{at}.',
        'Merci pour cet échange {met}.',
        'J’ai eu grand plaisir à faire votre connaissance {met}.',
        'Je vous remercie du temps que vous m’avez accordé {met}.',
        'Notre échange {met} m’a beaucoup plu.',
        'Merci pour notre conversation {met}.',
      ],
    ),
    asks: 'met',
  },
  met: {
    subjects: {
      informal: ['Notre discussion', 'Restons en contact'],
      formal: ['Notre échange', 'Suite à notre échange'],
    },
    openings: openingWith(
      [
        'Ça m’a fait plaisir de te parler {met}{at}.',
        'Merci d’avoir pris le temps {met}.',
        'C’était vraiment sympa de discuter {met}{at}.',
        'Merci pour la discussion {met}.',
        'C’est bien qu’on ait pu se parler {met}{at}.',
        'Notre discussion {met} m’a bien plu.',
        'J’ai bien aimé notre échange {met}.',
      ],
      [
        'Merci d’avoir pris le temps d’échanger {met}.',
        'J’ai eu plaisir à échanger avec vous {met}{at}.',
        'Merci pour cet échange {met}.',
        'Je vous remercie du temps que vous m’avez accordé {met}.',
        'J’ai beaucoup apprécié notre conversation {met}.',
        'Notre échange {met} m’a beaucoup plu.',
        'Merci pour notre conversation {met}.',
      ],
    ),
    asks: 'keep_up',
  },
  met_again: {
    subjects: {
      informal: ['À bientôt ?', 'La prochaine fois', 'Ça faisait longtemps'],
      formal: ['Notre échange'],
    },
    openings: openingWith(
      [
        'Ça m’a fait très plaisir de {seeYou} {met}{at}.',
        'C’était chouette de se retrouver {met}{at}.',
        'Merci d’avoir pris le temps {met}.',
        'Quel plaisir de {seeYou} {met}{at} !',
        'Nos retrouvailles {met} m’ont fait très plaisir.',
        'J’ai beaucoup aimé notre discussion {met}{at}.',
        'C’était vraiment bien de se reparler {met}{at}.',
      ],
      [
        'Merci d’avoir pris le temps {met} ; j’ai eu plaisir à échanger de nouveau avec vous.',
        'J’ai eu grand plaisir à échanger de nouveau avec vous {met}{at}.',
        'Cela m’a fait plaisir de vous retrouver {met}.',
        'Merci pour notre conversation {met}.',
        'Je vous remercie du temps que vous m’avez accordé {met}.',
        'J’ai beaucoup apprécié de vous retrouver {met}.',
        'Notre échange {met} m’a fait grand plaisir.',
      ],
    ),
    asks: 'again',
  },
  wrote_first: {
    subjects: { informal: ['Restons en contact', 'Notre échange'], formal: ['Notre échange', 'Rester en contact'] },
    openings: openingWith(
      [
        'C’était sympa d’échanger {recently}.',
        'Merci encore pour nos échanges {recently}.',
        'Ça m’a fait plaisir d’échanger avec toi {recently}.',
        'C’est bien qu’on ait pris contact {recently}.',
        'J’ai bien aimé notre échange {recently}.',
        'Merci pour nos échanges {recently}.',
        'Ça m’a fait plaisir de te lire {recently}.',
      ],
      [
        'Je vous remercie encore de nos échanges {recently}.',
        'J’ai apprécié notre échange {recently}.',
        'J’ai eu plaisir à échanger avec vous {recently}.',
        'Merci pour notre échange {recently}.',
        'J’ai eu plaisir à vous lire {recently}.',
        'Notre échange {recently} m’a beaucoup plu.',
        'Je vous remercie de notre échange {recently}.',
      ],
    ),
    asks: 'wrote',
  },
  wrote_first_topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'C’était sympa d’échanger sur {object} {recently}.',
        'Merci encore pour nos échanges sur {object} {recently}.',
        'Où en est {topic} ?',
        'J’ai bien aimé notre échange sur {object} {recently}.',
        'C’était bien de parler {oblique} {recently}.',
        'Je me demandais où en était {topic}.',
        'Comment avance {topic} ?',
      ],
      [
        'Je vous remercie encore de nos échanges sur {object} {recently}.',
        'J’ai apprécié notre échange sur {object} {recently}.',
        'J’ai eu plaisir à échanger avec vous sur {object} {recently}.',
        'Merci pour notre échange sur {object} {recently}.',
        'J’ai eu plaisir à vous lire sur {object} {recently}.',
        'Notre échange sur {object} {recently} m’a beaucoup plu.',
        'Je vous remercie de notre échange sur {object} {recently}.',
      ],
    ),
    asks: 'wrote',
  },
}
