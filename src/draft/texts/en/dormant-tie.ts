/** An old tie, silent for long: no excuse, no reproach, and a true reason. */
import type { Family } from '../language.ts'
import { usual } from './usual.ts'

export const dormantTie: Family = {
  warm: {
    ...usual.warm,
    subjects: ['After a long time', 'A hello from way back', 'Out of the blue', 'I thought of you'],
    openings: [
      'It has been a long time {since}, and that is not how I want it to stay. I thought of you and wondered how life has been.',
      'This comes out of the blue, I know: it has been quiet {since}. But you were on my mind, and that seemed reason enough to write.',
      'Some people one does not forget, and you are one of them, however long it has been {since}. I hope that life has been good to you.',
      'I thought back to the time when we were in touch so often, and noticed how long it has been {since}. It would be a pity to leave it there.',
    ],
  },
  brief: {
    ...usual.brief,
    subjects: ['A hello after a long time', 'Long time', 'Out of the blue', 'A word after ages'],
    openings: [
      'It has been a very long time {since}, so here is a hello out of the blue. I hope that you are well.',
      'You may be surprised to hear from me: it has been quiet {since}. There is no reason, except that I thought of you.',
      'It has been ages {since}. I thought of you, and decided to write rather than to go on meaning to.',
      'After all this time, a word from me: it has been quiet {since}, and I would like to change that.',
    ],
  },
  formal: {
    ...usual.formal,
    subjects: ['After some time', 'With kind regards, after a long time', 'A few lines', 'Our contact'],
    openings: [
      'It has been a long time {since}, and I have often thought back to our exchange with pleasure. I hope that you are well.',
      'You may be surprised to hear from me after so long. It has been quiet between us {since}, and I did not wish to leave it so.',
      'Much time has gone by {since}, and I would not like an acquaintance that I value to end in silence. I hope that all is well with you.',
      'Although it has been a long time {since}, I remember our contact with appreciation, and I wanted you to know that.',
    ],
  },
}
