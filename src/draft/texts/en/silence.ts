/** Openings after a silence, long or short, and where nothing but the person is known. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Silence = 'topic' | 'topic_later' | 'topic_long' | 'since' | 'long' | 'of_two' | 'plain' | 'soon' | 'hello'

const catchingUp = {
  informal: ['Catching up?', 'How are you?', 'How are things?', 'What’s new?', 'Coffee or a call?'],
  formal: ['Catching up', 'Keeping in touch', 'A brief call?', 'How are things?'],
} as const

export const englishSilence: Readonly<Record<Extract<FamilyName, Silence>, Family>> = {
  topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: {
      warm: [
        '{HowIs} {topic} coming along? It’s been {duration} since we {talked}.',
        'What’s the latest on {topic}? It’s been {duration} since we {talked}.',
        'It’s been {duration} since we {talked} – how are things going with {topic}?',
        'I was wondering how things are going with {topic}.',
        'Any news on {topic}? It’s been {duration} since we {talked}.',
        'I’ve been meaning to ask how {topic} {isPlain} coming along.',
        'Where do things stand with {topic}? It’s been {duration} since we {talked}.',
      ],
      brief: [
        '{HowIs} {topic} coming along?',
        'What’s the latest on {topic}?',
        'How are things going with {topic}?',
        'I was wondering how {topic} {isPlain} coming along.',
        'Any news on {topic}?',
        'I’ve been meaning to ask how it’s going with {topic}.',
        'Where do things stand with {topic}?',
      ],
      formal: ['It has been {duration} {sinceBare}.'],
    },
    asks: 'after_topic',
  },
  topic_later: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: {
      warm: [
        'It’s been a while! Where did things end up with {topic}?',
        'It’s been {duration} since we {talked} – how did things go with {topic}?',
        'I was wondering where things ended up with {topic}.',
        'What came of {topic} in the end? It’s been {duration} since we {talked}.',
        'How did things turn out with {topic}? It’s been a while since we {talked}.',
        'I never heard how things turned out with {topic}.',
        'I’d love to know where things ended up with {topic}.',
      ],
      brief: [
        'Where did things end up with {topic}?',
        'What came of {topic} in the end?',
        'How did things turn out with {topic}?',
        'I was wondering where things ended up with {topic}.',
        'I never heard how things went with {topic}.',
        'It’s been a while – where do things stand with {topic}?',
        'I’ve been meaning to ask what came of {topic}.',
      ],
      formal: ['It has been {duration} {sinceBare}.'],
    },
    asks: 'after_topic',
  },
  topic_long: {
    subjects: { informal: ['{Title}', '{Title}, and how are you?'], formal: ['Getting back in touch'] },
    openings: openingWith(
      [
        'It’s been {duration} {sinceBare}.',
        'I can’t believe it’s been {duration} {sinceBare}.',
        'Out of the blue, I know – it’s been {duration} {sinceBare}.',
        'Can you believe it’s been {duration} {sinceBare}?',
        'Time flies – it’s been {duration} {sinceBare}.',
        'I realised the other day that it’s been {duration} {sinceBare}.',
        'Has it really been {duration} {sinceBare}?',
      ],
      ['It has been {duration} {sinceBare}.'],
    ),
    asks: 'outcome',
  },
  since: {
    subjects: catchingUp,
    openings: openingWith(
      [
        'It’s been a while {since}.',
        'I just realised we haven’t caught up {since}.',
        'Has it really been {longer} {sinceBare}?',
        'We haven’t caught up {since}, and I’d like to change that.',
        'Time flies – it’s been {longer} {sinceBare}.',
        'I’ve been meaning to get in touch – it’s been a while {since}.',
        'I can’t believe it’s already been {longer} {sinceBare}.',
        'We’re overdue a catch-up – it’s been a while {since}.',
        'I thought I’d get in touch, as it’s been a while {since}.',
      ],
      [
        'It has been a while {since}.',
        'I have been meaning to get in touch; it has been a while {since}.',
        'I realised that it has been {longer} {sinceBare}.',
        'Some time has passed {since}, and I wanted to get back in touch.',
        'We have not been in touch {since}, and I would like to change that.',
        'It has been {longer} {sinceBare}, and I would like to stay in touch.',
        'I wanted to get in touch, as it has been a while {since}.',
      ],
    ),
    asks: 'catch_up',
  },
  long: {
    subjects: {
      informal: ['Long time!', 'How are you?', 'How are things?', 'Catching up?', 'Out of the blue'],
      formal: ['Getting back in touch', 'How are you?', 'Catching up', 'After a long time'],
    },
    openings: openingWith(
      [
        'It’s been {duration} {sinceBare}, which is far too long.',
        'I can’t believe it’s been {duration} {sinceBare}.',
        'Out of the blue, I know – it’s been {duration} {sinceBare}.',
        'Can you believe it’s been {duration} {sinceBare}?',
        'We haven’t caught up in {duration}, and I’d love to change that.',
        'I realised the other day that it’s been {duration} {sinceBare}.',
        'Has it really been {duration} {sinceBare}?',
      ],
      [
        'It has been {duration} {sinceBare}.',
        'I realised recently that it has been {duration} {sinceBare}.',
        'We have not been in touch for {duration}, and I would like to change that.',
        'It is hard to believe that it has been {duration} {sinceBare}.',
        'I have been meaning to get back in touch; it has been {duration} {sinceBare}.',
        'I would like to get back in touch, as it has been {duration} {sinceBare}.',
        'I thought it was time to get back in touch, as we have not spoken for {duration}.',
      ],
    ),
    asks: 'catch_up',
  },
  of_two: {
    subjects: catchingUp,
    openings: openingWith(
      [
        '{Seen}, but it’s been a while since the two of us caught up.',
        'It’s been a while since the two of us last caught up properly.',
        'I just realised it’s been a while since we talked, just the two of us.',
        'It’d be nice to talk properly again, just the two of us.',
        '{Seen}, but we haven’t had a proper catch-up in a while.',
        'I’ve been meaning to catch up with you properly for a while.',
        'We haven’t really had a chance to catch up, just the two of us, in a while.',
      ],
      [
        '{Seen}, but it has been a while since the two of us last spoke.',
        'It has been a while since the two of us last spoke properly.',
        '{Seen}, but we have not had a chance to talk properly for some time.',
        'I would like to catch up with you properly, as it has been a while.',
        'I realised that it has been some time since just the two of us spoke.',
        'It would be good to talk properly again, just the two of us.',
        'We have not really had a chance to catch up for some time.',
      ],
    ),
    asks: 'catch_up',
  },
  plain: {
    subjects: catchingUp,
    openings: openingWith(
      [
        'It’s been a while, so I thought I’d say hello.',
        'I’ve been meaning to get in touch for a while.',
        'We haven’t caught up in far too long.',
        'It’s been too long since we last talked.',
        'I thought it was time I got in touch again.',
        'I know it’s been a long time.',
        'We’re long overdue a catch-up.',
      ],
      [
        'It has been a while since we were last in touch.',
        'I have been meaning to get in touch for some time.',
        'I know that it has been some time since we last spoke.',
        'I would like to stay in touch, and it has been a while.',
        'We have not been in touch for some time, and I would like to change that.',
        'I realised that it has been some time since we were last in touch.',
        'I thought it was time to get back in touch.',
      ],
    ),
    asks: 'catch_up',
  },
  soon: {
    subjects: {
      informal: ['Quick hello', 'How’s it going?', 'Quick catch-up?'],
      formal: ['Keeping in touch', 'A short update?', 'Staying in touch'],
    },
    openings: openingWith(
      [
        'How have things been {since}?',
        'How’s everything going {since}?',
        'What’s new {since}?',
        'How have you been {since}?',
        'What have you been up to {since}?',
        'How are you doing {since}?',
        'Anything new {since}?',
      ],
      [
        'I wanted to ask how you have been {since}.',
        'How have things been {since}?',
        'I hope you have been well {since}.',
        'I was wondering how things have been going {since}.',
        'How have you been {since}?',
        'I thought I would ask how things are going {since}.',
        'I wanted to see how things have been {since}.',
      ],
    ),
    asks: 'soon',
  },
  hello: {
    subjects: {
      informal: ['How are you?', 'How are things?', 'What’s new?', 'Quick hello'],
      formal: ['How are things?', 'Keeping in touch', 'How are you?'],
    },
    openings: openingWith(
      [
        'Just a quick hello from me.',
        'I thought I’d drop you a quick line.',
        'Just thinking of you.',
        'Just checking in from my end.',
        'I thought I’d say a quick hello.',
        'I’ve been meaning to write.',
        'Just wanted to say a quick hello.',
      ],
      [
        'I wanted to send you a short message.',
        'I would like to stay in touch, so I thought I would write.',
        'I just wanted to get in touch.',
        'I thought I would send you a short message.',
        'I have been meaning to write to you.',
        'This is just a short message to stay in touch.',
        'I wanted to send you a few lines.',
      ],
    ),
    asks: 'news',
  },
}
