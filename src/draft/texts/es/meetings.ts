/** El principio de un mensaje tras un encuentro o un primer intercambio. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Meetings = 'met_first' | 'met' | 'met_again' | 'wrote_first' | 'wrote_first_topic' | 'project_end'

export const spanishMeetings: Readonly<Record<Extract<FamilyName, Meetings>, Family>> = {
  project_end: {
    subjects: { informal: ['¡Gracias!', 'Muchas gracias'], formal: ['Muchas gracias', 'Gracias'] },
    openings: openingWith(
      [
        'Ahora que está todo más tranquilo, quería darte las gracias por {stretch}.',
        'Solo quería darte las gracias por {stretch}.',
        'Antes de que se me pase: ¡gracias por {stretch}!',
        '¡Gracias por todo el ir y venir de {stretch}!',
        'Gracias por todo durante {stretch}.',
        'Me ha gustado mucho trabajar contigo durante {stretch}, ¡gracias!',
        'Ya está todo más tranquilo, así que gracias por {stretch}.',
      ],
      [
        'Ahora que está todo más tranquilo, quería darle las gracias por {stretch}.',
        'Quería agradecerle su trabajo durante {stretch}.',
        'Gracias por todo durante {stretch}.',
        'Ha sido un placer trabajar con usted durante {stretch}, y quería agradecérselo.',
        'Solo quería darle las gracias por {stretch}.',
        'Le agradezco mucho su esfuerzo durante {stretch}.',
        'Antes de que pase más tiempo, quería darle las gracias por {stretch}.',
      ],
    ),
    asks: 'news',
  },
  met_first: {
    subjects: {
      informal: ['Un placer', 'Seguimos en contacto', 'Nuestra charla'],
      formal: ['Nuestra conversación', 'Seguimos en contacto'],
    },
    openings: openingWith(
      [
        'Me gustó mucho conocerte {met}{at}.',
        'Fue genial conocerte {met}{at}.',
        'Gracias por tu tiempo {met}.',
        'Me alegro de que nos conociéramos {met}{at}.',
        'Gracias por la conversación {met}.',
        'Qué bien que nos conociéramos {met}{at}.',
        'Disfruté mucho de nuestra conversación {met}.',
      ],
      [
        'Gracias por dedicarme su tiempo {met}.',
        'Fue un placer conocerle {met}.',
        'Gracias por la conversación {met}.',
        'Me alegró mucho conocerle {met}.',
        'Le agradezco el tiempo que me dedicó {met}.',
        'Disfruté de nuestra conversación {met}.',
        'Me gustó mucho nuestra conversación {met}.',
      ],
    ),
    asks: 'met',
  },
  met: {
    subjects: {
      informal: ['Nuestra charla', 'Seguimos en contacto'],
      formal: ['Nuestra conversación', 'Seguimos en contacto'],
    },
    openings: openingWith(
      [
        'Me gustó mucho hablar contigo {met}{at}.',
        'Fue genial charlar {met}{at}.',
        'Gracias por tu tiempo {met}.',
        'Me alegro de que pudiéramos hablar {met}{at}.',
        'Gracias por la charla {met}.',
        'Qué bien que habláramos {met}{at}.',
        'Disfruté mucho de nuestra charla {met}.',
      ],
      [
        'Gracias por dedicarme su tiempo {met}.',
        'Fue un placer hablar con usted {met}.',
        'Gracias por la conversación {met}.',
        'Me alegró que pudiéramos hablar {met}.',
        'Le agradezco el tiempo que me dedicó {met}.',
        'Disfruté de nuestra conversación {met}.',
        'Me gustó mucho nuestra conversación {met}.',
      ],
    ),
    asks: 'keep_up',
  },
  met_again: {
    subjects: {
      informal: ['¿Repetimos?', 'Hasta la próxima', 'Ya tocaba'],
      formal: ['Nuestra conversación', 'Hasta la próxima'],
    },
    openings: openingWith(
      [
        'Me encantó volver a {seeYou} {met}{at}.',
        'Fue genial reencontrarnos {met}{at}.',
        'Gracias por sacar un rato {met}.',
        'Qué gusto volver a {seeYou} {met}{at}.',
        'Me alegré mucho de volver a {seeYou} {met}{at}.',
        'Disfruté mucho de nuestro reencuentro {met}.',
        'Qué bien que pudiéramos hablar {met}{at}.',
      ],
      [
        'Gracias por dedicarme su tiempo {met}; me alegró volver a hablar con usted.',
        'Fue un placer volver a hablar con usted {met}.',
        'Me alegró mucho reencontrarnos {met}.',
        'Gracias por la conversación {met}.',
        'Le agradezco el tiempo que me dedicó {met}.',
        'Disfruté de nuestro reencuentro {met}.',
        'Me gustó mucho volver a hablar con usted {met}.',
      ],
    ),
    asks: 'again',
  },
  wrote_first: {
    subjects: {
      informal: ['Seguimos en contacto', '¿Qué tal?'],
      formal: ['Seguimos en contacto', 'Nuestros mensajes'],
    },
    openings: openingWith(
      [
        'Me gustó que nos escribiéramos {recently}.',
        'Gracias otra vez por tus mensajes {recently}.',
        'Me alegró que nos escribiéramos {recently}.',
        'Qué bien que nos pusiéramos en contacto {recently}.',
        'Me gustó mucho leerte {recently}.',
        'Gracias por los mensajes {recently}.',
        'Fue un gusto leerte {recently}.',
      ],
      [
        'Gracias de nuevo por sus mensajes {recently}.',
        'Fue un placer leerle {recently}.',
        'Me alegró que nos escribiéramos {recently}.',
        'Gracias por los mensajes {recently}.',
        'Agradezco que nos pusiéramos en contacto {recently}.',
        'Me gustó que nos escribiéramos {recently}.',
        'Le agradezco sus mensajes {recently}.',
      ],
    ),
    asks: 'wrote',
  },
  wrote_first_topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'Me gustó que nos escribiéramos sobre {object} {recently}.',
        'Gracias otra vez por tus mensajes sobre {object} {recently}.',
        '¿Cómo va {topic}?',
        'Me alegró que nos escribiéramos sobre {object} {recently}.',
        'Me preguntaba cómo va {topic}.',
        'Gracias por los mensajes sobre {object} {recently}.',
        '¿Hay novedades sobre {object}?',
      ],
      [
        'Gracias de nuevo por sus mensajes sobre {object} {recently}.',
        'Fue un placer leerle sobre {object} {recently}.',
        'Me alegró que nos escribiéramos sobre {object} {recently}.',
        'Gracias por los mensajes sobre {object} {recently}.',
        'Agradezco sus mensajes sobre {object} {recently}.',
        'Me gustó que nos escribiéramos sobre {object} {recently}.',
        'Le agradezco sus mensajes sobre {object} {recently}.',
      ],
    ),
    asks: 'wrote',
  },
}
