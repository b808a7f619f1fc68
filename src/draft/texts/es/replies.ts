/** El principio de una respuesta tardía: una disculpa a la medida del retraso, y nada de lo que decía su mensaje. */
import { type Family, type FamilyName, type Lines, openingWith } from '../language.ts'

type Replies =
  | 'reply_soon'
  | 'reply'
  | 'reply_long'
  | 'reply_news'
  | 'reply_review'
  | 'reply_review_long'
  | 'reply_passed'
  | 'reply_late'
  | 'reply_noted'

const yours = { informal: ['Tu mensaje', 'Mi respuesta'], formal: ['Su mensaje', 'Mi respuesta'] } as const

const slow: Lines = [
  'Perdona que te conteste tan tarde.',
  '¡Perdona, se me había pasado!',
  'Gracias por tu mensaje, y perdona la espera.',
  'Siento haber tardado en contestarte.',
  'Perdona por dejar esto a medias.',
  'Perdona el retraso.',
  'Siento haberte hecho esperar.',
]

/** Where their subject can be said aloud, it is what the apology is about. */
const slowAbout: Lines = [
  'Perdona que te conteste tan tarde sobre {topic}.',
  'Siento haberte hecho esperar con {topic}.',
  'Gracias por tu mensaje sobre {topic}, y perdona la espera.',
]

const slowAboutFormal: Lines = [
  'Gracias por su mensaje sobre {topic}, y disculpe la demora.',
  'Lamento no haberle respondido aún sobre {topic}.',
  'Disculpe que le conteste tan tarde sobre {topic}.',
]

const slowFormal: Lines = [
  'Gracias por su mensaje, y disculpe el retraso.',
  'Disculpe que le responda tan tarde.',
  'Lamento no haberle respondido antes.',
  'Gracias por su mensaje y por su paciencia.',
  'Disculpe que le haya hecho esperar.',
  'Le ruego que disculpe el retraso.',
  'Le pido disculpas por la demora.',
]

const soSorry: Lines = [
  '¡Perdona que haya tardado tantísimo!',
  'Siento muchísimo haberte hecho esperar tanto.',
  'Perdóname, he tardado una barbaridad.',
  'Siento mucho este silencio tan largo por mi parte.',
  'Mil perdones, se me ha ido muchísimo el tiempo con esto.',
  'De verdad que siento haber tardado tanto.',
  'Siento en el alma haber tardado tanto en contestarte.',
]

/** Si el asunto se puede decir en voz alta, de eso habla la disculpa. */
const about: Lines = [
  'Siento muchísimo no haberte contestado sobre {topic}.',
  'Perdona este silencio tan largo sobre {topic}.',
  'Perdona que no te haya dicho nada sobre {topic}.',
  'Te debo una respuesta sobre {topic}, perdona.',
  'Perdona que te responda tan tarde sobre {topic}.',
]

const aboutFormal: Lines = [
  'Lamento mucho no haberle respondido sobre {topic}.',
  'Le ruego que disculpe este largo silencio sobre {topic}.',
  'Disculpe que no le haya dicho nada antes sobre {topic}.',
  'Le debo una respuesta sobre {topic}, disculpe.',
  'Disculpe que le responda tan tarde sobre {topic}.',
]

const soSorryFormal: Lines = [
  'Lamento mucho haber tardado tanto en responderle.',
  'Le pido disculpas por esta respuesta tan tardía.',
  'Lamento mucho haberle hecho esperar tanto.',
  'Su mensaje merecía una respuesta mucho más rápida, y le pido disculpas.',
  'Le pido disculpas por mi largo silencio.',
  'Disculpe que haya tardado tanto en escribirle.',
  'Gracias por su mensaje, y le ruego que disculpe una demora tan larga.',
]

