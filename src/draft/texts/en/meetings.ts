/** Openings after a meeting, and after a first exchange by email. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Meeting = 'met_first' | 'met' | 'met_again' | 'wrote_first' | 'wrote_first_topic' | 'project_end'

export const englishMeetings: Readonly<Record<Extract<FamilyName, Meeting>, Family>> = {
  project_end: {
    subjects: { informal: ['Thank you', 'Thanks again'], formal: ['Thank you'] },
    openings: openingWith(
      [
        'Now that things have quietened down a bit, I wanted to say thanks for {stretch}.',
        'I just wanted to say thank you for {stretch}.',
        'It’s gone quiet, so I wanted to say thanks for {stretch}.',
        'Thanks for all the back and forth over {stretch}!',
        'Thank you for everything over {stretch}.',
        'I really enjoyed working with you over {stretch} – thank you!',
        'Before {stretch} are forgotten, I wanted to say thank you.',
      ],
      [
        'Now that things are quieter, I wanted to thank you for {stretch}.',
        'I wanted to thank you for the good work over {stretch}.',
        'Thank you for everything over {stretch}.',
        'I very much enjoyed working with you over {stretch}, and wanted to thank you.',
        'It was a pleasure to work with you over {stretch}, for which I wanted to thank you.',
        'I would like to thank you for all your efforts over {stretch}.',
        'Before {stretch} are forgotten, I wanted to thank you.',
      ],
    ),
    asks: 'news',
  },
  met_first: {
    subjects: {
      informal: ['Good to meet you', 'Nice meeting you', 'Keeping in touch'],
      formal: ['Our conversation', 'Staying in touch', 'Keeping in touch'],
    },
    openings: openingWith(
      [
        'It was great to meet you{at} {met}.',
        'I really enjoyed meeting you{at} {met}.',
        'Thanks for making time {met} – it was a pleasure to meet you.',
        'Really good to meet you{at} {met}.',
        'I’m glad we got to meet{at} {met}.',
        'Thanks for a good conversation {met}.',
        'It was so nice to meet you{at} {met}.',
      ],
      [
        'Thank you for taking the time to meet {met}.',
        'It was a pleasure to meet you{at} {met}.',
        'Thank you for the conversation {met}; it was good to meet you.',
        'It was good to meet you{at} {met}.',
        'Thank you for making the time {met}; it was a pleasure to meet you.',
        'Thank you for your time {met}.',
        'I was glad that we were able to meet {met}.',
      ],
    ),
    asks: 'met',
  },
  met: {
    subjects: {
      informal: ['Good to talk', 'Keeping in touch', 'Staying in touch'],
      formal: ['Our conversation', 'Staying in touch', 'Keeping in touch'],
    },
    openings: openingWith(
      [
        'It was great to talk{at} {met}.',
        'I really enjoyed our conversation{at} {met}.',
        'Thanks for making time {met} – I really enjoyed it.',
        'Really good to talk to you{at} {met}.',
        'I’m glad we found time to talk{at} {met}.',
        'Thanks for a good conversation {met}.',
        'Good talking to you{at} {met}.',
      ],
      [
        'Thank you for taking the time to talk {met}.',
        'It was good to speak with you{at} {met}.',
        'Thank you for the good conversation {met}.',
        'It was a pleasure to talk to you{at} {met}.',
        'I was glad that we found time to talk {met}.',
        'Thank you for your time {met}.',
        'I enjoyed our conversation{at} {met}.',
      ],
    ),
    asks: 'keep_up',
  },
  met_again: {
    subjects: {
      informal: ['Good to {seeYou}', 'Great catching up', 'Good to talk again'],
      formal: ['Good to {seeYou}', 'Keeping in touch', 'Staying in touch'],
    },
    openings: openingWith(
      [
        'It was great to {seeYou} again{at} {met}.',
        'I really enjoyed {seeingYou} again{at} {met}.',
        'Thanks for making time {met} – it was great to {seeYou} again.',
        'So good to {seeYou} again{at} {met}.',
        'I’m really glad we got to talk again{at} {met}.',
        'Great to {seeYou} again{at} {met}.',
        'It was so nice to {seeYou} again{at} {met}.',
      ],
      [
        'Thank you for taking the time {met}; it was good to {seeYou} again.',
        'It was a pleasure to {seeYou} again{at} {met}.',
        'It was good to {seeYou} again{at} {met}, after so long.',
        'Thank you for the conversation {met}; I was glad to {seeYou} again.',
        'I was glad to {seeYou} again{at} {met}.',
        'Thank you for your time {met}; it was good to talk again.',
        'I enjoyed {seeingYou} again{at} {met}.',
      ],
    ),
    asks: 'again',
  },
  wrote_first: {
    subjects: {
      informal: ['Keeping in touch', 'How’s it going?'],
      formal: ['Staying in touch', 'Keeping in touch'],
    },
    openings: openingWith(
      [
        'It was nice to be in touch {recently}.',
        'It was nice exchanging emails {recently}.',
        'Thanks for the emails {recently}.',
        'Good to hear from you {recently}.',
        'I’m glad we got in touch {recently}.',
        'Good to be in touch {recently}.',
        'Nice to have been in touch {recently}.',
      ],
      [
        'It was good to be in touch with you {recently}.',
        'It was good to exchange emails {recently}.',
        'I was glad to exchange emails with you {recently}.',
        'Thank you for the exchange {recently}.',
        'It was good to hear from you {recently}.',
        'I was pleased to be in touch with you {recently}.',
        'It was a pleasure to exchange emails {recently}.',
      ],
    ),
    asks: 'wrote',
  },
  wrote_first_topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'It was nice to be in touch about {topic} {recently}.',
        'It was nice exchanging emails about {topic} {recently}.',
        'Thanks for the emails about {topic} {recently}.',
        'How are things going with {topic}?',
        'I enjoyed our exchange about {topic} {recently}.',
        'I’m glad we got in touch about {topic} {recently}.',
        'I was wondering how things are going with {topic}.',
      ],
      [
        'It was good to be in touch with you about {topic} {recently}.',
        'It was good to exchange emails about {topic} {recently}.',
        'I was glad to exchange emails with you about {topic} {recently}.',
        'Thank you for the exchange about {topic} {recently}.',
        'I enjoyed our exchange about {topic} {recently}.',
        'I was pleased to be in touch with you about {topic} {recently}.',
        'It was a pleasure to exchange emails about {topic} {recently}.',
      ],
    ),
    asks: 'wrote',
  },
}
