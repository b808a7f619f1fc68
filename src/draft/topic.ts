/**
 * A topic is what two people last wrote or talked about, as a noun phrase that one can say aloud in the middle of a sentence:
 * "Re: [Studio] Kelp tariff review" is "the Kelp tariff review". Whatever could be wrong, private or odd there is null, and the
 * check-in speaks of something else. Pure: subjects are read live and stored nowhere.
 */
import { isPrivateMatter, nameLikeWords } from './topic-words.ts'

export interface Topic {
  /** "the Kelp tariff review": the subject of a sentence. */
  readonly phrase: string
  /** The same as an object, where a language tells them apart: "den Umzug nach Hamburg". */
  readonly object: string
  /** After a preposition that asks for another form yet: "dem Umzug nach Hamburg", "du projet Atlas". */
  readonly oblique: string
  /** "Kelp tariff review": a subject line. */
  readonly title: string
  readonly kind: TopicKind
  readonly isPlural: boolean
}

/** `work` moves along and can be asked after; an `event` takes place; a `matter` can only be named. */
export type TopicKind = 'work' | 'event' | 'matter'

/** How one language makes a phrase of the words of a subject; null for whatever it is not sure of. */
export interface TopicGrammar {
  /** All letters that words of the language are made of, names included. */
  readonly letters: RegExp
  readonly phraseOf: (words: readonly string[]) => Topic | null
}

export const topicOf = (
  subject: string,
  { grammar, names }: { readonly grammar: TopicGrammar; readonly names: readonly string[] },
): Topic | null => {
  const bare = bareSubject(subject)
  if (bare === '' || bare.length > maxLetters || /[^\p{L}\p{M}\p{N}\s'’&-]/u.test(bare)) return null
  const words = bare.split(' ')
  const count = bare.split(/[\s-]+/).length
  if (count < minWords || count > maxWords || !grammar.letters.test(bare)) return null
  if (isShouted(bare) || isPrivateMatter(bare) || hasName(words, names)) return null
  return grammar.phraseOf(words)
}

const minWords = 2
const maxWords = 5
/** Longer than this, five words are no phrase that anybody says. */
const maxLetters = 48

/** Without what mail programs, lists and help desks put before and after a subject. */
export const bareSubject = (subject: string): string => {
  let bare = subject
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  for (let before = ''; before !== bare; ) {
    before = bare
    bare = bare.replace(replyMarks, '').replace(tags, '').replace(tickets, '').trim()
  }
  return bare
}

/** "Re:", "AW: Re[2]:", "Fwd:" and their like in the languages of mail programs. */
export const replyMarks =
  /^(?:(?:re|aw|antw|antwort|sv|vs|vb|rif|res|ref|fw|fwd|wg|tr|rv|enc|i|odp|ynt|回复|回覆|返信|转发|답장)(?:\s?\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]\s*)+/iu

/** "[studio-list]", "(EXT)", "[#4711]" at the beginning. */
const tags = /^(?:\[[^\]]{1,40}\]|\((?:ext|external|extern)\)|\{[^}]{1,20}\})\s*/i

/** Ticket numbers at either end. */
const tickets =
  /^(?:#\d+|[A-Z]{2,6}-\d+|(?:ticket|case|vorgang|incidencia|dossier)\s?(?:no\.?|nr\.?|n°)?\s?#?\d+)\s*[:–-]?\s+|\s+[[(]?(?:#\d+|[A-Z]{2,6}-\d{2,}|(?:ticket|case|vorgang)\s?#?\d+)[\])]?$/i

const isShouted = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return (
    (letters === letters.toUpperCase() && letters !== letters.toLowerCase() && letters.length > 3) ||
    /\p{Lu}{7,}/u.test(text)
  )
}

