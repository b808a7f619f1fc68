/** El principio de un mensaje cuando algo ha cambiado, y cuando dos personas deberían conocerse. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Changes = 'company' | 'new_job' | 'address' | 'bounced' | 'years' | 'their_turn' | 'introduction'

const quetal = {
  informal: ['¿Qué tal?', '¿Cómo va todo?', '¿Qué hay de nuevo?'],
  formal: ['¿Cómo está?', 'Retomar el contacto', 'Saludos'],
} as const

export const spanishChanges: Readonly<Record<Extract<FamilyName, Changes>, Family>> = {
  company: {
    subjects: quetal,
    openings: openingWith(
      [
        'Veo que ahora tienes una dirección de {company}.',
        'He visto tu nueva dirección de {company}.',
        'Ahora escribes desde {company}, por lo que veo.',
        'Ya tengo guardada tu nueva dirección de {company}.',
        'Acabo de ver tu nueva dirección de {company}.',
        'Tus correos llegan ahora desde {company}.',
        'Me he fijado en tu nueva dirección de {company}.',
      ],
      [
        'Veo que ahora tiene una dirección de {company}.',
        'He tomado nota de su nueva dirección de {company}.',
        'He visto que ahora escribe desde {company}.',
        'Gracias por su mensaje desde su nueva dirección de {company}.',
        'Me he fijado en su nueva dirección de {company}.',
        'Ya tengo guardada su nueva dirección de {company}.',
        'Ahora escribe desde {company}, por lo que veo.',
      ],
    ),
    asks: 'company',
  },
  new_job: {
    subjects: { informal: ['¿Qué tal el nuevo trabajo?', '¿Qué tal?'], formal: ['¿Cómo está?', 'Saludos'] },
    openings: openingWith(
      [
        '¿Qué tal el nuevo trabajo?',
        '¿Cómo te va en el nuevo trabajo?',
        '¿Qué tal los comienzos en el nuevo trabajo?',
        'Quería preguntarte qué tal el nuevo trabajo.',
        'Me preguntaba cómo te va en el nuevo trabajo.',
        '¿Te gusta el nuevo trabajo?',
        'Hace días que quiero preguntarte por el nuevo trabajo.',
      ],
      [
        '¿Cómo le va en su nuevo puesto?',
        'Quería preguntarle cómo le va en su nuevo puesto.',
        'Espero que le vaya bien en su nuevo puesto.',
        '¿Qué tal los comienzos en su nuevo puesto?',
        'Me preguntaba cómo le va en su nuevo puesto.',
        '¿Le gusta su nuevo puesto?',
        'Hace días que quería preguntarle por su nuevo puesto.',
      ],
    ),
    asks: 'new_job',
  },
  address: {
    subjects: quetal,
    openings: openingWith(
      [
        'Ya tengo tu correo nuevo, así que te saludo desde aquí.',
        'Veo que tienes un correo nuevo.',
        'He guardado tu nuevo correo, y lo estreno ahora mismo.',
        'Este es mi primer mensaje a tu nuevo correo.',
        'Ya he guardado tu nueva dirección.',
        'He actualizado tu dirección de correo.',
        'Tu nueva dirección queda guardada.',
      ],
      [
        'Veo que tiene un correo nuevo.',
        'He tomado nota de su nuevo correo.',
        'Ya tengo guardado su nuevo correo, que usaré desde ahora.',
        'Le escribo a su nuevo correo.',
        'Su nueva dirección queda anotada.',
        'He actualizado su dirección de correo.',
        'Ya he guardado su nueva dirección.',
      ],
    ),
    asks: 'news',
  },
  bounced: {
    subjects: {
      informal: ['¿Correo nuevo?', 'Tu correo', 'Me devolvieron el correo'],
      formal: ['Su correo', '¿Nueva dirección?'],
    },
    openings: openingWith(
      [
        'Me devolvieron el último correo que te mandé. ¿A qué dirección te escribo ahora?',
        'Quise escribirte {bounced}, pero el correo me vino devuelto. ¿Tienes otra dirección?',
        'Creo que tengo un correo tuyo antiguo. ¿Cuál es el bueno?',
        'El correo que tengo tuyo parece que ya no funciona. ¿Me pasas el nuevo?',
        'Un correo que te mandé {bounced} no llegó. ¿Cuál es tu nueva dirección?',
        'Tu correo de antes ya no funciona. ¿Cuál usas ahora?',
        'No consigo escribirte por correo. ¿Has cambiado de dirección?',
      ],
      [
        'Me devolvieron el último correo que le envié. ¿A qué dirección puedo escribirle?',
        'Quise escribirle {bounced}, pero el mensaje vino devuelto. ¿Tiene otra dirección?',
        'Creo que tengo una dirección antigua. ¿Cuál es la correcta?',
        'El correo que tengo parece que ya no funciona. ¿Podría enviarme el nuevo?',
        'Un mensaje que le envié {bounced} no llegó. ¿Qué dirección debo usar?',
        'Su correo de antes ya no funciona. ¿Cuál usa ahora?',
        'No consigo escribirle por correo. ¿Ha cambiado de dirección?',
      ],
    ),
    asks: 'bounced',
  },
  years: {
    subjects: { informal: ['¡{YearsBare}!'], formal: ['{YearsBare}'] },
    openings: openingWith(
      [
        'Hace {anniversary} que nos escribimos por primera vez – ¡increíble!',
        'Acabo de caer en la cuenta de que hace {anniversary} que estamos en contacto.',
        '¿Te puedes creer que hace {anniversary} que estamos en contacto?',
        'Parece mentira, pero hace {anniversary} que nos escribimos por primera vez.',
        'Aunque no lo parezca, hace {anniversary} que estamos en contacto.',
        'Parece mentira: hace {anniversary} que estamos en contacto.',
        '¡Ya hace {anniversary} que estamos en contacto!',
      ],
      ['Hace {anniversary} que estamos en contacto, y me alegro mucho.'],
    ),
    asks: 'years',
  },
  their_turn: {
    subjects: { informal: ['¿Qué tal?', '¿Cómo va todo?', 'Me toca'], formal: ['¿Cómo está?', 'Saludos'] },
    openings: openingWith(
      [
        'Casi siempre escribes tú primero, así que esta vez me toca a mí.',
        'A ti se te da mejor que a mí esto de escribir, así que esta vez empiezo yo.',
        'Casi siempre eres tú quien escribe. ¡Me toca!',
        'Como casi siempre escribes tú, esta vez me adelanto yo.',
        'Por una vez soy yo quien escribe primero.',
        'Pensé que ya me tocaba escribir a mí, que casi siempre eres tú.',
        'Esta vez me adelanto, que casi siempre eres tú.',
      ],
      [
        'Suele ser usted quien escribe, así que esta vez me toca a mí.',
        'Gracias por escribirme con tanta constancia; esta vez quería adelantarme.',
        'Suele ser usted quien toma la iniciativa, así que esta vez quería hacerlo yo.',
        'Como suele escribirme usted, esta vez quería escribirle yo primero.',
        'Casi siempre escribe usted primero; pensé que ya me tocaba a mí.',
        'Agradezco mucho que mantenga así el contacto; esta vez quería escribir yo primero.',
        'Por una vez, quería adelantarme y escribirle yo.',
      ],
    ),
    asks: 'catch_up',
  },
  introduction: {
    subjects: {
      informal: ['¿Os presento?', '¿Un contacto para ti?'],
      formal: ['¿Un contacto para usted?', 'Una presentación'],
    },
    openings: openingWith(
      [
        '¿Conoces a {other}? Los dos os dedicáis a {ground}{shared}.',
        '¿Has hablado alguna vez con {other}? Los dos os dedicáis a {ground}{shared}.',
        '¿Os conocéis {other} y tú? Los dos os dedicáis a {ground}.',
        '¿Habéis hablado alguna vez {other} y tú? Los dos os dedicáis a {ground}.',
        '¿Has coincidido con {other}? Los dos os dedicáis a {ground}{shared}.',
        '¿Tienes contacto con {other}? Los dos os dedicáis a {ground}{shared}.',
        '¿Te suena {other}? Los dos os dedicáis a {ground}{shared}.',
      ],
      [
        '¿Conoce a {other}? También se dedica a {ground}.',
        '¿Ha hablado alguna vez con {other}? También se dedica a {ground}.',
        '¿Se conocen usted y {other}? Ambos se dedican a {ground}.',
        '¿Tiene contacto con {other}? También se dedica a {ground}.',
        '¿Ha coincidido con {other}? También se dedica a {ground}.',
        '¿Han hablado alguna vez usted y {other}? Ambos se dedican a {ground}.',
        '¿Le suena {other}? También se dedica a {ground}.',
      ],
    ),
    asks: 'introduce',
  },
}
