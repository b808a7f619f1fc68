/** Openings after a silence, long or short, and where nothing but the person is known. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Silence =
  | 'topic'
  | 'topic_later'
  | 'topic_long'
  | 'since'
  | 'long'
  | 'of_two'
  | 'plain'
  | 'in_copy'
  | 'soon'
  | 'hello'
  | 'second_door'

const catchingUp = {
  informal: ['Catching up?', 'How are you?', 'How are things?', 'What’s new?'],
  formal: ['Catching up', 'Keeping in touch', 'How are things?'],
} as const

export const englishSilence: Readonly<Record<Extract<FamilyName, Silence>, Family>> = {
  topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: {
      warm: [
        '{HowIs} {topic} coming along?',
        'What’s the latest on {topic}?',
        'How are things going with {topic}?',
        'I was wondering how {topic} {isPlain} coming along.',
        'How are you getting on with {topic}?',
        'How’s it going with {topic}?',
        'I’d love to hear how it’s going with {topic}.',
      ],
      brief: [
        '{HowIs} {topic} coming along?',
        'What’s the latest on {topic}?',
        'How are things going with {topic}?',
        'I was wondering how {topic} {isPlain} coming along.',
        'How are you getting on with {topic}?',
        'How’s it going with {topic}?',
        'I’d love to hear how it’s going with {topic}.',
      ],
      formal: ['I was wondering how things are going with {topic}.'],
    },
    asks: 'after_topic',
  },
  topic_later: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: {
      warm: [
        'It’s been a while! Where did things end up with {topic}?',
        'It’s been {duration} since we {talked} – where did things end up with {topic}?',
        'I was wondering where things ended up with {topic}.',
        'It’s been a while since we {talked} – what’s the latest on {topic}?',
        'It’s been too long since we {talked}. Where did things end up with {topic}?',
        'It’s been a while! How did {topic} turn out?',
        'I was wondering how {topic} turned out.',
      ],
      brief: [
        'Where did things end up with {topic}?',
        'What’s the latest on {topic}?',
        'I was wondering where things ended up with {topic}.',
        'How did {topic} turn out?',
        'It’s been a while – how did {topic} turn out?',
        'I was wondering how {topic} turned out.',
        'It’s been a while – where do things stand with {topic}?',
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
        'It’s been a long time, I know – {duration} {sinceBare}.',
        'Time flies – it’s been {duration} {sinceBare}.',
        'I just realised it’s been {duration} {sinceBare}.',
        'It’s been {duration} {sinceBare}, so I thought I’d say hello.',
      ],
      ['It has been {duration} {sinceBare}.'],
    ),
    asks: 'outcome',
  },
  since: {
    subjects: catchingUp,
    openings: openingWith(
      [
        'We haven’t {spoken} {sinceMonth}, and I’d like to change that.',
        'It’s been too long {sinceIt}.',
        'It’s been {longer} {sinceBare}, so I thought I’d say hello.',
        'I don’t think we’ve {spoken} {sinceMonth}.',
        'It’s been {longer} {sinceBare}.',
        'It’s been a while {sinceIt}.',
        'It’s been a while {sinceIt}, so I thought I’d say hello.',
        'How have you been {sinceIt}?',
        'We haven’t {spoken} in {fewWeeks}, so I thought I’d say hello.',
        'It’s been a while!',
        'We haven’t talked in a while, so I thought I’d write.',
        'It’s been too long since we last talked.',
        'We’re overdue a catch-up!',
        'I thought it was time I got in touch again.',
        'We haven’t caught up in a while.',
        'It’s been a while, and I’d like to hear how you’re doing.',
      ],
      [
        'We have not been in touch {sinceMonth}, and I would like to change that.',
        'It has been a while {sinceIt}.',
        'I hope that all has been well {sinceIt}.',
        'How have you been {sinceIt}?',
        'I realised that it has been {longer} {sinceBare}.',
        'I do not think we have spoken {sinceMonth}.',
        'It has been {longer} {sinceBare}.',
        'We have not spoken in {fewWeeks}, and I wanted to get in touch.',
        'I wanted to get in touch, as we have not spoken {sinceMonth}.',
        'It has been a while, so I thought I would write.',
        'It has been a while since we were last in touch.',
        'I wanted to get back in touch.',
        'I thought it was time to get in touch again.',
        'I would like to stay in touch, so I thought I would write.',
      ],
    ),
    asks: 'catch_up',
  },
  long: {
    subjects: {
      informal: ['Long time!', 'How are you?', 'How are things?', 'Catching up?', 'Out of the blue'],
      formal: ['Getting back in touch', 'How are you?', 'Catching up'],
    },
    openings: openingWith(
      [
        'It’s been {duration} {sinceBare}, which is far too long.',
        'I can’t believe it’s been {duration} {sinceBare}.',
        'Out of the blue, I know – it’s been {duration} {sinceBare}.',
        'It’s been a long time, I know – {duration} {sinceBare}.',
        'We haven’t {spoken} in {duration}, and I’d love to change that.',
        'I just realised it’s been {duration} {sinceBare}.',
        'It’s been {duration} {sinceBare}, so I thought I’d say hello.',
      ],
      [
        'It has been {duration} {sinceBare}.',
        'I realised recently that it has been {duration} {sinceBare}.',
        'We have not been in touch for {duration}, and I would like to change that.',
        'It has been {duration} {sinceBare}, and I would be glad to be back in touch.',
        'It has been {duration} {sinceBare}, and I thought I would write.',
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
        '{Seen}, but we haven’t had a proper catch-up in a while.',
        '{Seen}, but we didn’t really get to talk.',
        '{Seen}, and I realised we haven’t caught up properly in a while.',
        'It’s been a while since the two of us last talked properly.',
        'I just realised it’s been a while since the two of us talked.',
        'It’d be good for the two of us to talk properly again.',
        'We haven’t really had a chance to catch up in a while.',
        'The two of us haven’t really talked in a while.',
      ],
      [
        '{Seen}, but it has been a while since the two of us last spoke.',
        '{Seen}, but we have not had a chance to talk properly for some time.',
        '{Seen}, and I realised that the two of us have not spoken for a while.',
        'It has been a while since the two of us last spoke properly.',
        'I would like to catch up with you properly, as it has been a while.',
        'I realised that it has been some time since the two of us spoke.',
        'The two of us have not really had a chance to catch up for some time.',
      ],
    ),
    asks: 'catch_up',
  },
  plain: {
    subjects: catchingUp,
    openings: openingWith(
      [
        'It’s been a while, so I thought I’d say hello.',
        'We haven’t talked in a while.',
        'It’s been a while!',
        'It’s been too long since we last talked.',
        'I thought it was time I got in touch again.',
        'We haven’t caught up in a while.',
        'We’re overdue a catch-up!',
      ],
      [
        'It has been a while since we were last in touch.',
        'It has been some time, so I thought I would write.',
        'I know that it has been some time since we last spoke.',
        'I would like to stay in touch, and it has been a while.',
        'I wanted to get back in touch, as it has been some time.',
        'I realised that it has been some time since we were last in touch.',
        'I thought it was time to get back in touch.',
      ],
    ),
    asks: 'catch_up',
  },
  soon: {
    subjects: {
      informal: ['Quick hello', 'How’s it going?', 'How are things?'],
      formal: ['How are things?', 'Keeping in touch', 'Staying in touch'],
    },
    openings: openingWith(
      [
        'We haven’t {spoken} in {fewWeeks}, so I thought I’d say a quick hello.',
        'I thought I’d say hello, as we haven’t {spoken} in {fewWeeks}.',
        'It’s been {namedWeeks} {sinceBare}, so I thought I’d say a quick hello.',
        'It’s been {namedWeeks} {sinceBare}.',
        'I hope all’s been well {sinceIt}.',
        'I hope things have been good {sinceIt}.',
        'How have you been {sinceIt}?',
        'How’s everything been {sinceIt}?',
        'Just a quick hello from me.',
        'I thought I’d drop you a quick line.',
        'I thought I’d check in.',
        'Just saying hi!',
        'I wanted to say a quick hello.',
      ],
      [
        'We have not spoken in {fewWeeks}, and I wanted to get in touch.',
        'I wanted to get in touch, as it has been {namedWeeks} {sinceBare}.',
        'It has been {namedWeeks} {sinceBare}, and I wanted to ask how you are.',
        'I hope that all has been well {sinceIt}.',
        'I hope that things have gone well {sinceIt}.',
        'How have you been {sinceIt}?',
        'I wanted to ask how you are getting on.',
        'I wanted to see how things are going.',
        'I thought I would write and say hello.',
        'I would like to stay in touch, and wanted to ask how you are.',
        'I wanted to say a quick hello.',
        'I thought I would see how you are.',
      ],
    ),
    asks: 'news',
  },
  in_copy: {
    subjects: {
      informal: ['How are you?', 'How are things?', 'What’s new?', 'Quick hello'],
      formal: ['How are things?', 'Keeping in touch', 'How are you?'],
    },
    openings: openingWith(
      [
        'We’re on the same emails now and then, so I thought I’d say hello properly.',
        'We’ve been on a few of the same emails, so I thought I’d drop you a line.',
        'We’ve been on a few emails together, and I thought it was time to say hello.',
        'I thought I’d write to you directly for once.',
        'We’re on a lot of the same emails and hardly ever talk.',
        'We’re copied on the same emails now and then, so here’s a quick hello.',
        'We’ve been on a few of the same threads, and I thought I’d say hi.',
      ],
      [
        'We are sometimes on the same emails, so I wanted to write to you directly.',
        'As we are mostly in touch through group emails, I wanted to say a proper hello.',
        'I thought I would write to you directly for once.',
        'We have been on several emails together, and I wanted to say hello.',
        'So far we have mostly been in copy together, and I wanted to write to you directly.',
        'I wanted to say hello to you directly.',
        'I wanted to write to you directly, as we are mostly on group emails together.',
      ],
    ),
    asks: 'news',
  },
  // A call instead of an email that might go unanswered too, and no word about the last one.
  second_door: {
    subjects: {
      informal: ['A quick call?', 'Ten minutes on the phone?', 'Free for a call?'],
      formal: ['A short call?', 'A brief conversation?'],
    },
    openings: openingWith(
      [
        'Do you have time for a quick call one of these days?',
        'Are you up for a quick call sometime?',
        'Would a quick call suit you sometime this month?',
        'How about a quick call one of these days?',
        'Would you have ten minutes for a call sometime?',
        'Could I give you a ring one of these days?',
        'Are you around for a quick chat on the phone sometime?',
      ],
      [
        'Would you have time for a short call one of these days?',
        'Would a brief call suit you sometime this month?',
        'I would be glad to speak with you for ten minutes. Would a call suit you?',
        'Might I call you for a few minutes one of these days?',
        'Could we speak by phone for a few minutes sometime?',
        'Would you be free for a brief call in the next few weeks?',
        'I would be happy to arrange a short call, if that suits you.',
      ],
    ),
    asks: 'second_door',
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
        'I thought I’d check in.',
        'Just saying hi!',
        'I thought I’d write and say hello.',
        'I thought I’d see how you’re doing.',
        'I wanted to say a quick hello.',
      ],
      [
        'I wanted to see how things are going.',
        'I would like to stay in touch, so I thought I would write.',
        'I thought I would write and say hello.',
        'I would like to stay in touch, and wanted to ask how you are.',
        'I wanted to ask how you are getting on.',
        'I wanted to say a quick hello.',
        'I thought I would see how you are.',
      ],
    ),
    asks: 'news',
  },
}
