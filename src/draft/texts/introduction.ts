/** An offer to introduce two people: asked of the one first, so that nobody is introduced against their wish. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

export const introductionText = (tone: Tone, { pick }: TextFacts, other: string): Text => {
  switch (tone) {
    case 'warm':
      return {
        subject: pick(['Someone you might like to know', 'An introduction, if you like']),
        paragraphs: [
          pick([
            `I was thinking that you and ${other} ought to know each other. You move in the same company, and as far as I know you have never met.`,
            `There is someone I would like you to know: ${other}. We have people in common, the three of us, and I believe that the two of you would have things to talk about.`,
          ]),
          'If you would enjoy that, a word is enough and I will write to you both. If not, or not now, just leave this lying; I will not mention it to anybody. And I hope that you are well in the meantime.',
        ],
      }
    case 'brief':
      return {
        subject: 'Someone you might like to know',
        paragraphs: [
          `I think that you and ${other} should know each other; you keep the same company.`,
          'If you would like an introduction, say the word and I will write to you both. No reply means no, and that is perfectly fine: I will not bring it up with anybody. I hope that all is well with you.',
        ],
      }
    case 'formal':
      return {
        subject: 'An introduction',
        paragraphs: [
          `I believe that you and ${other} would value each other’s acquaintance, as you have several people in common.`,
          'Should this be of interest to you, I would be glad to introduce you to one another by letter; a short word from you is sufficient. If it is not convenient at present, please disregard this note. I hope that it finds you well.',
        ],
      }
  }
}
