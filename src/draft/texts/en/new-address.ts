/** Someone at a new address: the tie carried over, without claiming to know why it changed. */
import type { Family } from '../language.ts'
import { usual } from './usual.ts'

export const newAddress: Family = {
  warm: {
    ...usual.warm,
    subjects: ['Your new address', 'Glad to have found you again', 'Here from now on', 'New address, old acquaintance'],
    openings: [
      'I have your new address now, and have noted it so that we do not lose each other. I hope that whatever is new has begun well.',
      'I am glad to have your new address, and I hope that whatever has changed along with it is treating you well.',
      'A new address, and an old acquaintance: I was glad to see that the thread has not been cut. I hope that you are well.',
      'I will write to you here from now on, glad to know where to find you. I hope that things have begun well for you.',
    ],
  },
  brief: {
    ...usual.brief,
    subjects: ['Your new address', 'Here from now on', 'Noted', 'New address'],
    openings: [
      'I have noted your new address and will use it from now on. I hope that all is well at your end.',
      'Your new address is in my book now, so we shall not lose each other. I hope that you are well.',
      'I am glad to have found you at a new address. I hope that whatever is new has begun well.',
      'From now on I write to you here. I hope that things are going well, whatever has changed.',
    ],
  },
  formal: {
    ...usual.formal,
    subjects: ['Your new address', 'Our contact', 'With best wishes', 'Noted with thanks'],
    openings: [
      'I have noted your new address and will use it from now on. I hope that all is well with you.',
      'I am glad to have your new address, and hope that whatever has changed has done so for the better.',
      'I did not wish to let our acquaintance lapse with your former address, and so I write to you here. I hope that you are well.',
      'Allow me to write to you at your new address, and to send you my best wishes for whatever is new.',
    ],
  },
}
