/** Someone who usually writes first: the thanks that is due, and for once the first step. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

export const gratitudeText = (tone: Tone, { pick }: TextFacts): Text => {
  switch (tone) {
    case 'warm':
      return {
        subject: pick(['Thank you', 'A thank-you, for once', 'My turn to say hello']),
        paragraphs: [
          pick([
            'It occurred to me that it is mostly you who writes first. I am grateful for that, and this time I wanted to be the one.',
            'You are good at keeping in touch, better than I am, and I have not thanked you for it. So: thank you, truly.',
          ]),
          pick([
            'Nothing is needed from you. If there is something I can do for you for a change, tell me and I will gladly do it. And if you feel like a coffee or a call, choose the day and I will come your way.',
            'I hope that you are well. Should anything be on your desk or on your mind that I could lighten, just say so, and whenever a chat would be welcome, I will make the time.',
          ]),
        ],
      }
    case 'brief':
      return {
        subject: pick(['Thank you', 'My turn to say hello']),
        paragraphs: [
          'Mostly it is you who writes first, so this time it is me: thank you for keeping in touch. I do notice.',
          'No reply needed. I hope all is well, and if there is anything that I can do for you for a change, let me know. A coffee or a call is always welcome, on whatever day suits you.',
        ],
      }
    case 'formal':
      return {
        subject: 'With thanks',
        paragraphs: [
          'It is usually you who takes the first step in our correspondence, and I would like to thank you for it.',
          'I have valued your letters, and I hope that you are well. If I can be of use to you in any way, please do not hesitate to tell me. Should you wish to speak at some point, it would be my pleasure to adapt to your calendar.',
        ],
      }
  }
}
