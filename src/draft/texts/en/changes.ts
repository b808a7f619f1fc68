/** Openings where something has changed or come round, and where two people should know each other. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Change = 'company' | 'new_job' | 'address' | 'bounced' | 'years' | 'their_turn' | 'introduction'

const howAreThings = {
  informal: ['How are things?', 'How are you?', 'What’s new?', 'Catching up?'],
  formal: ['How are things?', 'Keeping in touch', 'How are you?'],
} as const

export const englishChanges: Readonly<Record<Extract<FamilyName, Change>, Family>> = {
  company: {
    subjects: howAreThings,
    openings: openingWith(
      [
        'I see you’re writing from {aCompany} address these days.',
        'You’ve got {aCompany} address now, I see.',
        'I saw your new {company} address.',
        'I’ve saved your new {company} address.',
        'So you’re writing from {aCompany} address now.',
        'I just spotted your new {company} address.',
        'I noticed your new {company} address.',
      ],
      [
        'I see that you are writing from {aCompany} address these days.',
        'I noticed that you now have {aCompany} address.',
        'I have noted your new {company} address.',
        'Thank you for writing from your new {company} address.',
        'I saw that you now write from {aCompany} address.',
        'I have saved your new {company} address.',
        'You are writing from {aCompany} address now, I see.',
      ],
    ),
    asks: 'company',
  },
  new_job: {
    subjects: {
      informal: ['How’s the new job?', 'How are things?', 'How are you?'],
      formal: ['How are things?', 'How are you?'],
    },
    openings: openingWith(
      [
        'How’s the new job going?',
        'How are you finding the new job?',
        'How are things in the new job?',
        'How’s it going in the new job?',
        'I was wondering how the new job’s going.',
        'How are you settling in at the new job?',
        'So how’s the new job?',
      ],
      [
        'How are you finding the new job?',
        'I wanted to ask how the new job is going.',
        'How are things in the new job?',
        'I was wondering how you are finding the new job.',
        'I hope that the new job is off to a good start.',
        'How is the new job treating you?',
        'How are you settling in at the new job?',
      ],
    ),
    asks: 'new_job',
  },
  address: {
    subjects: howAreThings,
    openings: openingWith(
      [
        'I’ve saved your new address, so I thought I’d say hello.',
        'I see you’ve got a new email address.',
        'I’ve got your new address now, so here’s a quick hello.',
        'I’ve updated your address on my end.',
        'Your new address is saved, so I thought I’d use it.',
        'I’ve saved your new email address.',
        'Here’s a first hello to your new address.',
      ],
      [
        'I have noted your new email address, and wanted to stay in touch.',
        'I see that you have a new email address.',
        'I have saved your new email address and will use it from now on.',
        'I have your new email address now, and wanted to stay in touch.',
        'I am writing to your new email address, which I have noted.',
        'I have noted your new email address.',
        'I have updated your email address on my side.',
      ],
    ),
    asks: 'news',
  },
  bounced: {
    subjects: {
      informal: ['Trying to reach you', 'New address?', 'My email bounced'],
      formal: ['Your email address', 'Trying to reach you'],
    },
    openings: openingWith(
      [
        'My last email to you bounced. What’s the best address for you these days?',
        'I tried to email you {bounced} and it came back. Which address should I use now?',
        'I think I’ve got an old email address for you, because my last message bounced. Which one should I use?',
        'The email address I have for you doesn’t seem to work any more. What’s the right one now?',
        'I emailed you {bounced}, but it bounced. What’s a good address for you now?',
        'Your old email address has started bouncing. What’s the right one these days?',
        'An email I sent you {bounced} came straight back. Do you have a new address?',
      ],
      [
        'My last email to you was returned. Could you let me know which address to use?',
        'I tried to email you {bounced}, but the message came back. Which address should I use now?',
        'The email address I have for you no longer seems to work. Could you send me the current one?',
        'I emailed you {bounced}, but the message was returned. Do you have a new address?',
        'It seems that I have an old email address for you. Which one do you use now?',
        'Messages to the email address I have for you are returned. Which one do you use now?',
        'An email that I sent you {bounced} came back. What is the best address to use?',
      ],
    ),
    asks: 'bounced',
  },
  years: {
    subjects: {
      informal: ['{YearsBare}!'],
      formal: ['{YearsBare}'],
    },
    openings: openingWith(
      [
        'It’s {anniversary} since we first got in touch – hard to believe.',
        'I just realised it’s {anniversary} since we first got in touch.',
        'Can you believe we first got in touch {yearsAgo}?',
        'We first got in touch {yearsAgo} – where does the time go?',
        'It just struck me that we first got in touch {yearsAgo}.',
        'Time flies – it’s {anniversary} since we first got in touch.',
        'Believe it or not, we first got in touch {yearsAgo}.',
      ],
      ['It is {anniversary} since we were first in touch, and I am glad that we still are.'],
    ),
    asks: 'years',
  },
  their_turn: {
    subjects: { informal: [...howAreThings.informal, 'My turn'], formal: howAreThings.formal },
    openings: openingWith(
      [
        'You’re usually the one who gets in touch, so this time it’s me.',
        'You’re better at keeping in touch than I am, so I thought I’d go first this time.',
        'I thought I’d write first this time, since it’s usually you.',
        'I know you’re usually the one who gets in touch, so I thought it was my turn.',
        'It’s usually you who gets in touch, so I thought I’d go first for once.',
        'You usually write first, so I figured it was my turn.',
        'For once I’m the one getting in touch first – it’s usually you.',
      ],
      [
        'You are usually the one who gets in touch, so this time I wanted to write first.',
        'You have usually been the one to write, so this time I wanted to go first.',
        'I wanted to write first this time, as it is usually you who gets in touch.',
        'I know that you are usually the one to write, and thought it was my turn.',
        'As you are usually the one to write first, I thought it was my turn.',
        'You are better at keeping in touch than I am, so I wanted to write first this time.',
        'Usually it is you who writes first, so I thought it was my turn.',
      ],
    ),
    asks: 'catch_up',
  },
  introduction: {
    subjects: { informal: ['An introduction?', 'Someone to meet?', 'Comparing notes?'], formal: ['An introduction'] },
    openings: openingWith(
      [
        'Do you know {other}? You’re both in {ground}{shared}, so I thought you might like to compare notes.',
        'Have you come across {other}? You’re both in {ground}{shared}, so it might be worth comparing notes.',
        'Have you two ever talked, you and {other}? You’re both in {ground}{shared}.',
        'Have you ever met {other}? You’re both in {ground}{shared}, and might have a lot to talk about.',
        'Do you and {other} know each other? You’re both in {ground}{shared}, so you may have plenty to talk about.',
        'Are you in touch with {other} at all? You’re both in {ground}{shared}.',
        'Have you met {other} yet? I thought of you two because you’re both in {ground}{shared}.',
      ],
      [
        'Do you know {other}? You are both in {ground}{shared}, and I thought you might like to compare notes.',
        'Have you met {other}? You are both in {ground}{shared}, and might have a lot to talk about.',
        'Do you and {other} know each other? You are both in {ground}{shared}.',
        'Have you ever met {other}? I thought of the two of you because you are both in {ground}{shared}.',
        'Are you in touch with {other}? You are both in {ground}{shared}, so it might be worth comparing notes.',
        'Have you and {other} ever spoken? You are both in {ground}{shared}.',
        'Have you come across {other}? As you are both in {ground}{shared}, you might like to compare notes.',
      ],
    ),
    asks: 'introduce',
  },
}
