/**
 * Openings of replies that are late: one clause of apology, as heavy as the delay is long, and nothing of what their message
 * said or of who asked whom for what.
 */
import { type Family, type FamilyName, type Lines, openingWith } from '../language.ts'

type Reply = Extract<FamilyName, `reply${string}`>

const slow: Lines = [
  'Sorry for the slow reply!',
  'Sorry to have left this hanging.',
  'Sorry, this slipped past me!',
  'Sorry it’s taken me a while to get back to you.',
  'Sorry I’ve been slow on this one.',
  'Sorry to have kept you waiting.',
  'Thanks for your email, and sorry for the wait.',
]

/** Where their subject can be said aloud, it is what the apology is about. */
const slowAbout: Lines = [
  'Sorry for the slow reply about {topic}!',
  'Sorry I haven’t got back to you about {topic} yet.',
  'Sorry I’ve been slow to reply about {topic}.',
  'Thanks for your email about {topic}, and sorry for the wait.',
]

const slowAboutFormal: Lines = [
  'Thank you for your message about {topic}, and my apologies for the delay.',
  'I am sorry to have kept you waiting for a reply about {topic}.',
  'Thank you for writing about {topic}, and please excuse the delay.',
  'My apologies for not having written back about {topic} yet.',
]

const slowFormal: Lines = [
  'Thank you for your message, and my apologies for the delay.',
  'Thank you for your message, and please excuse the delay.',
  'I am sorry that I have not written back sooner.',
  'Thank you for writing, and I am sorry to have kept you waiting.',
  'My apologies for not getting back to you sooner.',
  'I am sorry for the delay, and thank you for your patience.',
  'Thank you for your message; I am sorry that it has taken me a while.',
]

const soSorry: Lines = [
  'I’m so sorry, I still owe you a reply on this.',
  'I’m so sorry to have kept you waiting this long.',
  'So sorry I’ve been this slow to reply!',
  'I’m really sorry I’ve kept you waiting on this.',
  'I’m so sorry – I let this slip for far too long.',
  'I’m so sorry I’ve left this hanging for so long.',
  'I’m really sorry I haven’t got back to you before now.',
]

const about: Lines = [
  'I’m so sorry I never got back to you about {topic}.',
  'I’m really sorry I never replied to your email about {topic}.',
  'Sorry, I still owe you a reply about {topic}.',
  'I owe you a reply about {topic}, and I’m so sorry it’s taken this long.',
  'I’m so sorry it’s taken me this long to reply about {topic}.',
]

const aboutFormal: Lines = [
  'I am very sorry that I have not written back about {topic}.',
  'My apologies for the long silence about {topic}.',
  'Your message about {topic} deserved a much earlier reply, and I apologise.',
  'I apologise for not having replied about {topic} sooner.',
  'I owe you a reply about {topic}, and apologise for the long delay.',
]

const soSorryFormal: Lines = [
  'I am very sorry that I still owe you a reply.',
  'Please accept my apologies for not replying sooner.',
  'I am very sorry to have kept you waiting for so long.',
  'Thank you for your message, and I am very sorry for the long delay.',
  'My apologies for not having written back before now.',
  'I am very sorry for the long wait, and thank you for your patience.',
  'Your message deserved a much earlier reply, and I apologise.',
]

const yours = {
  informal: ['Your email', 'Getting back to you'],
  formal: ['Your message', 'Getting back to you'],
} as const

