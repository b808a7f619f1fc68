/** Le début d’une réponse tardive : une excuse à la mesure du retard, et rien de ce que disait leur message. */
import { type Family, type FamilyName, type Lines, openingWith } from '../language.ts'

type Replies =
  | 'reply_soon'
  | 'reply'
  | 'reply_long'
  | 'reply_news'
  | 'reply_review'
  | 'reply_review_long'
  | 'reply_passed'
  | 'reply_late'
  | 'reply_noted'

const yours = { informal: ['Ton message', 'Ma réponse'], formal: ['Votre message', 'Ma réponse'] } as const

const slow: Lines = [
  'Pardon de répondre si tard.',
  'Pardon, ton message m’avait échappé !',
  'Merci pour ton message, et pardon pour l’attente.',
  'Excuse-moi d’avoir tardé à te répondre.',
  'Pardon d’avoir laissé ça en suspens.',
  'Pardon pour le retard !',
  'Excuse-moi de t’avoir fait attendre.',
]

/** Where their subject can be said aloud, it is what the apology is about. */
const slowAbout: Lines = [
  'Pardon de répondre si tard à propos {oblique}.',
  'Pardon de t’avoir fait attendre à propos {oblique}.',
  'Merci pour ton message à propos {oblique}, et pardon pour l’attente.',
]

const slowAboutFormal: Lines = [
  'Merci pour votre message à propos {oblique}, et veuillez excuser mon retard.',
  'Veuillez m’excuser de vous avoir fait attendre à propos {oblique}.',
  'Je vous prie d’excuser ma réponse tardive à propos {oblique}.',
]

const slowFormal: Lines = [
  'Merci pour votre message, et toutes mes excuses pour le retard.',
  'Veuillez excuser ma réponse tardive.',
  'Je vous prie de m’excuser de ne pas avoir répondu plus tôt.',
  'Merci pour votre message et pour votre patience.',
  'Pardonnez-moi de vous avoir fait attendre.',
  'Je vous prie d’excuser ce retard.',
  'Toutes mes excuses pour ce délai.',
]

const soSorry: Lines = [
  'Pardon d’avoir mis aussi longtemps à te répondre !',
  'Je m’en veux de t’avoir fait attendre aussi longtemps.',
  'Toutes mes excuses pour ce très long silence.',
  'Pardon, j’ai vraiment trop tardé.',
  'Excuse-moi vraiment d’avoir autant tardé à te répondre.',
  'Mille excuses, j’ai laissé traîner ça bien trop longtemps.',
  'Je te demande pardon pour cette attente.',
]

/** Quand leur objet peut se dire, c’est de lui que parle l’excuse. */
const about: Lines = [
  'Pardon de ne jamais t’avoir répondu à propos {oblique}.',
  'Je m’en veux de ne pas t’avoir répondu à propos {oblique}.',
  'Pardon pour ce long silence à propos {oblique}.',
  'Je te dois toujours une réponse à propos {oblique}, excuse-moi.',
  'Pardon de ne revenir que maintenant vers toi à propos {oblique}.',
]

const aboutFormal: Lines = [
  'Veuillez m’excuser de ne pas vous avoir répondu plus tôt à propos {oblique}.',
  'Je vous prie d’excuser ce long silence à propos {oblique}.',
  'Toutes mes excuses pour mon silence à propos {oblique}.',
  'Je vous dois toujours une réponse à propos {oblique}, veuillez m’en excuser.',
  'Veuillez m’excuser de ne revenir que maintenant à propos {oblique}.',
]

const soSorryFormal: Lines = [
  'Je vous prie de m’excuser d’avoir tant tardé à vous répondre.',
  'Toutes mes excuses pour ce très long délai.',
  'Veuillez excuser cette réponse très tardive.',
  'Je regrette de vous avoir fait attendre aussi longtemps.',
  'Votre message méritait une réponse bien plus rapide, et je m’en excuse.',
  'Je vous prie de m’excuser pour ce long silence.',
  'Merci pour votre message, et toutes mes excuses pour cette longue attente.',
]

