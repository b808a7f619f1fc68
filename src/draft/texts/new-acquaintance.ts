/** Someone just met or just written to: the second exchange, while the first is fresh. */
import type { Tone } from '../../model/check-in.ts'
import type { Text, TextFacts } from './facts.ts'

/** `since` refers to a meeting here, or is null after letters alone. */
export const newAcquaintanceText = (tone: Tone, { since, pick }: TextFacts): Text => {
  const glad = since === null ? 'It was good to get in touch with you' : 'It was good to meet you'
  switch (tone) {
    case 'warm':
      return {
        subject: pick([since === null ? 'Good to be in touch' : 'Good to meet you', 'Following up']),
        paragraphs: [
          pick([
            `${glad}, and I wanted to say so before the days run away with it. I enjoyed the exchange and have been thinking about it since.`,
            `${glad}. Thank you for the time you took; it has stayed with me.`,
          ]),
          pick([
            'If there is an introduction, a recommendation or a second pair of eyes I can offer, I would be happy to. And if you ever feel like continuing the conversation, I will gladly make the time. No answer needed.',
            'Should anything come up where I could be of use, please just write. I would enjoy continuing where we left off some time, at whatever pace suits you.',
          ]),
        ],
      }
    case 'brief':
      return {
        subject: since === null ? 'Good to be in touch' : 'Good to meet you',
        paragraphs: [
          `${glad}. Thank you for your time.`,
          'If I can help with anything, an introduction or a second opinion for instance, just let me know. No need to reply to this. I would be happy to continue the conversation whenever it suits you, over a coffee or on the phone.',
        ],
      }
    case 'formal':
      return {
        subject: since === null ? 'Our recent exchange' : 'Our recent meeting',
        paragraphs: [
          since === null
            ? 'Thank you for our recent exchange, which I found most worthwhile.'
            : 'Thank you for our recent meeting, which I found most worthwhile.',
          'If I can be of assistance to you in any matter, whether with an introduction or with an opinion, please let me know and I will gladly see what I can do. I would be pleased to continue our conversation at a time of your convenience.',
        ],
      }
  }
}
