/** English topics: known nouns, what may stand before and after them, and the article. Pure. */
import type { Topic, TopicGrammar, TopicKind } from '../../topic.ts'

export const englishTopics: TopicGrammar = {
  letters: /^[\p{Script=Latin}\p{N}\s'’&-]+$/u,

  phraseOf(given) {
    if (given.length === 2 && /^the$/i.test(given[0] ?? '')) return bareNoun(given[1] ?? '')
    const words = /^the$/i.test(given[0] ?? '') ? given.slice(1) : given
    const preposition = words.findIndex((word) => prepositions.has(word.toLowerCase()))
    const before = preposition < 0 ? words : words.slice(0, preposition)
    const after = preposition < 0 ? [] : words.slice(preposition)
    const head = before.at(-1)?.toLowerCase() ?? ''
    const noun = nounOf(head)
    const modifiers = before.slice(0, -1)
    if (noun === null || before.length === 0 || before.length + after.length < 2) return null
    if (
      !modifiers.every((word, index) => isModifier(word) || (index > 0 && isPlainNoun(word))) ||
      !isTail(after) ||
      [...before, ...after.filter((word) => !/^an?$/i.test(word))].some(isUnsure)
    )
      return null
    if (imperatives.has(words[0]?.toLowerCase() ?? '')) return null
    const isTitleCase = words.every((word) => prepositions.has(word.toLowerCase()) || /^[\p{Lu}\p{N}]/u.test(word))
    const inSentence = (word: string, index: number): string => (index === 0 || isTitleCase ? cased(word) : word)
    const said = [...modifiers.map(inSentence), head, ...after.map((word) => inTail(word, isTitleCase))].join(' ')
    return topicSaying(said, noun)
  },
}

/** "The proofs": one word is enough where they gave it its article. */
const bareNoun = (word: string): Topic | null => {
  const lower = word.toLowerCase()
  const isNoun =
    /^\p{L}{4,}$/u.test(word) && !isUnsure(lower) && !imperatives.has(lower) && !/(?:ly|er|est|ing)$/.test(lower)
  return isNoun ? topicSaying(lower, nounOf(lower) ?? { kind: 'matter', isPlural: /[^s]s$/.test(lower) }) : null
}

const topicSaying = (said: string, { kind, isPlural }: Noun): Topic => ({
  phrase: `the ${said}`,
  object: `the ${said}`,
  oblique: `the ${said}`,
  title: said.charAt(0).toUpperCase() + said.slice(1),
  kind,
  isPlural,
})

interface Noun {
  readonly kind: TopicKind
  readonly isPlural: boolean
}

const nounOf = (word: string): Noun | null => {
  const singular = kinds.get(word)
  if (singular !== undefined) return { kind: singular, isPlural: alwaysPlural.has(word) }
  const stem = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '')
  const kind = word.endsWith('s') ? kinds.get(stem) : undefined
  return kind === undefined ? null : { kind, isPlural: true }
}

const words = (text: string): readonly string[] => text.split(' ')

const kinds: ReadonlyMap<string, TopicKind> = new Map([
  ...words(
    'project roadmap review relaunch redesign rebrand rebranding proposal plan pitch draft article report study survey pilot prototype migration rollout strategy campaign programme program thesis dissertation book chapter paper portfolio website app renovation extension concept specification platform dashboard exhibition film documentary podcast album game tool guidelines handbook guide manual template analysis evaluation assessment transition integration upgrade refresh launch initiative collaboration partnership curriculum syllabus catalogue magazine brochure archive database library framework model blog wiki mural sculpture translation edition script screenplay novel essay experiment trial research move relocation restoration conversion planning onboarding rewrite refactoring setup installation garden',
  ).map((word) => [word, 'work'] as const),
  ...words(
    'workshop conference panel talk lecture seminar webinar meetup event festival retreat offsite hackathon symposium summit keynote fair reunion hike tour trip concert kick-off kickoff intro critique demo presentation session training course debrief retrospective walkthrough sprint',
  ).map((word) => [word, 'event'] as const),
  ...words(
    'slides deck notes comments summary outline findings results feedback flows wireframes mock-ups mockups icons photos pictures recipe tent idea ideas list data numbers figures map minutes sketch sketches schedule timetable agenda handover copy layout visuals tables charts page screens screen icon logo poster flyer club group discussion interface colours colors typeface fonts labels version versions timeline material materials',
  ).map((word) => [word, 'matter'] as const),
])

/** Nouns that say nothing without another one before them. */
const alwaysPlural: ReadonlySet<string> = new Set(
  words(
    'guidelines slides notes findings results flows wireframes mock-ups mockups icons photos pictures ideas numbers figures minutes sketches visuals tables charts screens colours colors fonts labels versions materials',
  ),
)

const prepositions: ReadonlySet<string> = new Set(words('of for in at on from with about to after before between near'))

