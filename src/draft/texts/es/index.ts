/** Español: «tú» en los dos tonos cercanos, «usted» en el formal. */
import type { Language } from '../language.ts'
import { spanishAsks } from './asks.ts'
import { spanishFamilies } from './families.ts'
import { spanishSlots, spanishTime } from './time.ts'
import { spanishTopics } from './topics.ts'

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
  slots: spanishSlots,
  topics: spanishTopics,
  time: spanishTime,
  families: spanishFamilies,
  asks: spanishAsks,
}