export const englishReplies: Readonly<Record<Reply, Family>> = {
  reply_soon: {
    subjects: yours,
    openings: openingWith(
      [
        'Thanks for your email!',
        'Thanks for your email – I haven’t forgotten it.',
        'Thanks for bearing with me on this.',
        'Thanks for your message.',
        'Just a quick note to say I’ve seen this.',
        'I’ve seen this, and I haven’t forgotten.',
        'Thanks for this!',
      ],
      [
        'Thank you for your message.',
        'Thank you for your message, which I have not forgotten.',
        'Thank you for your message, and for your patience.',
        'Thank you for getting in touch.',
        'Thank you for your email.',
        'Thank you for writing.',
        'Just a short note to say that I have seen your message.',
      ],
    ),
    asks: 'reply',
  },
  reply: {
    subjects: yours,
    openings: openingWith([...slow, ...slowAbout], [...slowFormal, ...slowAboutFormal]),
    asks: 'reply',
  },
  reply_long: {
    subjects: yours,
    openings: openingWith([...soSorry, ...about], [...soSorryFormal, ...aboutFormal]),
    asks: 'late',
  },
  reply_review: { subjects: yours, openings: openingWith(slow, slowFormal), asks: 'review' },
  reply_review_long: { subjects: yours, openings: openingWith(soSorry, soSorryFormal), asks: 'review' },
  reply_passed: {
    subjects: yours,
    openings: openingWith(
      [
        'Sorry I didn’t get back to you in time – I know {weekday}’s passed.',
        'I’m sorry, I know {weekday}’s come and gone.',
        'Sorry, I’m late on this – I know {weekday}’s passed.',
        'I know {weekday}’s passed, and I’m sorry I didn’t get back to you in time.',
        'Sorry for going quiet on this – I know {weekday}’s passed by now.',
        'I should’ve got back to you before {weekday} – sorry!',
        'So sorry – I know {weekday}’s already passed.',
      ],
      [
        'I am sorry that I did not get back to you before {weekday}.',
        'My apologies for the delay; I know that {weekday} has passed.',
        'Thank you for your message. I know that {weekday} has passed, and I am sorry for the delay.',
        'I know that {weekday} has passed, and I am sorry that I did not write in time.',
        'I should have written back before {weekday}, and I am sorry that I did not.',
        'Please excuse the delay; I know that {weekday} has passed.',
        'I realise that {weekday} has come and gone, and I am sorry for the delay.',
      ],
    ),
    asks: 'passed',
  },
  reply_noted: {
    subjects: { informal: ['Your new address'], formal: ['Your new address'] },
    openings: openingWith(
      [
        'Thanks for letting me know – I’ve saved your new address.',
        'Thanks for the new address! I’ve saved it.',
        'Thanks for this – your new address is saved.',
        'Got it, thanks – I’ve updated your address.',
        'Thanks, I’ve noted your new address.',
        'Thanks for sending me your new address.',
        'I’ve saved your new address, thank you!',
      ],
      [
        'Thank you for letting me know; I have noted your new address.',
        'Thank you for your new address, which I have saved.',
        'Thank you for your message. I have updated your address.',
        'I have noted your new address, thank you.',
        'Thank you for sending me your new address.',
        'Thank you for the update; I have saved your new address.',
        'Many thanks for your new address, which I have noted.',
      ],
    ),
    asks: 'news',
  },
  reply_news: {
    subjects: yours,
    openings: openingWith(
      [
        'It was good to hear from you, and I’m sorry I never wrote back.',
        'Sorry I never wrote back to this – it was good to hear from you.',
        'I’m so sorry I never replied to this!',
        'I’m sorry it’s taken me this long to write back.',
        'Sorry for going quiet – it was good to hear from you.',
        'I’m sorry I left this so long without a reply.',
        'It was lovely to hear from you, and I’m sorry for the long silence.',
      ],
      [
        'It was good to hear from you, and I am sorry that I did not write back sooner.',
        'I am sorry that I never replied to your message.',
        'Thank you for writing, and please excuse the long silence.',
        'I was glad to hear from you, and apologise for the late reply.',
        'I am sorry that it has taken me so long to write back.',
        'Thank you for your message, and my apologies for the long delay.',
        'It was kind of you to write, and I am sorry for the long silence.',
      ],
    ),
    asks: 'late',
  },
  reply_late: {
    subjects: {
      informal: ['Very late, I know', 'Your email'],
      formal: ['Your message', 'Getting back to you'],
    },
    openings: openingWith(
      [
        ...about,
        'I’m so sorry, I still owe you a reply on this.',
        'I’m so sorry I never got back to you on this.',
        'Sorry I never got back to you on this!',
        'I’m really sorry I let this slip for so long.',
        'I’m so sorry, I still owe you a reply.',
        'I’m so sorry, I’ve owed you a reply since {month}.',
      ],
      [...soSorryFormal, ...aboutFormal],
    ),
    asks: 'late',
  },
}
