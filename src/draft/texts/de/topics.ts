/** German topics: nouns whose gender is known, alone at the end of a compound or before a preposition. Pure. */
import type { Topic, TopicGrammar, TopicKind } from '../../topic.ts'

export const germanTopics: TopicGrammar = {
  letters: /^[A-Za-zÄÖÜäöüßÀ-ÿĀ-ž0-9\s'’&-]+$/u,

  phraseOf(given) {
    const words = /^(?:der|die|das)$/i.test(given[0] ?? '') ? given.slice(1) : given
    const preposition = words.findIndex((word) => prepositions.has(word))
    const before = preposition < 0 ? words : words.slice(0, preposition)
    const after = preposition < 0 ? [] : words.slice(preposition)
    if (before.length === 0 || before.length > 2 || after.length === 1) return null
    if (words.some((word) => unsure.has(word.toLowerCase()) || /\d{3}|['’]/.test(word))) return null
    const [first = '', second] = before
    // "Kelp Relaunch" is one noun, and German writes it so; "Projekt Atlas" is a noun and its name.
    if (second !== undefined) {
      const isNamedAfter = nounOf(first) !== null && nounOf(second) === null
      if (isNamedAfter) return /^\p{Lu}/u.test(second) && after.length === 0 ? topicSaying(first, [second]) : null
      return isName(first) && nounOf(second) !== null ? topicSaying(`${first}-${capital(second)}`, after) : null
    }
    return after.length === 0 && !first.includes('-') ? null : topicSaying(first, after)
  },
}

/** A noun taken over from English is one all the same: "Band website". */
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const topicSaying = (head: string, rest: readonly string[]): Topic | null => {
  const noun = nounOf(head)
  if (noun === null || !/^[\p{Lu}\p{N}]/u.test(head)) return null
  const said = [head, ...rest].join(' ')
  const [nominative, accusative, dative] = articles[noun.gender]
  return {
    phrase: `${nominative} ${said}`,
    object: `${accusative} ${said}`,
    oblique: `${dative} ${said}`,
    title: said,
    kind: noun.kind,
    isPlural: false,
  }
}

type Gender = 'm' | 'f' | 'n'

const articles = { m: ['der', 'den', 'dem'], f: ['die', 'die', 'der'], n: ['das', 'das', 'dem'] } as const

/** A name or an abbreviation, and no adjective that would have to change with its noun. */
const isName = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word) && !/(?:e|er|es|en|em|tes|ter)$/.test(word)

const nounOf = (word: string): { readonly gender: Gender; readonly kind: TopicKind } | null => {
  const last = (word.split('-').at(-1) ?? '').toLowerCase()
  const known = nouns.find(([ending]) => last.endsWith(ending))
  return known === undefined ? null : { gender: known[1], kind: known[2] }
}

const list = (text: string, gender: Gender, kind: TopicKind): readonly (readonly [string, Gender, TopicKind])[] =>
  text.split(' ').map((ending) => [ending, gender, kind] as const)

/** The ends of nouns, longest first, so that "Vorstellung" is no "Stellung". */
const nouns = [
  ...list(
    'projekt konzept buch kapitel handbuch magazin programm paper portfolio design redesign drehbuch',
    'n',
    'work',
  ),
  ...list(
    'plan entwurf umbau ausbau artikel bericht relaunch prototyp umzug leitfaden garten katalog film podcast antrag rollout pilot aufsatz beitrag',
    'm',
    'work',
  ),
  ...list(
    'studie broschüre webseite website app plattform roadmap strategie kampagne umfrage renovierung planung entwicklung gestaltung überarbeitung einführung umstellung übersetzung ausstellung sanierung prüfung analyse masterarbeit doktorarbeit recherche dokumentation migration',
    'f',
    'work',
  ),
  ...list('seminar treffen fest festival podium konzert meetup panel', 'n', 'event'),
  ...list('workshop vortrag kongress ausflug lesekreis', 'm', 'event'),
  ...list('tagung konferenz messe wanderung radtour lesung klausur führung', 'f', 'event'),
  ...list('rezept thema protokoll fahrrad', 'n', 'matter'),
  ...list('zeitplan vorschlag ablauf', 'm', 'matter'),
  ...list('idee liste skizze', 'f', 'matter'),
].sort(([a], [b]) => b.length - a.length)

const prepositions: ReadonlySet<string> = new Set(
  'für zu zum zur in im an am auf aus über mit nach von vom bei beim vor unter ohne gegen um'.split(' '),
)

/** Words that a noun phrase has no room for, and words that name a day. */
const unsure: ReadonlySet<string> = new Set(
  'ich du er wir ihr mich dich uns euch mein meine dein deine unser unsere euer ihre sein seine ist sind war waren wird werden hat habe haben kann kannst können soll sollen muss bitte danke hallo und oder aber nicht kein keine wann wo wer wie was warum welche heute morgen gestern jetzt nächste nächsten letzte letzten diese dieser montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember woche monat jahr weihnachten ostern geburtstag dringend frage fragen termin update the for of and with to from'.split(
    ' ',
  ),
)