/** The names of the two, of the user's other people, and given names that many people have. */
const hasName = (words: readonly string[], names: readonly string[]): boolean => {
  const known = new Set(names.flatMap((name) => plain(name).split(/[\s.'’-]+/)).filter(({ length }) => length > 2))
  return words.flatMap((word) => plain(word).split(/['’-]/)).some((word) => known.has(word) || commonNames().has(word))
}

/** Whether a subject holds a name of these people. */
export const namesOneOf = (subject: string, names: readonly string[]): boolean =>
  hasName(bareSubject(subject).split(' '), names)

const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

const commonNames = (): ReadonlySet<string> => {
  plainNames ??= new Set([...nameLikeWords()].map(plain))
  return plainNames
}

let plainNames: ReadonlySet<string> | null = null

/** What somebody wants looked at, in a question: the one kind of request that "if I look at it this week" fits. */
export const asksForReview = (subject: string): boolean => reviewQuestions.test(bareSubject(subject))

const reviewQuestions = new RegExp(
  [
    '^(?:can|could|would|will) you (?:please |possibly |maybe )?(?:look (?:at|over|through)|have a (?:quick )?look at|take a (?:quick )?look at|review|check|read|proofread|go over)\\b[^?]*\\?$',
    '^(?:kannst|könntest|können|könnten|würdest|magst) (?:du|sie) (?:bitte |mal |kurz |noch |noch mal |dir |sich )*[^?]*\\b(?:anschauen|ansehen|durchsehen|drüberschauen|draufschauen|gegenlesen|durchlesen|prüfen)\\?$',
    "^(?:peux|pourrais|pouvez|pourriez)[- ](?:tu|vous) (?:relire|regarder|jeter un (?:œil|oeil|coup d’œil|coup d'œil)|vérifier|revoir)\\b[^?]*\\?$",
    '^¿?\\s?(?:puedes|podrías|puede|podría|me) (?:revisar|revisas|mirar|leer|echar(?:le)? un (?:vistazo|ojo)|miras|echas un vistazo)\\b[^?]*\\?$',
  ].join('|'),
  'iu',
)

/** What somebody tells and wants nothing for: whoever sent it is not asked whether it is still open. */
export const tellsNews = (subject: string): boolean => newsMarks.test(bareSubject(subject))

const newsMarks =
  /^(?:news|greetings|hello|hi|postcard|photos|pictures|back (?:from|in|home)|congrat\p{L}*|happy|thanks|thank you|neuigkeiten|neues|grüße|gruß|fotos|bilder|zurück|danke|glückwunsch|alles gute|nouvelles|salutations|photos|merci|félicitations|noticias|saludos|fotos|gracias|felicidades|de vuelta)(?!\p{L})|birthday|geburtstag|anniversaire|cumpleaños/iu

/** What somebody sends along for the other to have: no answer to it is waited for. */
export const tellsOfEnclosure = (subject: string): boolean => enclosures.test(bareSubject(subject))

const enclosures =
  /(?<!\p{L})(?:slides|deck|photos|pictures|notes|minutes|recording|folien|fotos|bilder|notizen|protokoll|diapos|photos|compte[- ]rendu|diapositivas|fotos|notas|grabación)(?!\p{L})/iu

/** Monday is 1: the weekday that a subject names, in any of the languages there are; null where it names none, or two. */
export const weekdayIn = (subject: string): number | null => {
  const found = new Set(
    [...bareSubject(subject).toLowerCase().matchAll(weekdayNames)].map(([name]) => weekdays.get(name) ?? 0),
  )
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

const weekdays: ReadonlyMap<string, number> = new Map(
  [
    'monday tuesday wednesday thursday friday saturday sunday',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'lunes martes miércoles jueves viernes sábado domingo',
  ].flatMap((names) => names.split(' ').map((name, index) => [name, index + 1] as const)),
)

const weekdayNames = new RegExp(`(?<!\\p{L})(?:${[...weekdays.keys()].join('|')})(?!\\p{L})`, 'gu')

/** What two people do together that a title names and nothing else: "Coffee", "Lunch near the office", "Quick call". */
export type EncounterKind = 'coffee' | 'lunch' | 'dinner' | 'breakfast' | 'walk' | 'call' | 'drinks'

export const encounterOf = (title: string): EncounterKind | null => {
  const bare = bareSubject(title).toLowerCase()
  return encounters.find(([pattern]) => pattern.test(bare))?.[1] ?? null
}

const encounters: readonly (readonly [RegExp, EncounterKind])[] = [
  [/^(?:virtual |remote |online )/, 'call'],
  [
    /^(?:(?:quick|short|brief|phone|video|kurzer|kurzes) )?(?:call|chat by phone|telefonat|anruf|appel|llamada)(?: (?:about|on|with|zu|mit|sur|sobre) .*)?$/,
    'call',
  ],
  [
    /^(?:(?:a|quick|morning|un|einen?) )?(?:coffee|kaffee|café|un café)(?: (?:at|in|near|by|with|am|im|mit|à|en|con|au) .*)?$/,
    'coffee',
  ],
  [
    /^(?:team )?(?:lunch|mittagessen|déjeuner|almuerzo|comida)(?: (?:at|in|near|with|am|im|mit|à|en|con|au) .*)?$/,
    'lunch',
  ],
  [/^(?:dinner|abendessen|dîner|cena)(?: (?:at|in|near|with|am|im|mit|à|en|con|au) .*)?$/, 'dinner'],
  [/^(?:breakfast|frühstück|petit déjeuner|desayuno)(?: (?:at|in|near|with|im|mit|à|en|con|au) .*)?$/, 'breakfast'],
  [/^(?:walk|a walk|spaziergang|balade|paseo)(?: (?:in|along|by|im|am|en|au|por) .*)?$/, 'walk'],
  [/^(?:drinks|a drink|pub|apéro|feierabendbier|copas|unas cañas)(?: (?:at|in|near|with|im|en|au|con) .*)?$/, 'drinks'],
]
