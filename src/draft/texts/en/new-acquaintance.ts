/** Someone just met, or just written to: the second exchange, while the first is fresh. */
import type { Family } from '../language.ts'
import { fresh } from './fresh.ts'

export const newAcquaintanceMet: Family = {
  warm: {
    ...fresh.warm,
    subjects: ['Good to meet you', 'After our meeting', 'Glad that we met', 'A second hello'],
    openings: [
      'It was good to meet you, and I wanted to say so before the days run away with me.',
      'Thank you for the time you took when we met. I was glad of it, and it has stayed with me.',
      'I was glad that we met, and did not want to leave it at one meeting.',
      'It was a pleasure to meet you, and now that the first hello is behind us I would like to keep in touch.',
    ],
  },
  brief: {
    ...fresh.brief,
    subjects: ['Good to meet you', 'A quick word', 'After our meeting', 'Glad that we met'],
    openings: [
      'It was good to meet you, and thank you for your time. I wanted to say so while it is fresh.',
      'A quick word after our meeting: I was glad of it, and would like to keep in touch.',
      'Thank you for our meeting. I was glad of it, and did not want to let it end there.',
      'It is good that we met, and I thought I would write before we both forget to.',
    ],
  },
  formal: {
    ...fresh.formal,
    subjects: ['Our recent meeting', 'With thanks', 'Glad to have met you', 'After our meeting'],
    openings: [
      'Thank you for our recent meeting, which I valued very much. It was a pleasure to make your acquaintance.',
      'It was a pleasure to meet you, and I would like to thank you for the time that you gave me.',
      'I should like to thank you for our meeting, and to say that I would be glad to remain in contact.',
      'Having had the pleasure of meeting you recently, I did not wish to leave it without a word of thanks.',
    ],
  },
}

export const newAcquaintanceWrote: Family = {
  warm: {
    ...fresh.warm,
    subjects: ['Good to be in touch', 'A second hello', 'Glad to know you', 'Our first exchange'],
    openings: [
      'It was good to get in touch with you, and I wanted to say so before the days run away with me.',
      'Thank you for our first exchange. I was glad of it, and would not like it to be the last.',
      'I was glad to get to know you a little, even if only in writing, and did not want to leave it at that.',
      'A first exchange is easily lost in a full inbox, so here is a second word: it was good to hear from you.',
    ],
  },
  brief: {
    ...fresh.brief,
    subjects: ['Good to be in touch', 'A second word', 'Our exchange', 'Glad to know you'],
    openings: [
      'It was good to get in touch, and thank you for writing. I wanted to say so while it is fresh.',
      'A quick second word: I was glad of our exchange, and would like to keep in touch.',
      'Thank you for our exchange. I was glad of it, and did not want it to end there.',
      'I am glad to be in touch, and thought I would write again before we both forget to.',
    ],
  },
  formal: {
    ...fresh.formal,
    subjects: ['Our recent exchange', 'With thanks', 'Our correspondence', 'Glad to be in contact'],
    openings: [
      'Thank you for our recent exchange, which I found most worthwhile. I am glad to have made your acquaintance.',
      'I was pleased to come into contact with you, and would like to thank you for the time that you took.',
      'I should like to thank you for our recent correspondence, and to say that I would be glad to remain in contact.',
      'Having had the pleasure of a first exchange with you, I did not wish to leave it without a word of thanks.',
    ],
  },
}
