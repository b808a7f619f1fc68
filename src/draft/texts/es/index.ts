/** Español: «tú» en los dos tonos cercanos, «usted» en el formal. */
import { vocabularyOf } from '../../../model/vocabulary.ts'
import type { Language, Sentences } from '../language.ts'
import { spanishSlots, spanishTime } from './time.ts'
import { spanishTopics } from './topics.ts'

const sentences = vocabularyOf<Sentences>('spanish')

export const spanish: Language = {
  name: 'es',
  greetings: {
    warm: { named: 'Hola, {name}:', full: 'Hola, {name}:', titled: 'Hola, {name}:', nameless: 'Hola:' },
    brief: { named: 'Hola, {name}:', full: 'Hola, {name}:', titled: 'Hola, {name}:', nameless: 'Hola:' },
    formal: {
      named: 'Buenos días, {name}:',
      full: 'Buenos días, {name}:',
      titled: 'Buenos días, {name}:',
      nameless: 'Buenos días:',
    },
  },
  greeted: '{word}, {name}:',
  farewells: { warm: 'Un abrazo,', brief: 'Un saludo,', formal: 'Un cordial saludo,' },
  isLowAfterGreeting: false,
  tellsTerms: true,
  signsFullyIn: [],
  echoes: [
    /cómo (?:estás|está|te va|le va|va)|qué tal|qué hay de nuevo|novedades/i,
    /saber de|noticias/i,
    /gracias|agrade/i,
    /contacto/i,
    /llama(?:da|r|rnos)/i,
    /habl(?:ar|amos|emos)|conversa/i,
    /olvid/i,
    /perdon|disculp|siento|lamento/i,
    /al día/i,
    /alegr/i,
    /gust(?:ó|aría)/i,
    /tiempo/i,
    /escrib/i,
    /present/i,
    /placer/i,
    /respuesta/i,
    /salud/i,
    /preguntar|preguntaba/i,
  ],
  minWords: { warm: 9, brief: 5, formal: 10 },
  offers: /llama|café|teléfono|hablamos|hablar (?:con calma|brevemente|un momento)|al día pronto/i,
  offersInPerson: /café/i,
  thanks: /gracias|agrade/i,
  slots: spanishSlots,
  topics: spanishTopics,
  time: spanishTime,
  get families() {
    return sentences().families
  },
  get asks() {
    return sentences().asks
  },
}
