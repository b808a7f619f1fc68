/** Anfänge verspäteter Antworten: eine kurze Entschuldigung, und nichts von dem, was in der Nachricht stand. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Reply = 'reply' | 'reply_soon' | 'reply_review' | 'reply_passed' | 'reply_late'

const sorry = [
  'entschuldige, dass ich mich erst jetzt melde.',
  'sorry, das ist mir durchgerutscht.',
  'tut mir leid, dass du so lange auf eine Antwort wartest.',
  'danke für deine Nachricht, und entschuldige die späte Antwort.',
  'tut mir leid, dass das bei mir liegen geblieben ist.',
  'sorry für die lange Funkstille.',
  'ich weiß, ich schulde dir noch eine Antwort – sorry!',
] as const

const apologies = [
  'vielen Dank für Ihre Nachricht, und entschuldigen Sie bitte die späte Antwort.',
  'bitte entschuldigen Sie, dass ich mich erst jetzt melde.',
  'es tut mir leid, dass Sie so lange auf eine Antwort warten mussten.',
  'danke für Ihre Nachricht und für Ihre Geduld.',
  'entschuldigen Sie bitte, dass Ihre Nachricht bei mir liegen geblieben ist.',
  'ich schulde Ihnen noch eine Antwort, bitte entschuldigen Sie die Verzögerung.',
  'leider komme ich erst jetzt dazu, mich zu melden – bitte entschuldigen Sie.',
] as const

export const germanReplies: Readonly<Record<Extract<FamilyName, Reply>, Family>> = {
  reply: {
    subjects: { informal: ['Deine Nachricht', 'Antwort folgt'], formal: ['Ihre Nachricht', 'Meine Antwort'] },
    openings: openingWith(sorry, apologies),
    asks: 'reply',
  },
  reply_soon: {
    subjects: { informal: ['Deine Nachricht', 'Antwort folgt'], formal: ['Ihre Nachricht', 'Meine Antwort'] },
    openings: openingWith(
      [
        'danke für deine Nachricht!',
        'sorry, dass ich noch nicht geantwortet habe.',
        'deine Nachricht habe ich nicht vergessen.',
        'nur ganz kurz, weil ich dir noch eine Antwort schulde.',
        'danke für deine Geduld.',
        'entschuldige, dass du noch auf eine Antwort wartest.',
        'kurze Zwischenmeldung, weil deine Mail noch bei mir liegt.',
      ],
      [
        'vielen Dank für Ihre Nachricht.',
        'entschuldigen Sie bitte, dass ich noch nicht geantwortet habe.',
        'Ihre Nachricht habe ich nicht vergessen.',
        'nur kurz vorab, weil ich Ihnen noch eine Antwort schulde.',
        'danke für Ihre Nachricht und Ihre Geduld.',
        'bitte entschuldigen Sie, dass Sie noch auf eine Antwort warten.',
        'kurz vorab zu Ihrer Nachricht.',
      ],
    ),
    asks: 'reply',
  },
  reply_review: {
    subjects: { informal: ['Deine Nachricht'], formal: ['Ihre Nachricht'] },
    openings: openingWith(sorry, apologies),
    asks: 'review',
  },
  reply_passed: {
    subjects: { informal: ['Deine Nachricht'], formal: ['Ihre Nachricht'] },
    openings: openingWith(
      [
        'sorry, dass ich nicht rechtzeitig geantwortet habe – {weekday} ist ja schon vorbei.',
        'tut mir leid, {weekday} ist jetzt natürlich vorbei.',
        'ich bin zu spät dran, ich weiß – {weekday} ist schon vorbei.',
        'entschuldige, dass ich mich nicht vor {weekday} gemeldet habe.',
        'ich hätte mich vor {weekday} melden sollen – sorry!',
        'ich weiß, {weekday} ist vorbei, und es tut mir leid, dass ich mich nicht gemeldet habe.',
        'sorry, {weekday} habe ich damit komplett verpasst.',
      ],
      [
        'es tut mir leid, dass ich mich nicht vor {weekday} gemeldet habe.',
        'bitte entschuldigen Sie die späte Antwort; {weekday} ist nun schon vorbei.',
        'ich weiß, dass {weekday} inzwischen vorbei ist, und bitte um Entschuldigung.',
        'leider melde ich mich erst jetzt, da {weekday} schon vorbei ist. Bitte entschuldigen Sie.',
        'ich hätte Ihnen vor {weekday} antworten sollen, bitte entschuldigen Sie.',
        'danke für Ihre Nachricht. Ich weiß, dass {weekday} schon vorbei ist, und das tut mir leid.',
        'bitte entschuldigen Sie, dass ich nicht rechtzeitig vor {weekday} geantwortet habe.',
      ],
    ),
    asks: 'reply',
  },
  reply_late: {
    subjects: {
      informal: ['Sehr späte Antwort', 'Deine Nachricht', 'Mit Verspätung'],
      formal: ['Meine späte Antwort', 'Ihre Nachricht', 'Mit Verspätung'],
    },
    openings: openingWith(
      [
        'tut mir leid, dass ich dir hierauf nie geantwortet habe.',
        'ich habe gerade gesehen, dass ich dir nie geantwortet habe – sorry!',
        'das ist eine sehr späte Antwort, entschuldige.',
        'seit {month} schulde ich dir eine Antwort, und es tut mir leid, dass es so lange gedauert hat.',
        'peinlich, aber ich habe dir hierauf nie geantwortet.',
        'entschuldige die lange Funkstille von meiner Seite.',
        'sorry, das ist bei mir untergegangen.',
      ],
      [
        'es tut mir leid, dass ich Ihnen nie geantwortet habe.',
        'bitte entschuldigen Sie diese sehr späte Antwort.',
        'ich habe gesehen, dass ich Ihnen nie geantwortet habe, und bitte um Entschuldigung.',
        'seit {month} schulde ich Ihnen eine Antwort; bitte entschuldigen Sie.',
        'leider ist Ihre Nachricht bei mir untergegangen, das tut mir leid.',
        'Ihre Nachricht hätte eine viel frühere Antwort verdient, bitte entschuldigen Sie.',
        'bitte entschuldigen Sie, dass ich so lange nichts von mir habe hören lassen.',
      ],
    ),
    asks: 'late',
  },
}
