/** Someone who writes from a new address: the tie carried over, without claiming to know why it changed. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

export const newAddressText = (tone: Tone, { pick }: TextFacts): Text => {
  switch (tone) {
    case 'warm':
      return {
        subject: pick(['Your new address', 'Glad to have found you again']),
        paragraphs: [
          pick([
            'I have noted your new address, so that we do not lose each other. I hope that whatever is new with you has begun well.',
            'Thank you for writing from your new address; I would not have liked to lose touch. I hope the change, if there was one, is treating you well.',
          ]),
          pick([
            'When things have settled and you feel like telling, I would love to hear how you are. I can call or come by for a coffee on a day that is easy for you, and until then there is no hurry at all.',
            'If an introduction or a helping hand would be of use at the beginning, just say so. And whenever you feel like catching up, I will gladly make the time.',
          ]),
        ],
      }
    case 'brief':
      return {
        subject: 'Your new address',
        paragraphs: [
          'I have noted your new address and hope that all is well at your end.',
          'No need to reply. If an introduction or anything else from my side would be useful just now, let me know, and if you feel like catching up over a coffee or on the phone, I will fit in with whatever suits you.',
        ],
      }
    case 'formal':
      return {
        subject: 'Your new address',
        paragraphs: [
          'Thank you for letting me have your new address, which I have noted. I hope that all is well with you.',
          'It would be a pleasure to remain in contact. If I can be of assistance in any way, please let me know, and should you wish to speak at some point, I will be glad to adapt to your calendar.',
        ],
      }
  }
}
