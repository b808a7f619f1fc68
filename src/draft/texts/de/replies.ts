/** Anfänge verspäteter Antworten: eine Entschuldigung, so groß wie die Verspätung, und nichts von dem, was in der Nachricht stand. */
import { type Family, type FamilyName, type Lines, openingWith } from '../language.ts'

type Reply = Extract<FamilyName, `reply${string}`>

const slow: Lines = [
  'entschuldige, dass ich mich erst jetzt melde.',
  'sorry, das ist mir durchgerutscht!',
  'tut mir leid, dass du auf eine Antwort warten musstest.',
  'danke für deine Nachricht, und entschuldige die späte Antwort.',
  'tut mir leid, dass das bei mir liegen geblieben ist.',
  'sorry, dass ich erst jetzt dazu komme.',
  'entschuldige die späte Rückmeldung.',
]

/** Where their subject can be said aloud, it is what the apology is about. */
const slowAbout: Lines = [
  'entschuldige, dass ich mich auf deine Mail über {object} erst jetzt melde.',
  'sorry, dass deine Mail über {object} bei mir liegen geblieben ist.',
  'danke für deine Mail über {object}, und entschuldige die späte Antwort.',
]

const slowAboutFormal: Lines = [
  'vielen Dank für Ihre E-Mail über {object}, und bitte entschuldigen Sie die späte Antwort.',
  'bitte entschuldigen Sie, dass ich auf Ihre E-Mail über {object} noch nicht geantwortet habe.',
  'es tut mir leid, dass Ihre E-Mail über {object} liegen geblieben ist.',
]

const slowFormal: Lines = [
  'vielen Dank für Ihre Nachricht, und entschuldigen Sie bitte die späte Antwort.',
  'bitte entschuldigen Sie, dass ich mich erst jetzt melde.',
  'es tut mir leid, dass Sie auf eine Antwort warten mussten.',
  'danke für Ihre Nachricht und für Ihre Geduld.',
  'entschuldigen Sie bitte, dass Ihre Nachricht bei mir liegen geblieben ist.',
  'bitte entschuldigen Sie die Verzögerung.',
  'leider komme ich erst jetzt dazu, mich zu melden – bitte entschuldigen Sie.',
]

const soSorry: Lines = [
  'es tut mir wirklich leid, dass das so lange gedauert hat!',
  'entschuldige bitte, dass du so lange nichts von mir gehört hast.',
  'tut mir sehr leid – das ist bei mir viel zu lange liegen geblieben.',
  'sorry, dass ich mich erst jetzt melde, das hat viel zu lange gedauert.',
  'tut mir echt leid, dass ich dich so lange habe warten lassen.',
  'entschuldige bitte die lange Funkstille von meiner Seite.',
  'tut mir sehr leid, dass du so lange auf eine Antwort wartest.',
]

/** Lässt sich ihr Betreff aussprechen, geht die Entschuldigung darum. */
const about: Lines = [
  'es tut mir sehr leid, dass ich auf deine Mail über {object} nie geantwortet habe.',
  'entschuldige bitte, dass deine Mail über {object} so lange bei mir liegen geblieben ist.',
  'ich habe viel zu lange nicht auf deine Mail über {object} geantwortet – tut mir leid!',
  'ich schulde dir noch eine Antwort auf deine Mail über {object} – tut mir sehr leid!',
  'es tut mir leid, dass ich erst jetzt auf deine Mail über {object} zurückkomme.',
]

const aboutFormal: Lines = [
  'ich bitte um Entschuldigung, dass ich auf Ihre E-Mail über {object} so lange nicht geantwortet habe.',
  'bitte entschuldigen Sie, dass Ihre E-Mail über {object} so lange liegen geblieben ist.',
  'es tut mir sehr leid, dass meine Antwort auf Ihre E-Mail über {object} so lange auf sich warten ließ.',
  'ich schulde Ihnen noch eine Antwort auf Ihre E-Mail über {object} und bitte um Entschuldigung.',
  'es tut mir leid, dass ich erst jetzt auf Ihre E-Mail über {object} zurückkomme.',
]

const soSorryFormal: Lines = [
  'es tut mir sehr leid, dass Sie so lange auf eine Antwort warten mussten.',
  'bitte entschuldigen Sie, dass es so lange gedauert hat.',
  'bitte entschuldigen Sie vielmals die sehr späte Antwort.',
  'leider ist Ihre Nachricht viel zu lange bei mir liegen geblieben; das tut mir sehr leid.',
  'es tut mir sehr leid, dass ich Ihnen so lange nicht geantwortet habe.',
  'Ihre Nachricht hätte eine viel frühere Antwort verdient, bitte entschuldigen Sie.',
  'bitte entschuldigen Sie, dass Sie so lange nichts von mir gehört haben.',
]

const yours = { informal: ['Deine Nachricht', 'Antwort folgt'], formal: ['Ihre Nachricht', 'Meine Antwort'] } as const

