/** Years since the first contact: a small occasion, and a grateful look back. */
import type { Family } from '../language.ts'
import { usual } from './usual.ts'

export const anniversary: Family = {
  warm: {
    ...usual.warm,
    subjects: ['{Years} already', '{Years}, and thank you', 'A small anniversary', 'How time goes'],
    openings: [
      'By my reckoning it is {years} this week since we were first in touch. That made me stop for a moment, and I am glad that our paths crossed.',
      'I noticed that it is {years} this week since we got in touch, and it seemed a good moment to tell you how much I value that.',
      'It is {years} this week since the first word between us, and I did not want to let it go by unremarked.',
      '{Years} this week since we first got in touch: time enough to say that I am grateful for it.',
    ],
  },
  brief: {
    ...usual.brief,
    subjects: ['{Years} already', 'A small anniversary', '{Years} this week', 'How time goes'],
    openings: [
      'It is {years} this week since we were first in touch, and I am glad of it.',
      'I noticed that it is {years} this week since we got in touch. It seemed worth a line.',
      'A small anniversary: it is {years} since the first word between us, this very week.',
      '{Years} this week since we first got in touch. I wanted to mark it with a line.',
    ],
  },
  formal: {
    ...usual.formal,
    subjects: ['{Years} of acquaintance', '{Years} in touch', 'A small anniversary', 'With thanks'],
    openings: [
      'It is {years} this week since we were first in contact, and I would not like to let the occasion pass without thanking you for it.',
      'I notice that our acquaintance dates back {years} this week. I have valued it throughout, and wanted to say so.',
      'It is {years} this week that we have been in contact, and I take it as an occasion to thank you.',
      'Permit me to mark a small anniversary: it is {years} this week since we were first in contact.',
    ],
  },
}
