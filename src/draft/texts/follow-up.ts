/** After a meeting that was the first, or the first in a long while: glad of it, and a door left open. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

export const followUpText = (tone: Tone, { pick }: TextFacts, isFirst: boolean): Text => {
  const glad = isFirst ? 'It was good to meet you' : 'It was good to see you again after so long'
  switch (tone) {
    case 'warm':
      return {
        subject: pick([isFirst ? 'Good to meet you' : 'Good to see you again', 'After our meeting']),
        paragraphs: [
          pick([
            `${glad}. I have been thinking back to it with pleasure, and wanted to say so while it is fresh.`,
            `${glad}, and thank you for taking the time. I did not want to let the week go by without telling you.`,
          ]),
          pick([
            'If there is anything I can do for you, an introduction or a second pair of eyes, just say so. And let us not leave the next time to chance: whenever a coffee or a call suits you, I will make room for it.',
            'Nothing is needed from you. Should something from our talk be worth picking up again, I would gladly do so at whatever pace suits you, and until then I am glad that we met.',
          ]),
        ],
      }
    case 'brief':
      return {
        subject: isFirst ? 'Good to meet you' : 'Good to see you again',
        paragraphs: [
          `${glad}. Thank you for your time.`,
          'No need to reply. If anything we touched on is worth picking up, or if I can be useful with something, let me know. I would be happy to meet again whenever it suits you, over a coffee or on the phone.',
        ],
      }
    case 'formal':
      return {
        subject: 'Our recent meeting',
        paragraphs: [
          'Thank you for our recent meeting, which I valued very much.',
          'If I can be of assistance in anything that came up, please let me know and I will gladly see what I can do. It would be a pleasure to continue our conversation at a time of your convenience, and I hope that it will not be too long until then.',
        ],
      }
  }
}
