/** Someone who usually writes first: the thanks that is due, and the first step, without keeping score. */
import type { Family } from '../language.ts'
import { usual } from './usual.ts'

export const gratitude: Family = {
  warm: {
    ...usual.warm,
    subjects: ['Thank you', 'A thank-you from me', 'My turn to say hello', 'A word of thanks'],
    openings: [
      'It occurred to me that you are mostly the one who writes first. I am grateful for that, and this time I wanted it to be me.',
      'You are good at keeping in touch, better than I am, and I have not thanked you for it. So: thank you, truly.',
      'More often than not the first word between us is yours. I do notice, and I am thankful for it.',
      'This time let me be the one who writes first, with thanks for all the times that you did.',
    ],
  },
  brief: {
    ...usual.brief,
    subjects: ['Thank you', 'My turn to say hello', 'A short thank-you', 'A word of thanks'],
    openings: [
      'You are mostly the one who writes first, so this time it is me: thank you for keeping in touch.',
      'You keep the thread between us going more than I do. Thank you for that; I do notice.',
      'It is my turn to write. Thank you for all the times that you did.',
      'A short thank-you: you are the one who usually gets in touch, and I am glad that you do.',
    ],
  },
  formal: {
    ...usual.formal,
    subjects: ['With thanks', 'A word of thanks', 'Our contact', 'With appreciation'],
    openings: [
      'The first step in our correspondence is usually yours, and I would like to thank you for it.',
      'I am conscious that our contact owes more to you than to me, and I wished to thank you for it.',
      'Allow me to be the one who writes first this time, and to thank you for the many times that you have done so.',
      'That our contact has not lapsed I owe in good part to you, and I would like to thank you for it.',
    ],
  },
}
