/**
 * What can be offered when the last time was a few days ago: there is nothing yet to catch up on, and a first acquaintance is
 * told no more than that one is glad of it.
 */
import type { Tone } from '../../../model/check-in.ts'
import type { Sentences } from '../language.ts'
import { usual } from './usual.ts'

export const fresh: Readonly<Record<Tone, Pick<Sentences, 'offers' | 'closings'>>> = {
  warm: {
    offers: [
      'If you would like to go on from there, I will gladly fit a call or a coffee around whatever suits you.',
      'If there is anything I can lend a hand with, an introduction or a second opinion, say so and it is yours.',
      'If our ways cross in the coming weeks, the coffee is on me; and if they do not, I am happy to ring you.',
      'I would be happy to go on with it some time, on the phone or over lunch, on whichever day is good for you.',
      'If something comes up that I could be of use with, my inbox is open to you, whatever it is.',
    ],
    closings: [
      'And if life is full at the moment, there is nothing to answer here at all.',
      'For now I mainly wanted to send you a friendly word.',
      'All good wishes for whatever the coming weeks have in store for you.',
      'If this comes at a busy time, just let it lie, and I will not mind.',
      'I am glad that we are in touch, and look forward to more of it.',
      'Until then, may the weeks ahead be kind to you.',
      'Whenever you feel like it is soon enough for me.',
      'Either way, I hope that the rest of your week goes well.',
      'Take it as a small thank-you, and leave it at that if you like.',
    ],
  },
  brief: {
    offers: [
      'If you would like to go on from there, I can call you whenever it suits, for ten minutes or an hour.',
      'The coffee is on me the next time our ways cross, or we talk on the phone if that is easier for you.',
      'If I can be useful with anything at the moment, just say so, and I will see what I can do.',
      'I am happy to go on with it on the phone or over lunch, on whichever day is easiest for you.',
      'If something on your desk could do with a second pair of eyes, you are welcome to mine.',
    ],
    closings: usual.brief.closings,
  },
  formal: {
    offers: [
      'Should you find it agreeable to continue our exchange, I would be pleased to arrange a call at a time of your choosing.',
      'If I can be of help to you in any matter at present, with an introduction or with an opinion, please let me know.',
      'I would be glad to meet or to speak by telephone whenever it is convenient for you, and will gladly adapt to your calendar.',
      'If there is anything that I can contribute from my side, I would do so with pleasure; a line from you is enough.',
      'Should an opportunity arise in the coming weeks, it would be a pleasure to invite you to lunch.',
    ],
    closings: usual.formal.closings,
  },
}
