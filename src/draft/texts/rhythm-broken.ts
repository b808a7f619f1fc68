/** A tie with a rhythm that has gone quiet: say so plainly, offer something, ask for nothing. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

export const rhythmBrokenText = (tone: Tone, { since, pick }: TextFacts): Text => {
  const quiet = since === null ? 'It has been a while' : `It has been a while ${since}`
  switch (tone) {
    case 'warm':
      return {
        subject: pick(['It has been a while', 'Thinking of you', 'A hello, after a while']),
        paragraphs: [
          pick([
            `${quiet}, and you came to mind today. I hope you are well and that this season is treating you kindly.`,
            `${quiet}. I was thinking of you this morning and did not want another month to go by without a hello.`,
            `${quiet}, longer than I like. I hope things are good with you and yours.`,
          ]),
          pick([
            'There is no question hidden in this, and no hurry to answer. But if you would enjoy catching up, I would be glad to find half an hour for a call or a coffee, whenever it suits you.',
            'Nothing is needed from you. If a chat would be welcome some time, I am happy to come your way, or to call, on a day that is easy for you.',
            'If there is anything I can lend a hand with at the moment, just say so. And should you feel like a proper catch-up, I will gladly make the time.',
          ]),
        ],
      }
    case 'brief':
      return {
        subject: pick(['A quick hello', 'Hello from me', 'Just a hello']),
        paragraphs: [
          `${quiet}, so this is just a quick hello. I hope all is well with you.`,
          pick([
            'No need to reply. But if you ever fancy a coffee or a call, I will happily make time for it, and if I can be useful with anything, let me know.',
            'No answer needed. Should you feel like catching up, I will fit in with whatever day is easiest for you, on the phone or over a coffee.',
          ]),
        ],
      }
    case 'formal':
      return {
        subject: pick(['Keeping in touch', 'With kind regards, after some time']),
        paragraphs: [
          `${quiet}, and I did not want to let more time pass without sending you a few lines. I hope this finds you well.`,
          pick([
            'There is no particular matter behind this letter. Should it be of interest to you to exchange news, I would be pleased to arrange a call at a time of your choosing. And if I can be of help in anything, please do not hesitate to tell me.',
            'Please do not feel obliged to reply. If you would find it useful to speak, I should be glad to adapt to your calendar, and if there is anything I can contribute on my side, I will do so with pleasure.',
          ]),
        ],
      }
  }
}
