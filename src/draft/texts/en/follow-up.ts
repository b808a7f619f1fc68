/** After a meeting that was the first, or the first in a long while: glad of it, and a door left open. */
import type { Family } from '../language.ts'
import { fresh } from './fresh.ts'

export const followUpFirst: Family = {
  warm: {
    ...fresh.warm,
    subjects: ['Good to meet you', 'After our meeting', 'Thank you for the other day', 'Glad that we met'],
    openings: [
      'It was good to meet you the other day, and I have thought back to it with pleasure.',
      'Thank you again for taking the time to meet. I did not want to let the week go by without telling you that I was glad of it.',
      'Our meeting the other day was a good one for me, and I would like there to be a second.',
      'I am still glad that we met the other day, and wanted to thank you before it is a while ago.',
    ],
  },
  brief: {
    ...fresh.brief,
    subjects: ['Good to meet you', 'Thank you for the other day', 'After our meeting', 'A short thank-you'],
    openings: [
      'It was good to meet you the other day. Thank you for your time, and for the conversation.',
      'A short thank-you for our meeting the other day: I was glad of it, and wanted to say so.',
      'Thank you for meeting the other day. It was a good beginning, I thought.',
      'A word on our meeting the other day, before it slips: it was good to meet you.',
    ],
  },
  formal: {
    ...fresh.formal,
    subjects: ['Our recent meeting', 'With thanks for your time', 'After our meeting', 'Our conversation'],
    openings: [
      'Thank you for our recent meeting, which I valued very much.',
      'I would like to thank you for the time that you took for our meeting, and for the conversation.',
      'It was a pleasure to meet you recently, and I have thought back to our conversation with interest.',
      'Permit me to thank you once more for our recent meeting, which was most worthwhile for me.',
    ],
  },
}

export const followUpAgain: Family = {
  warm: {
    ...fresh.warm,
    subjects: ['Good to see you again', 'After our meeting', 'Thank you for the other day', 'Not so long next time'],
    openings: [
      'It was good to see you again after so long, and I have been glad of it ever since.',
      'Seeing you again the other day did me good, and I did not want to let the week go by without saying so.',
      'I am glad that we met again after all that time, and I would like the next time to come sooner.',
      'Thank you for meeting the other day, after so long. It did me good.',
    ],
  },
  brief: {
    ...fresh.brief,
    subjects: ['Good to see you again', 'Thank you for the other day', 'After our meeting', 'A short thank-you'],
    openings: [
      'It was good to see you again after so long. Thank you for making the time.',
      'A short thank-you for the other day: I was glad that we met again.',
      'It is good that we met again the other day, and I would rather not leave the next time to chance.',
      'Thank you for meeting the other day, after all that time. I was very glad of it.',
    ],
  },
  formal: {
    ...fresh.formal,
    subjects: ['Our recent meeting', 'With thanks', 'Good to have met again', 'After our meeting'],
    openings: [
      'It was a pleasure to meet you again after so long, and I would like to thank you for making the time.',
      'Thank you for our recent meeting. I was glad that it came about after such a long while.',
      'I have thought back with pleasure to our recent meeting, the first in a long time.',
      'Permit me to thank you for our meeting. It was good to speak to you again after such an interval.',
    ],
  },
}
