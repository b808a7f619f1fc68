/** A tie with a rhythm that has gone quiet: say so plainly, without a reproach to either. */
import type { Family } from '../language.ts'
import { usual } from './usual.ts'

export const rhythmBroken: Family = {
  warm: {
    ...usual.warm,
    subjects: ['It has been a while', 'Thinking of you', 'A hello, after a while', 'Before another month goes by'],
    openings: [
      'It has been a while {since}, and you came to mind. I hope that things are good with you.',
      'I noticed how long it has been {since}, which is longer than I like, so here is a hello before another month goes by.',
      'Somehow the weeks have run away with me {since}. I hope that they have been good ones for you.',
      'I have been meaning to write ever {since}, and somehow it took me until now. I hope that all is well where you are.',
    ],
  },
  brief: {
    ...usual.brief,
    subjects: ['A quick hello', 'Hello from me', 'Just a hello', 'A short word'],
    openings: [
      'It has been a while {since}, so this is just a quick hello. I hope that all is well.',
      'A short hello, because it has been quiet between us {since}, and I would not want that to become a habit.',
      'It has been too long {since}, so here is a word from me. I hope that things are going well.',
      'You came to mind, and I noticed that it has been some time {since}. I hope that you are well.',
    ],
  },
  formal: {
    ...usual.formal,
    subjects: ['Keeping in touch', 'A few lines, after some time', 'With kind regards', 'A greeting'],
    openings: [
      'It has been some time {since}, and I did not want to let more of it pass without sending you a few lines. I hope that you are well.',
      'I notice that we have not been in contact {since}, and I should not like to see it lapse. I hope that all is well with you.',
      'A good deal of time has gone by {since}, and I wished to be in touch again. I hope that it has been a good time for you.',
      'Allow me to send you a greeting: it has been quiet between us {since}, and I think of our exchange with pleasure.',
    ],
  },
}
