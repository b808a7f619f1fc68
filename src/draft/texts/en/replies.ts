/** Openings of replies that are late: one clause of apology, and nothing of what their message said. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Reply = 'reply' | 'reply_soon' | 'reply_review' | 'reply_passed' | 'reply_late'

const apologies = [
  'Thank you for your message, and my apologies for the delay.',
  'Please excuse my slow reply, and thank you for your message.',
  'I am sorry that I have not replied to you sooner.',
  'Thank you for writing, and I am sorry to have kept you waiting.',
  'My apologies for not getting back to you sooner.',
  'I am sorry for the slow reply, and thank you for your patience.',
  'Thank you for your message; I am sorry that it has taken me a while.',
] as const

export const englishReplies: Readonly<Record<Extract<FamilyName, Reply>, Family>> = {
  reply: {
    subjects: {
      informal: ['Your email', 'Getting back to you', 'Back to you soon'],
      formal: ['Your message', 'My reply', 'Getting back to you'],
    },
    openings: {
      warm: [
        'Sorry for the slow reply!',
        'Sorry to have left this hanging.',
        'Sorry, this slipped past me!',
        'I’m sorry it’s taken me this long to get back to you.',
        'Sorry I’ve been so slow on this one.',
        'I know I owe you a reply – sorry to keep you waiting.',
        'Thanks for your email, and sorry for the wait.',
      ],
      brief: [
        'Sorry for the slow reply.',
        'Sorry to have left this hanging.',
        'Sorry, this one slipped past me.',
        'Sorry it’s taken me this long to get back to you.',
        'Sorry I’ve been slow on this.',
        'I know I owe you a reply – sorry to keep you waiting.',
        'Thanks for your email, and sorry for the wait.',
      ],
      formal: apologies,
    },
    asks: 'reply',
  },
  reply_soon: {
    subjects: {
      informal: ['Your email', 'Getting back to you'],
      formal: ['Your message', 'My reply'],
    },
    openings: openingWith(
      [
        'Sorry I haven’t got back to you yet.',
        'Thanks for your email, and sorry for the wait.',
        'Sorry to keep you waiting.',
        'Thanks for bearing with me on this.',
        'Sorry for not writing back sooner.',
        'I haven’t forgotten your email.',
        'Just a quick note, as I still owe you a reply.',
      ],
      [
        'Thank you for your message, and please excuse the short delay.',
        'Thank you for your message, which I have not forgotten.',
        'I am sorry that I have not replied to you yet.',
        'Thank you for your message, and for your patience.',
        'I am sorry to keep you waiting for a reply.',
        'My apologies for not having replied yet.',
        'Just a short note, as I still owe you a reply.',
      ],
    ),
    asks: 'reply',
  },
  reply_review: {
    subjects: { informal: ['Your email'], formal: ['Your message'] },
    openings: openingWith(
      [
        'Sorry, this slipped past me!',
        'Sorry for the slow reply!',
        'Sorry to have left you hanging on this.',
        'I’m sorry it’s taken me this long to get back to you.',
        'Sorry I’ve been so slow on this one.',
        'Sorry, I’m only just getting to this.',
        'Sorry to have kept you waiting with this.',
      ],
      apologies,
    ),
    asks: 'review',
  },
  reply_passed: {
    subjects: { informal: ['Your email'], formal: ['Your message'] },
    openings: openingWith(
      [
        'Sorry I didn’t get back to you in time – I know {weekday}’s passed.',
        'I’m sorry, I know {weekday}’s come and gone.',
        'Sorry, I’m late on this – I know {weekday}’s passed.',
        'I know {weekday}’s passed, and I’m sorry I didn’t get back to you in time.',
        'Sorry, I completely missed {weekday} with this.',
        'Sorry for going quiet on this – I know {weekday}’s passed by now.',
        'I should’ve got back to you before {weekday} – sorry!',
      ],
      [
        'I am sorry that I did not get back to you before {weekday}.',
        'My apologies for the late reply; I know that {weekday} has passed.',
        'Thank you for your message. I know that {weekday} has passed, and I am sorry for the delay.',
        'I know that {weekday} has passed, and I am sorry that I did not write in time.',
        'I should have replied before {weekday}, and I am sorry that I did not.',
        'Please excuse my late reply; I know that {weekday} has passed.',
        'I realise that {weekday} has come and gone, and I am sorry for the late reply.',
      ],
    ),
    asks: 'reply',
  },
  reply_late: {
    subjects: {
      informal: ['A very late reply', 'Very late, I know', 'Your email'],
      formal: ['My late reply', 'Your message', 'Getting back to you'],
    },
    openings: openingWith(
      [
        'I’m so sorry I never got back to you on this.',
        'I just saw that I never got back to you – I’m sorry!',
        'This is a very late reply, and I’m sorry about that.',
        'I’ve owed you a reply since {month}, and I’m sorry it’s taken so long.',
        'I’m embarrassed to say I never replied to this.',
        'Sorry I went so quiet on you.',
        'Sorry, I let this one slip back {when}.',
      ],
      [
        'I am sorry that I never replied to the message you sent me {when}.',
        'Please excuse this very late reply.',
        'I realised that I never replied to the message you sent me {when}, and I am sorry.',
        'My apologies for never having replied to you.',
        'I still owe you a reply to the message you sent me {when}, and I am sorry.',
        'Your message deserved a much earlier reply, and I apologise.',
        'I am sorry that I did not get back to you {when}.',
      ],
    ),
    asks: 'late',
  },
}
