/** An old tie, silent for long: no excuse, no reproach, a true reason, and nothing asked. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

export const dormantTieText = (tone: Tone, { since, pick }: TextFacts): Text => {
  const long = since === null ? 'It has been a long time' : `It has been a long time ${since}`
  switch (tone) {
    case 'warm':
      return {
        subject: pick(['After a long time', 'A hello from way back', 'I thought of you']),
        paragraphs: [
          pick([
            `${long}, and that is not how I want it to stay. You were on my mind today, and I would love to know that you are well.`,
            `${long}. I thought back to the time when we were in touch so often, and it made me smile.`,
            `${long}, and I have missed our conversations. I hope that life has been good to you since.`,
          ]),
          pick([
            'There is nothing behind this but that. If you feel like it, I would be delighted to hear how things have gone, over a coffee, on the phone, or in two lines. And if not now, then whenever you like.',
            'Please do not feel that an answer is owed. Should you enjoy catching up, I will gladly come your way or call on a day that is easy for you. It would be a joy to pick up the thread.',
          ]),
        ],
      }
    case 'brief':
      return {
        subject: pick(['A hello after a long time', 'Long time']),
        paragraphs: [
          `${long}, so here is a hello. I hope that you are well.`,
          'No reason and no hurry, and no answer needed. I thought of you and was glad that I did. If you would enjoy catching up some day, I will make the time, on the phone or over a coffee, whichever is easier for you.',
        ],
      }
    case 'formal':
      return {
        subject: pick(['After some time', 'With kind regards, after a long time']),
        paragraphs: [
          `${long}, and I have often thought back to our exchange with pleasure. I hope this finds you well.`,
          'There is no particular matter behind this letter, and no reply is expected. Should you find it agreeable to exchange news after all this time, I would be very pleased to arrange a conversation at a time of your choosing, and if I can be of use to you in anything, you need only say so.',
        ],
      }
  }
}