export const spanishReplies: Readonly<Record<Extract<FamilyName, Replies>, Family>> = {
  reply_soon: {
    subjects: yours,
    openings: openingWith(
      [
        '¡Gracias por tu mensaje!',
        'Gracias por tu correo, que no se me olvida.',
        'He visto tu mensaje, ¡gracias!',
        'Te escribo solo para decirte que he visto tu mensaje.',
        'Gracias por tu paciencia.',
        'No me he olvidado de tu mensaje.',
        'Me llegó tu mensaje, gracias.',
      ],
      [
        'Gracias por su mensaje.',
        'He recibido su mensaje, muchas gracias.',
        'No he olvidado su mensaje.',
        'Le escribo solo para decirle que he recibido su mensaje.',
        'Gracias por su mensaje y su paciencia.',
        'Le agradezco su mensaje.',
        'Muchas gracias por escribirme.',
      ],
    ),
    asks: 'reply',
  },
  reply: {
    subjects: yours,
    openings: openingWith([...slow, ...slowAbout], [...slowFormal, ...slowAboutFormal]),
    asks: 'reply',
  },
  reply_long: {
    subjects: yours,
    openings: openingWith([...soSorry, ...about], [...soSorryFormal, ...aboutFormal]),
    asks: 'late',
  },
  reply_review: {
    subjects: yours,
    openings: openingWith(slow, slowFormal),
    asks: 'review',
  },
  reply_review_long: {
    subjects: yours,
    openings: openingWith(soSorry, soSorryFormal),
    asks: 'review',
  },
  reply_passed: {
    subjects: yours,
    openings: openingWith(
      [
        'Perdona, ya sé que el {weekday} ha pasado.',
        'Siento no haberte contestado antes del {weekday}.',
        'Llego tarde, ya pasó el {weekday}, perdona.',
        'Tendría que haberte contestado antes del {weekday}, lo siento.',
        'Ya sé que pasó el {weekday}, y lo siento.',
        'Se me pasó el {weekday} con esto, perdona.',
        'Vaya, ya pasó el {weekday} – ¡perdona!',
      ],
      [
        'Lamento no haberle respondido antes del {weekday}.',
        'Disculpe el retraso; ya sé que el {weekday} ha pasado.',
        'Sé que el {weekday} ya pasó, y le pido disculpas.',
        'Debería haberle respondido antes del {weekday}, y lo lamento.',
        'Gracias por su mensaje, y disculpe que dejara pasar el {weekday}.',
        'Le pido disculpas por escribirle después del {weekday}.',
        'Disculpe que le escriba cuando el {weekday} ya ha pasado.',
      ],
    ),
    asks: 'passed',
  },
  reply_noted: {
    subjects: { informal: ['Tu nueva dirección'], formal: ['Su nueva dirección'] },
    openings: openingWith(
      [
        '¡Gracias por tu nueva dirección! Ya la he guardado.',
        'Gracias por avisar, ya tengo apuntada tu nueva dirección.',
        'Apuntada queda tu nueva dirección, gracias.',
        'Gracias, ya he guardado tu nueva dirección.',
        'Recibido, ya he actualizado tu dirección.',
        'Gracias por mandarme tu nueva dirección.',
        'Ya tengo tu nueva dirección, ¡gracias!',
      ],
      [
        'Gracias por su nueva dirección, que ya he anotado.',
        'Gracias por su mensaje; su nueva dirección queda anotada.',
        'He tomado nota de su nueva dirección, gracias.',
        'Gracias por enviarme su nueva dirección.',
        'Gracias por avisar; ya he actualizado su dirección.',
        'Le agradezco su nueva dirección, que ya he guardado.',
        'Muchas gracias por la información; su nueva dirección queda guardada.',
      ],
    ),
    asks: 'news',
  },
  reply_news: {
    subjects: { informal: ['Tu mensaje', 'Con mucho retraso'], formal: ['Su mensaje', 'Con retraso'] },
    openings: openingWith(
      [
        'Me alegró saber de ti, y siento no haberte contestado.',
        'Gracias por tu mensaje, y perdona este silencio tan largo.',
        '¡Perdona que nunca te contestara!',
        'Me gustó leerte, y siento responder tan tarde.',
        'Perdona que haya dejado tu mensaje tanto tiempo sin respuesta.',
        'Gracias por escribirme, y perdona que tarde tanto en contestar.',
        'Qué bien que me escribieras; siento no haber contestado antes.',
      ],
      [
        'Me alegró recibir su mensaje, y lamento no haber respondido antes.',
        'Gracias por su mensaje, y disculpe este silencio tan largo.',
        'Lamento no haber respondido nunca a su mensaje.',
        'Gracias por escribirme, y disculpe que responda tan tarde.',
        'Disculpe que haya dejado su mensaje tanto tiempo sin respuesta.',
        'Le agradezco su mensaje, y le pido disculpas por la demora.',
        'Lamento haber tardado tanto en escribirle.',
      ],
    ),
    asks: 'late',
  },
  reply_late: {
    subjects: { informal: ['Tu mensaje', 'Con mucho retraso'], formal: ['Su mensaje', 'Con retraso'] },
    openings: openingWith(
      [
        ...about,
        'Siento muchísimo no haberte contestado nunca.',
        '¡Perdona que haya tardado tantísimo!',
        'Me da vergüenza no haberte contestado nunca, perdona.',
        'Siento mucho este silencio tan largo por mi parte.',
        'Se me pasó por completo tu mensaje, lo siento mucho.',
        'De verdad que siento haber tardado tanto.',
      ],
      [...soSorryFormal, ...aboutFormal],
    ),
    asks: 'late',
  },
}
