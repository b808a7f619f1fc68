/** Years since the first contact: a small occasion, and a grateful look back. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

export const anniversaryText = (tone: Tone, { pick }: TextFacts, years: number): Text => {
  const span = years === 1 ? 'a year' : `${years} years`
  switch (tone) {
    case 'warm':
      return {
        subject: pick([`${capital(span)} already`, `${capital(span)}, and thank you`]),
        paragraphs: [
          pick([
            `By my reckoning it is ${span} this week since we were first in touch. That made me stop for a moment, and I am glad that our paths crossed.`,
            `I noticed that we have been in touch for ${span} this week, and it seemed a good day to tell you how much I value that.`,
          ]),
          pick([
            'There is nothing to answer. But if you feel like marking it with a coffee or a call, I will gladly fit in with a day that is easy for you, and the coffee is on me.',
            'I hope the time ahead is kind to you. If I can lend a hand with anything at the moment, just say so, and whenever you feel like a proper catch-up I will make the time.',
          ]),
        ],
      }
    case 'brief':
      return {
        subject: `${capital(span)} already`,
        paragraphs: [
          `It is ${span} this week since we were first in touch, and I am glad of it.`,
          'No answer needed; I only wanted to say so. If you ever fancy a coffee or a call to mark it, I will happily make the time, and if I can be useful with anything just now, let me know.',
        ],
      }
    case 'formal':
      return {
        subject: pick([`${capital(span)} of acquaintance`, `${capital(span)} in touch`]),
        paragraphs: [
          `It is ${span} this week since we were first in contact, and I would not like to let the occasion pass without thanking you for it.`,
          'I have valued our exchange throughout. No reply is expected. If I can be of assistance to you in any matter, please let me know, and should you wish to speak at some point, I will be glad to adapt to your calendar.',
        ],
      }
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
