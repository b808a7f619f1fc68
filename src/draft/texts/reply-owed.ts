/** An answer that is late: own it in a line, and open the door. What their letter said, metadata does not know. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

export const replyOwedText = (tone: Tone, { pick }: TextFacts): Text => {
  switch (tone) {
    case 'warm':
      return {
        subject: pick(['Your letter', 'Late, but here I am', 'My late answer']),
        paragraphs: [
          pick([
            'Thank you for your letter, and forgive me for letting it lie for so long. It deserved a quicker answer than this.',
            'Your letter has been on my mind, and I am sorry that my answer comes so late. It was good to hear from you.',
          ]),
          pick([
            'I am here now. If it is easier to talk it through, I will gladly call you at a time that suits you, and if I can do something useful in the meantime, tell me and I will.',
            'If it helps, I can take a moment for it this week, in writing or on the phone, whichever is more convenient for you. And I hope you are well in the meantime.',
          ]),
        ],
      }
    case 'brief':
      return {
        subject: pick(['Your letter', 'My late answer']),
        paragraphs: [
          'Sorry for the slow answer, and thank you for writing. I have not forgotten you.',
          pick([
            'I am free to pick this up now, in writing or with a quick call if that is easier. I will go by whatever suits you, and if anything has become urgent since, I will see to it first.',
            'I have time for it this week and can call whenever it suits you. If it has settled itself in the meantime, all the better, and I hope all is well.',
          ]),
        ],
      }
    case 'formal':
      return {
        subject: 'Your message',
        paragraphs: [
          'Thank you for your message, and please accept my apologies for the delay in answering it.',
          'I have now set aside time for it and would be glad to reply in detail or to discuss it by telephone, whichever you prefer. Should the matter have been resolved in the meantime, I am pleased to hear it; if anything has become pressing, I will attend to it first.',
        ],
      }
  }
}
