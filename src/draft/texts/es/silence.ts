/** El principio de un mensaje tras un silencio, corto o largo. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Silence =
  | 'topic'
  | 'topic_later'
  | 'topic_long'
  | 'since'
  | 'long'
  | 'of_two'
  | 'plain'
  | 'in_copy'
  | 'second_door'
  | 'soon'
  | 'hello'

const quetal = {
  informal: ['¿Qué tal?', '¿Cómo va todo?', '¿Qué hay de nuevo?'],
  formal: ['¿Cómo está?', 'Retomar el contacto', 'Saludos'],
} as const

export const spanishSilence: Readonly<Record<Extract<FamilyName, Silence>, Family>> = {
  topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        '¿Cómo va {topic}?',
        '¿Qué tal va {topic}?',
        '¿Hay novedades sobre {object}?',
        'Quería preguntarte cómo va {topic}.',
        '¿En qué punto está {topic}?',
        '¿Avanza {topic}?',
        'Me preguntaba cómo iría {topic}.',
      ],
      ['Me preguntaba cómo va {topic}.'],
    ),
    asks: 'after_topic',
  },
  topic_later: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        '¿En qué quedó {topic}?',
        '¡Cuánto tiempo! ¿Cómo va {topic}?',
        'Me preguntaba en qué había quedado {topic}.',
        '¿Qué fue {oblique}?',
        'Nunca supe en qué quedó {topic}.',
        'Hace tiempo que quiero preguntarte por {object}.',
        '¿Qué tal fue {topic}?',
      ],
      ['Ha pasado ya un tiempo desde {sinceBare}.'],
    ),
    asks: 'after_topic',
  },
  topic_long: {
    subjects: { informal: ['{Title}', '¡Cuánto tiempo!'], formal: ['Retomar el contacto'] },
    openings: openingWith(
      [
        'Ha pasado {duration} desde {sinceBare}.',
        '¡Cómo pasa el tiempo! Ya hace {duration} desde {sinceBare}.',
        'Me parece mentira que haya pasado {duration} desde {sinceBare}.',
        'Te escribo así, de repente, pero ha pasado {duration} desde {sinceBare}.',
        'El otro día caí en la cuenta de que ha pasado {duration} desde {sinceBare}.',
        '¿De verdad ha pasado {duration} desde {sinceBare}?',
        'Ya sé que hace mucho: ha pasado {duration} desde {sinceBare}.',
      ],
      ['Ha pasado {duration} desde {sinceBare}.'],
    ),
    asks: 'outcome',
  },
  since: {
    subjects: quetal,
    openings: openingWith(
      [
        '¿Cómo te ha ido desde {sinceIt}?',
        '¿Qué tal todo desde {sinceIt}?',
        'No hablamos {sinceMonth}, y me gustaría cambiarlo.',
        'Ha pasado demasiado tiempo desde {sinceIt}.',
        'Acabo de darme cuenta de que no hablamos {sinceMonth}.',
        '¿De verdad ha pasado {longer} desde {sinceIt}?',
        'Creo que no hablamos {sinceMonth}.',
        'No nos ponemos al día {sinceMonth}, y ya toca.',
        'Hace {fewWeeks} que no hablamos, así que te escribo.',
        '¡Cuánto tiempo!',
        'Hacía tiempo que no te escribía.',
        'Hace demasiado que no hablamos.',
        'Ya tocaba que te escribiera.',
        'Hace tiempo que no sé de ti.',
        'Hace días que quiero preguntarte cómo estás.',
        'Hacía tiempo que no te escribía.',
      ],
      [
        '¿Cómo le ha ido desde {sinceIt}?',
        'Espero que todo le haya ido bien desde {sinceIt}.',
        'No hemos estado en contacto {sinceMonth}, y me gustaría retomarlo.',
        'Ha pasado ya un tiempo desde {sinceIt}.',
        'He caído en la cuenta de que no hablamos {sinceMonth}.',
        'Ha pasado {longer} desde {sinceIt}.',
        'Le escribo porque no hemos hablado {sinceMonth}.',
        'Creo que no hemos estado en contacto {sinceMonth}.',
        'Hace {fewWeeks} que no hablamos, y quería saludarle.',
        'Hacía tiempo que no le escribía.',
        'Hace tiempo que no estamos en contacto.',
        'Quería retomar el contacto.',
        'Me gustaría mantener el contacto con usted.',
        'Le escribo para retomar el contacto.',
      ],
    ),
    asks: 'catch_up',
  },
  long: {
    subjects: {
      informal: ['¡Cuánto tiempo!', '¿Qué tal?', '¿Cómo va todo?', '¿Qué hay de nuevo?'],
      formal: ['Retomar el contacto', 'Después de mucho tiempo', 'Saludos'],
    },
    openings: openingWith(
      [
        'Ha pasado {duration} desde {sinceBare}, y es demasiado.',
        'Me parece mentira que haya pasado {duration} desde {sinceBare}.',
        'Te escribo así, de repente, pero ha pasado {duration} desde {sinceBare}.',
        'Cómo pasa el tiempo – ya hace {duration} desde {sinceBare}.',
        'Llevamos {duration} sin hablar, y me gustaría cambiarlo.',
        'El otro día caí en la cuenta de que ha pasado {duration} desde {sinceBare}.',
        '¿De verdad ha pasado {duration} desde {sinceBare}?',
      ],
      [
        'Ha pasado {duration} desde {sinceBare}.',
        'He caído en la cuenta de que ha pasado {duration} desde {sinceBare}.',
        'Llevamos {duration} sin hablar, y me gustaría retomar el contacto.',
        'Parece mentira que haya pasado {duration} desde {sinceBare}.',
        'Ha pasado {duration} desde {sinceBare}, y me gustaría retomar el contacto.',
        'Después de {duration}, me gustaría retomar el contacto.',
        'Le escribo después de {duration} para retomar el contacto.',
      ],
    ),
    asks: 'catch_up',
  },
  of_two: {
    subjects: quetal,
    openings: openingWith(
      [
        '{Seen}, pero hace tiempo que no hablamos tú y yo.',
        '{Seen}, pero no nos ponemos al día desde hace tiempo.',
        '{Seen}, pero ni siquiera sé cómo estás.',
        '{Seen}, y pensé que hacía tiempo que no hablábamos.',
        'Hace tiempo que no hablamos tú y yo.',
        'Acabo de darme cuenta de que hace mucho que no hablamos de verdad.',
        'Estaría bien hablar con calma.',
        'Hace días que quiero preguntarte cómo estás.',
      ],
      [
        'Hace tiempo que no hablamos directamente.',
        'He caído en la cuenta de que hace tiempo que no conversamos.',
        'Me gustaría volver a hablar con usted directamente.',
        'No hemos tenido ocasión de conversar con calma últimamente.',
        'Le escribo para saber cómo está.',
        'Sería un placer volver a hablar con calma.',
        'Aunque hemos coincidido en grupo, hace tiempo que no conversamos.',
      ],
    ),
    asks: 'catch_up',
  },
  plain: {
    subjects: quetal,
    openings: openingWith(
      [
        'Hace demasiado que no hablamos.',
        'Hacía tiempo que no te escribía.',
        'Ya tocaba que te escribiera.',
        '¡Cuánto tiempo!',
        'Acabo de darme cuenta de que hace mucho que no hablamos.',
        'Hace tiempo que no sé de ti.',
        'Ya sé que hace mucho.',
      ],
      [
        'Hace tiempo que no estamos en contacto.',
        'Hacía tiempo que no le escribía.',
        'He caído en la cuenta de que hace mucho que no hablamos.',
        'Me gustaría mantener el contacto con usted.',
        'Ha pasado un tiempo desde la última vez que hablamos.',
        'Quería retomar el contacto.',
        'Le escribo para retomar el contacto.',
      ],
    ),
    asks: 'catch_up',
  },
  soon: {
    subjects: {
      informal: ['Unas líneas', '¿Qué tal?', '¿Cómo va todo?'],
      formal: ['Unas líneas', 'Saludos', 'Seguimos en contacto'],
    },
    openings: openingWith(
      [
        '¿Cómo te ha ido desde {sinceIt}?',
        'Espero que todo te haya ido bien desde {sinceIt}.',
        '¿Qué tal todo desde {sinceIt}?',
        'Hace {fewWeeks} que no hablamos, así que te mando un saludo.',
        'Te escribo un momento, que hace {fewWeeks} que no hablamos.',
        'Solo quería saludarte.',
        'Unas líneas para saludarte.',
        'Me he acordado de ti.',
        'Un saludo rápido de mi parte.',
        'Te escribo solo para saludarte.',
        'Paso a saludarte un momento.',
      ],
      [
        '¿Cómo le ha ido desde {sinceIt}?',
        'Espero que todo le haya ido bien desde {sinceIt}.',
        '¿Qué tal está desde {sinceIt}?',
        'Hace {fewWeeks} que no hablamos, y quería saludarle.',
        'Quería enviarle un breve saludo.',
        'Unas líneas para saludarle.',
        'Le escribo solo para saludarle.',
        'Quería escribirle unas líneas.',
        'Solo un breve mensaje de mi parte.',
        'Le escribo para saber cómo está.',
        'Me gustaría mantener el contacto con usted.',
      ],
    ),
    asks: 'news',
  },
  in_copy: {
    subjects: {
      informal: ['Unas líneas', '¿Qué tal?', '¿Qué hay de nuevo?'],
      formal: ['Unas líneas', 'Saludos', 'Seguimos en contacto'],
    },
    openings: openingWith(
      [
        'Coincidimos a menudo en copia, así que hoy te escribo directamente.',
        'Solemos escribirnos en copia, así que esta vez te saludo directamente.',
        'Estamos a menudo en los mismos correos, así que quería saludarte directamente.',
        'Por una vez te escribo directamente y no solo en copia.',
        'Hemos coincidido en varios correos y quería saludarte.',
        'Normalmente solo nos leemos en copia, así que aquí va un saludo de verdad.',
        'Nuestros nombres coinciden en los correos de grupo, ¡así que hola!',
      ],
      [
        'Coincidimos a menudo en copia, por lo que quería escribirle directamente.',
        'Como solemos estar en copia de los mismos correos, quería saludarle.',
        'Por una vez le escribo directamente y no solo en copia.',
        'Hemos coincidido en varios correos y quería saludarle.',
        'Por una vez, le escribo directamente para saludarle.',
        'Hasta ahora nos hemos leído sobre todo en correos de grupo, así que le escribo directamente.',
        'Quería escribirle directamente, ya que normalmente solo nos leemos en copia.',
      ],
    ),
    asks: 'news',
  },
  second_door: {
    subjects: {
      informal: ['¿Una llamada rápida?', '¿Hablamos un momento?'],
      formal: ['¿Una breve llamada?', '¿Hablamos unos minutos?'],
    },
    openings: openingWith(
      [
        '¿Tienes diez minutos para una llamada un día de estos?',
        '¿Te apetece que hablemos un momento por teléfono?',
        '¿Te viene bien una llamada rápida este mes?',
        '¿Puedo llamarte un día de estos?',
        '¿Hablamos un rato por teléfono?',
        '¿Cuándo te vendría bien que te llamara?',
        '¿Tendrías un rato para una llamada?',
      ],
      [
        '¿Tendría unos minutos para una breve llamada estos días?',
        '¿Le vendría bien una breve llamada este mes?',
        '¿Podría llamarle unos minutos un día de estos?',
        '¿Cuándo le vendría bien que le llamara?',
        '¿Podríamos hablar unos minutos por teléfono?',
        'Me gustaría hablar con usted unos minutos. ¿Le vendría bien una llamada?',
        '¿Estaría disponible para una llamada breve próximamente?',
      ],
    ),
    asks: 'second_door',
  },
  hello: {
    subjects: {
      informal: ['Unas líneas', '¿Qué tal?', '¿Qué hay de nuevo?'],
      formal: ['Unas líneas', 'Saludos', 'Seguimos en contacto'],
    },
    openings: openingWith(
      [
        'Solo quería saludarte.',
        'Unas líneas para saludarte.',
        'Me he acordado de ti.',
        'Un saludo rápido de mi parte.',
        'Te escribo solo para saludarte.',
        'Te escribo para saber cómo estás.',
        'Paso a saludarte un momento.',
      ],
      [
        'Quería enviarle un breve saludo.',
        'Unas líneas para saludarle.',
        'Me gustaría mantener el contacto con usted.',
        'Le escribo solo para saludarle.',
        'Quería escribirle unas líneas.',
        'Solo un breve mensaje de mi parte.',
        'Le escribo para saber cómo está.',
      ],
    ),
    asks: 'news',
  },
}