export const frenchReplies: Readonly<Record<Extract<FamilyName, Replies>, Family>> = {
  reply_soon: {
    subjects: yours,
    openings: openingWith(
      [
        'Merci pour ton message !',
        'Merci pour ton mail, je ne l’oublie pas.',
        'J’ai bien reçu ton message.',
        'Juste un mot pour te dire que j’ai vu ton message.',
        'Merci pour ta patience.',
        'Je n’ai pas oublié ton message.',
        'Bien reçu, merci !',
      ],
      [
        'Merci pour votre message.',
        'J’ai bien reçu votre message, et je vous en remercie.',
        'Je n’ai pas oublié votre message.',
        'Juste un mot pour vous dire que j’ai bien reçu votre message.',
        'Merci pour votre message et votre patience.',
        'Je vous remercie de votre message.',
        'J’ai bien reçu votre message.',
      ],
    ),
    asks: 'reply',
  },
  reply: {
    subjects: yours,
    openings: openingWith([...slow, ...slowAbout], [...slowFormal, ...slowAboutFormal]),
    asks: 'reply',
  },
  reply_long: {
    subjects: yours,
    openings: openingWith([...soSorry, ...about], [...soSorryFormal, ...aboutFormal]),
    asks: 'late',
  },
  reply_review: {
    subjects: yours,
    openings: openingWith(slow, slowFormal),
    asks: 'review',
  },
  reply_review_long: {
    subjects: yours,
    openings: openingWith(soSorry, soSorryFormal),
    asks: 'review',
  },
  reply_passed: {
    subjects: yours,
    openings: openingWith(
      [
        'Pardon, je sais que {weekday} est déjà passé.',
        'Pardon de ne pas avoir répondu avant {weekday}.',
        'Je réponds trop tard, {weekday} est passé, pardon !',
        'J’aurais dû te répondre avant {weekday}, excuse-moi.',
        'Je sais, {weekday} est passé, et je m’en excuse.',
        'Toutes mes excuses, j’ai laissé passer {weekday}.',
        'Mince, {weekday} est déjà passé – pardon !',
      ],
      [
        'Je vous prie de m’excuser de ne pas avoir répondu avant {weekday}.',
        'Veuillez excuser ce retard ; {weekday} est déjà passé.',
        'Je sais que {weekday} est passé, et vous prie de m’excuser.',
        'J’aurais dû vous répondre avant {weekday}, et je m’en excuse.',
        'Toutes mes excuses pour ce retard, {weekday} étant déjà passé.',
        'Merci pour votre message, et pardon d’avoir laissé passer {weekday}.',
        'Pardonnez-moi de vous écrire après {weekday}.',
      ],
    ),
    asks: 'passed',
  },
  reply_noted: {
    subjects: { informal: ['Ta nouvelle adresse'], formal: ['Votre nouvelle adresse'] },
    openings: openingWith(
      [
        'Merci pour ta nouvelle adresse, c’est noté !',
        'Merci pour l’info, j’ai noté ta nouvelle adresse.',
        'C’est noté, merci pour ta nouvelle adresse.',
        'Merci, j’ai enregistré ta nouvelle adresse.',
        'Bien reçu, ta nouvelle adresse est notée.',
        'Merci de m’avoir envoyé ta nouvelle adresse.',
        'J’ai mis à jour ton adresse, merci !',
      ],
      [
        'Merci pour votre nouvelle adresse, que j’ai notée.',
        'Merci pour votre message ; votre nouvelle adresse est notée.',
        'J’ai bien noté votre nouvelle adresse, merci.',
        'Merci de m’avoir envoyé votre nouvelle adresse.',
        'Bien reçu, je vous remercie ; votre adresse est à jour.',
        'Je vous remercie pour votre nouvelle adresse, que j’ai enregistrée.',
        'Merci pour cette information ; votre nouvelle adresse est enregistrée.',
      ],
    ),
    asks: 'news',
  },
  reply_news: {
    subjects: { informal: ['Ton message', 'Avec beaucoup de retard'], formal: ['Votre message', 'Avec retard'] },
    openings: openingWith(
      [
        'Ton message m’a fait plaisir, et je m’en veux de ne pas y avoir répondu.',
        'Merci encore pour ton message, et pardon pour ce long silence.',
        'Pardon de ne jamais avoir répondu à ton message !',
        'Ça m’a fait plaisir de te lire, pardon de répondre si tard.',
        'Pardon d’avoir laissé ton message si longtemps sans réponse.',
        'Merci de m’avoir écrit, et excuse-moi de répondre si tard.',
        'Quel plaisir de te lire, et pardon pour ce silence.',
      ],
      [
        'Votre message m’a fait plaisir, et je regrette de ne pas y avoir répondu plus tôt.',
        'Merci encore pour votre message, et veuillez excuser ce long silence.',
        'Je vous prie de m’excuser de ne jamais avoir répondu à votre message.',
        'Merci de m’avoir écrit, et pardon de vous répondre si tard.',
        'Veuillez m’excuser d’avoir laissé votre message si longtemps sans réponse.',
        'Merci pour votre message, et toutes mes excuses pour cette réponse tardive.',
        'Je regrette d’avoir mis aussi longtemps à vous répondre.',
      ],
    ),
    asks: 'late',
  },
  reply_late: {
    subjects: { informal: ['Ton message', 'Avec beaucoup de retard'], formal: ['Votre message', 'Avec retard'] },
    openings: openingWith(
      [
        ...about,
        'Je m’en veux vraiment de ne jamais t’avoir répondu.',
        'Pardon d’avoir mis aussi longtemps !',
        'J’ai honte de ne jamais t’avoir répondu, pardon.',
        'Toutes mes excuses pour ce très long silence.',
        'Ton message m’avait complètement échappé, excuse-moi.',
        'Mille excuses, j’ai laissé traîner ça bien trop longtemps.',
      ],
      [...soSorryFormal, ...aboutFormal],
    ),
    asks: 'late',
  },
}
