/** Spanish topics: a noun of known gender first, and what it is of or for. Pure. */
import type { Topic, TopicGrammar, TopicKind } from '../../topic.ts'

export const spanishTopics: TopicGrammar = {
  letters: /^[A-Za-zÁÉÍÓÚÜÑáéíóúüñÀ-ÿ0-9\s'’&-]+$/u,

  phraseOf(given) {
    const words = /^(?:el|la)$/i.test(given[0] ?? '') ? given.slice(1) : given
    const [head = '', ...rest] = words
    const noun = nouns.get(head.toLowerCase())
    if (
      noun === undefined ||
      rest.length === 0 ||
      rest.some((word) => unsure.has(word.toLowerCase()) || /\d{3}/.test(word))
    )
      return null
    const [second = ''] = rest
    const last = rest.at(-1)?.toLowerCase() ?? ''
    if (links.has(last) || !(links.has(second.toLowerCase()) || isNameOrAdjective(second))) return null
    return topicSaying([head.toLowerCase(), ...rest].join(' '), noun)
  },
}

const topicSaying = (said: string, { gender, kind }: Noun): Topic => ({
  phrase: `${gender === 'f' ? 'la' : 'el'} ${said}`,
  object: `${gender === 'f' ? 'la' : 'el'} ${said}`,
  oblique: gender === 'f' ? `de la ${said}` : `del ${said}`,
  title: said.charAt(0).toUpperCase() + said.slice(1),
  kind,
  isPlural: false,
})

interface Noun {
  readonly gender: 'm' | 'f'
  readonly kind: TopicKind
}

const list = (text: string, gender: 'm' | 'f', kind: TopicKind): readonly (readonly [string, Noun])[] =>
  text.split(' ').map((word) => [word, { gender, kind }] as const)

const nouns: ReadonlyMap<string, Noun> = new Map([
  ...list(
    'proyecto libro capítulo plan artículo informe prototipo sitio jardín documental catálogo programa portafolio podcast lanzamiento rediseño estudio manual boceto piloto huerto',
    'm',
    'work',
  ),
  ...list(
    'mudanza encuesta plataforma aplicación estrategia campaña reforma traducción exposición tesis maqueta revisión propuesta investigación migración web',
    'f',
    'work',
  ),
  ...list('taller seminario congreso festival concierto curso viaje', 'm', 'event'),
  ...list('conferencia charla jornada mesa excursión feria', 'f', 'event'),
  ...list('calendario guion', 'm', 'matter'),
  ...list('receta lista idea', 'f', 'matter'),
])

const links: ReadonlySet<string> = new Set('de del para sobre en con a al y la el los las'.split(' '))

const isNameOrAdjective = (word: string): boolean =>
  /^\p{Lu}/u.test(word) || /(?:al|ico|ica|ivo|iva|ario|aria|or|ora)$/.test(word)

const unsure: ReadonlySet<string> = new Set(
  'yo tú él ella nosotros vosotros ellos me te se nos os mi mis tu tus su sus nuestro nuestra vuestro es son está están era fue será ha han he puedo puedes puede quiero hay gracias hola sí no cuándo dónde quién qué cómo por cuál este esta estos mañana hoy ayer lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre semana mes año navidad urgente pregunta the of and with'.split(
    ' ',
  ),
)
