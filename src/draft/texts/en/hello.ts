/** A hello for its own sake, or one so soon after the last word that no silence can be spoken of. */
import type { Family } from '../language.ts'
import { usual } from './usual.ts'

export const hello: Family = {
  warm: {
    ...usual.warm,
    subjects: ['A hello', 'Thinking of you', 'A few lines', 'Hello from me'],
    openings: [
      'You came to mind, and that seemed reason enough to write. I hope that things are good with you.',
      'There is no occasion for this, other than that I wanted to say hello and to know that you are well.',
      'I thought I would send you a few lines, simply because it is good to be in touch with you.',
      'This is only a hello, the kind that one too rarely sends. I hope that the week is treating you well.',
    ],
  },
  brief: {
    ...usual.brief,
    subjects: ['A quick hello', 'Just a hello', 'Hello from me', 'A short hello'],
    openings: [
      'Just a quick hello, because you came to mind. I hope that all is well with you.',
      'There is no occasion for this, only a hello from me. I hope that things are going well at your end.',
      'A short hello, to keep the thread from going slack. I hope that you are well.',
      'I thought of you and wanted to say hello. I hope that your week is going well.',
    ],
  },
  formal: {
    ...usual.formal,
    subjects: ['A greeting', 'With kind regards', 'A few lines', 'Keeping in touch'],
    openings: [
      'I take the liberty of sending you a few lines without any particular occasion, and hope that you are well.',
      'You came to mind, and I wished to send you a greeting. I hope that all is well with you.',
      'It is a pleasure to be in contact with you, and I wanted to send you a word before the week is over.',
      'Allow me to send you a short greeting. I hope that your work and your days are going well.',
    ],
  },
}