/** Words that begin with a capital only where a subject begins with them. */
const common: ReadonlySet<string> = new Set(
  words(
    'ferry band choir club family school birthday party wedding holiday summer winter weekend reading recipe chess football tennis yoga annual quarterly monthly weekly daily new old first second third final next last joint shared internal external public open digital online virtual remote local global regional national international european mobile visual technical creative editorial academic scientific industrial commercial social cultural urban rural green solar offshore onshore wind energy power tariff grid battery water climate carbon city town village school university college museum gallery library theatre theater music film book photo garden kitchen house flat office studio workshop design product brand content marketing sales customer user client partner supplier vendor team staff people hiring leadership management strategy planning process workflow system platform software hardware data research survey interview usability accessibility search checkout sign-up onboarding settings profile timetable map icon colour color typography type font form forms navigation homepage website web page app feature release launch pilot prototype test testing review audit report roadmap project programme program portfolio course training lecture reading writing translation language style guide article paper thesis chapter journal magazine newsletter podcast video audio radio press media event conference panel talk keynote speaker meetup food wine coffee bread bike cycling hiking running sailing climbing travel train rail transport logistics supply chain warehouse factory production quality safety risk capacity resource resources delivery change growth market competitor trade export import community volunteer neighbourhood neighborhood youth children membership member donor alumni phase stage part draft version concept idea notes slides outline agenda field systems tools empty state edge case dark mode part-time phone service blueprint journey personas tokens component components pattern library space room floor roof window door heating insulation stand booth exhibition catalogue catalog archive collection history heritage night morning evening short long big small quick early late lean plain simple kick-off intro background follow-up',
  ),
)

/** A subject that begins with one of these asks for something. */
const imperatives: ReadonlySet<string> = new Set(
  words(
    'send join fix check see need needs get make add call meet try use share start finish stop confirm approve submit complete download register save remember discuss consider find update cancel move reschedule help please welcome introducing introduction missing forgotten lost re fwd thanks thank any some more another no your my our his her their its this that these those what when where who why how which urgent reminder question quick',
  ),
)

/** Words that a noun phrase has no room for, and words that name a day or a person of the conversation. */
const unsure: ReadonlySet<string> = new Set(
  words(
    'a an i you he she it we they me him us them my your our his their mine yours is are was were be been being am do does did done have has had can could will would shall should may might must not and-or or but if because so then than what when where who whom why how which that this these those please thanks thank sorry hi hello hey dear attached asap fyi tbd today tomorrow yesterday tonight week month year monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter birthday now soon late latest again still just some any let lets get got going gone went sent send need want look see know think ok okay yes no',
  ),
)

const isUnsure = (word: string): boolean =>
  unsure.has(word.toLowerCase()) || /['’]|^\d+$/.test(word) || /(?:.ed)$/i.test(word)

/** A common word, a name or an abbreviation: "Kelp", "Q3", "AI". */
const isModifier = (word: string): boolean => {
  const lower = word.toLowerCase()
  if (lower === 'and' || lower === '&' || common.has(lower) || kinds.has(lower)) return true
  if (/ly$/.test(lower) || unsure.has(lower)) return false
  return (
    /^[\p{Lu}\p{N}]/u.test(word) || /(?:tion|ment|ity|ness|ing|al|ive|ary|ory|ic|ance|ence|ure|age|ship)$/.test(lower)
  )
}

/** In the middle of a phrase, a word that is no verb by all that its form tells. */
const isPlainNoun = (word: string): boolean =>
  /^\p{Ll}{4,}$/u.test(word) && !unsure.has(word) && !imperatives.has(word) && !/(?:ed|ly|ing)$/.test(word)

const isTail = (tail: readonly string[]): boolean => {
  if (tail.length === 0) return true
  const last = tail.at(-1)?.toLowerCase() ?? ''
  // "The study in Ghent plan" and "the feedback on ferry redesign" lack an article that nobody can place.
  const noun = nounOf(last)
  if (noun !== null && !noun.isPlural && !tail.some((word) => /^(?:the|an?)$/i.test(word))) return false
  return tail.length > 1 && !prepositions.has(last) && !['the', 'a', 'an', 'and'].includes(last)
}

/** In the middle of a sentence only names and abbreviations keep their capitals. */
const cased = (word: string): string => {
  const lower = word.toLowerCase()
  const isCommon = common.has(lower) || kinds.has(lower) || nounOf(lower) !== null
  return isCommon || /^\p{Lu}\p{Ll}+(?:tion|ment|ity|ness|ing|al|ive|ary|ory|ance|ence|ship)$/u.test(word)
    ? lower
    : word
}

const inTail = (word: string, isTitleCase: boolean): string => {
  const lower = word.toLowerCase()
  if (prepositions.has(lower) || ['the', 'a', 'an', 'and'].includes(lower)) return lower
  return isTitleCase ? cased(word) : word
}
