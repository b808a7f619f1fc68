/** French topics: a noun of known gender first, and what it is of or for. Pure. */
import type { Topic, TopicGrammar, TopicKind } from '../../topic.ts'

export const frenchTopics: TopicGrammar = {
  letters: /^[A-Za-zÀ-ÖØ-öø-ÿŒœ0-9\s'’&-]+$/u,

  phraseOf(given) {
    const words = /^(?:le|la)$/i.test(given[0] ?? '') ? given.slice(1) : given
    const [head = '', ...rest] = words
    const noun = nouns.get(head.toLowerCase())
    if (
      noun === undefined ||
      rest.length === 0 ||
      rest.some((word) => unsure.has(word.toLowerCase()) || /\d{3}/.test(word))
    )
      return null
    const last = rest.at(-1)?.toLowerCase() ?? ''
    const [second = ''] = rest
    const isJoined = links.has(second.toLowerCase()) || /^[dl]['’]/i.test(second)
    if (links.has(last) || !(isJoined || isNameOrAdjective(second))) return null
    return topicSaying([head.toLowerCase(), ...rest].join(' '), noun)
  },
}

const topicSaying = (said: string, { gender, kind }: Noun): Topic => {
  const isElided = /^[aeiouhéèêâîôœ]/i.test(said)
  const article = isElided ? 'l’' : gender === 'f' ? 'la ' : 'le '
  return {
    phrase: `${article}${said}`,
    object: `${article}${said}`,
    oblique: isElided ? `de l’${said}` : gender === 'f' ? `de la ${said}` : `du ${said}`,
    title: said.charAt(0).toUpperCase() + said.slice(1),
    kind,
    isPlural: false,
  }
}

interface Noun {
  readonly gender: 'm' | 'f'
  readonly kind: TopicKind
}

const list = (text: string, gender: 'm' | 'f', kind: TopicKind): readonly (readonly [string, Noun])[] =>
  text.split(' ').map((word) => [word, { gender, kind }] as const)

const nouns: ReadonlyMap<string, Noun> = new Map([
  ...list(
    'projet livre chapitre guide plan article rapport prototype site déménagement jardin film catalogue programme portfolio dossier podcast lancement mémoire',
    'm',
    'work',
  ),
  ...list(
    'refonte étude enquête brochure plateforme application stratégie campagne rénovation traduction exposition thèse maquette charte feuille recherche migration',
    'f',
    'work',
  ),
  ...list('atelier séminaire colloque festival concert salon voyage', 'm', 'event'),
  ...list('conférence table formation randonnée visite présentation', 'f', 'event'),
  ...list('compte-rendu calendrier', 'm', 'matter'),
  ...list('recette liste idée', 'f', 'matter'),
])

const links: ReadonlySet<string> = new Set('de du des à au aux pour sur en dans avec et la le les'.split(' '))

/** "Projet Atlas", "refonte graphique": a name, or an adjective that has found its form already. */
const isNameOrAdjective = (word: string): boolean =>
  /^\p{Lu}/u.test(word) || /(?:ique|aire|elle|el|al|ale|if|ive|eux|euse)$/.test(word)

const unsure: ReadonlySet<string> = new Set(
  'je tu il elle nous vous ils on mon ma mes ton ta tes son sa ses notre nos votre vos leur est sont était sera a ont peux peut pouvez veux dois faut merci bonjour salut oui non quand où qui que quoi comment pourquoi quel quelle ce cette ces demain hier lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre semaine mois noël urgent question the of and with'.split(
    ' ',
  ),
)