export const germanReplies: Readonly<Record<Reply, Family>> = {
  reply_soon: {
    subjects: yours,
    openings: openingWith(
      [
        'danke für deine Nachricht!',
        'danke für deine Mail – ich habe sie nicht vergessen.',
        'deine Nachricht habe ich nicht vergessen.',
        'danke dir für die Nachricht!',
        'danke für deine Geduld.',
        'nur kurz: Ich habe deine Nachricht gesehen.',
        'kurze Zwischenmeldung von mir.',
      ],
      [
        'vielen Dank für Ihre Nachricht.',
        'vielen Dank für Ihre Mail, die ich nicht vergessen habe.',
        'Ihre Nachricht habe ich nicht vergessen.',
        'haben Sie vielen Dank für Ihre Nachricht.',
        'danke für Ihre Nachricht und Ihre Geduld.',
        'ich habe Ihre Nachricht erhalten, vielen Dank.',
        'kurz vorab zu Ihrer Nachricht.',
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
  reply_review: { subjects: yours, openings: openingWith(slow, slowFormal), asks: 'review' },
  reply_review_long: { subjects: yours, openings: openingWith(soSorry, soSorryFormal), asks: 'review' },
  reply_passed: {
    subjects: yours,
    openings: openingWith(
      [
        'sorry, dass ich mich nicht rechtzeitig gemeldet habe – {weekday} ist ja schon vorbei.',
        'tut mir leid, {weekday} ist jetzt natürlich vorbei.',
        'ich bin zu spät dran, ich weiß – {weekday} ist schon vorbei. Tut mir leid!',
        'entschuldige, dass ich mich nicht vor {weekday} gemeldet habe.',
        'ich hätte mich vor {weekday} melden sollen – sorry!',
        'ich weiß, {weekday} ist vorbei, und es tut mir leid, dass ich mich nicht gemeldet habe.',
        'sorry, jetzt ist {weekday} schon vorbei.',
      ],
      [
        'es tut mir leid, dass ich mich nicht vor {weekday} gemeldet habe.',
        'bitte entschuldigen Sie die Verspätung; {weekday} ist nun schon vorbei.',
        'ich weiß, dass {weekday} inzwischen vorbei ist, und bitte um Entschuldigung.',
        'leider melde ich mich erst jetzt, da {weekday} schon vorbei ist. Bitte entschuldigen Sie.',
        'ich hätte mich vor {weekday} bei Ihnen melden sollen, bitte entschuldigen Sie.',
        'danke für Ihre Nachricht. Ich weiß, dass {weekday} schon vorbei ist, und das tut mir leid.',
        'bitte entschuldigen Sie, dass ich mich nicht rechtzeitig vor {weekday} gemeldet habe.',
      ],
    ),
    asks: 'passed',
  },
  reply_noted: {
    subjects: { informal: ['Deine neue Adresse'], formal: ['Ihre neue Adresse'] },
    openings: openingWith(
      [
        'danke für die neue Adresse – ist gespeichert!',
        'danke fürs Bescheidsagen, deine neue Adresse ist notiert.',
        'danke, deine neue Adresse habe ich gespeichert.',
        'danke für die Info – ich habe deine Adresse aktualisiert.',
        'deine neue Adresse ist notiert, danke!',
        'danke, dass du mir deine neue Adresse geschickt hast.',
        'ich habe deine neue Adresse gespeichert, danke dir!',
      ],
      [
        'vielen Dank für Ihre neue Adresse, die ich notiert habe.',
        'vielen Dank für die Nachricht; Ihre neue Adresse ist gespeichert.',
        'danke für Ihre Nachricht. Ihre Adresse habe ich aktualisiert.',
        'Ihre neue Adresse habe ich notiert, vielen Dank.',
        'vielen Dank, dass Sie mir Ihre neue Adresse geschickt haben.',
        'vielen Dank für die Mitteilung; Ihre neue Adresse ist notiert.',
        'besten Dank für Ihre neue Adresse.',
      ],
    ),
    asks: 'news',
  },
  reply_news: {
    subjects: { informal: ['Deine Nachricht', 'Mit viel Verspätung'], formal: ['Ihre Nachricht', 'Mit Verspätung'] },
    openings: openingWith(
      [
        'ich habe mich über deine Nachricht gefreut – tut mir leid, dass ich nie geantwortet habe.',
        'danke noch für deine Nachricht, und entschuldige die lange Funkstille.',
        'tut mir leid, dass ich mich darauf nie gemeldet habe!',
        'schön, dass du geschrieben hast – entschuldige, dass ich erst jetzt antworte.',
        'entschuldige bitte, dass du so lange nichts von mir gehört hast.',
        'es tut mir leid, dass deine Nachricht so lange ohne Antwort geblieben ist.',
        'danke für deine Nachricht – ich habe viel zu lange nicht geantwortet.',
      ],
      [
        'vielen Dank für Ihre Nachricht, und bitte entschuldigen Sie die lange Funkstille.',
        'ich habe mich über Ihre Nachricht gefreut und bitte die späte Antwort zu entschuldigen.',
        'es tut mir leid, dass ich auf Ihre Nachricht nie geantwortet habe.',
        'danke, dass Sie geschrieben haben, und entschuldigen Sie bitte die späte Antwort.',
        'bitte entschuldigen Sie, dass Sie so lange nichts von mir gehört haben.',
        'es tut mir leid, dass Ihre Nachricht so lange ohne Antwort geblieben ist.',
        'ich danke Ihnen für Ihre Nachricht und bedaure, dass ich erst jetzt schreibe.',
      ],
    ),
    asks: 'late',
  },
  reply_late: {
    subjects: {
      informal: ['Deine Nachricht', 'Mit viel Verspätung'],
      formal: ['Ihre Nachricht', 'Mit Verspätung'],
    },
    openings: openingWith(
      [
        ...about,
        'es tut mir wirklich leid, dass das so lange gedauert hat!',
        'entschuldige bitte die lange Funkstille von meiner Seite.',
        'es tut mir sehr leid, dass ich dir nie geantwortet habe.',
        'peinlich, aber das ist bei mir völlig untergegangen – tut mir leid!',
        'tut mir sehr leid – das ist bei mir viel zu lange liegen geblieben.',
        'entschuldige bitte, dass du so lange nichts von mir gehört hast.',
      ],
      [...soSorryFormal, ...aboutFormal],
    ),
    asks: 'late',
  },
}
