/** Openings where something has changed or come round, and where two people should know each other. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Change = 'company' | 'address' | 'bounced' | 'years' | 'their_turn' | 'introduction'

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
        'Your emails come from {aCompany} address these days.',
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
  address: {
    subjects: howAreThings,
    openings: openingWith(
      [
        'I see you’ve got a new email address.',
        'I noticed you’re writing from a new address these days.',
        'I’ve saved your new email address, so I thought I’d try it out.',
        'New email address, I see!',
        'I’ve got your new email address now, so I thought I’d say hello.',
        'You’ve got a new email address, so here’s a first message to it.',
        'I’m trying out your new email address.',
      ],
      [
        'I see that you have a new email address.',
        'I noticed that you are writing from a new address.',
        'I have noted your new email address, and wanted to stay in touch.',
        'I have saved your new email address and will use it from now on.',
        'You have a new email address, I see.',
        'I am writing to your new email address, which I have noted.',
        'I have your new email address now, and wanted to stay in touch.',
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
        'Can you believe it’s {anniversary} since we first got in touch?',
        'We first got in touch {yearsAgo}, and I’m really glad we did.',
        '{Anniversary} since we first got in touch – how did that happen?',
        'Believe it or not, it’s {anniversary} since we first got in touch.',
        'I can hardly believe it’s {anniversary} since we first got in touch.',
      ],
      [
        'It is {anniversary} since we were first in touch, and I am very glad that we still are.',
        'I realised that it is {anniversary} since we were first in touch.',
        'It is hard to believe that it is {anniversary} since we first got in touch.',
        'We were first in touch {yearsAgo}, and I am glad that we still are.',
        'I noticed that it is {anniversary} since we first got in touch.',
        'I can hardly believe that it is {anniversary} since we first got in touch.',
        'As it is {anniversary} since we first got in touch, I wanted to say hello.',
      ],
    ),
    asks: 'years',
  },
  their_turn: {
    subjects: { informal: [...howAreThings.informal, 'My turn'], formal: howAreThings.formal },
    openings: openingWith(
      [
        'You’re usually the one who gets in touch, so this time it’s me.',
        'You’re better at keeping in touch than I am, so I thought I’d go first this time.',
        'It’s usually you who gets in touch, and I’m glad you do. My turn for a change!',
        'Thanks for always being the one to get in touch – this time I wanted to go first.',
        'I thought I’d write first this time, since it’s usually you.',
        'I know you’re usually the one who gets in touch, so I thought it was my turn.',
        'For once I’m the one getting in touch first – it’s usually you.',
      ],
      [
        'You are usually the one who gets in touch, so this time I wanted to write first.',
        'Thank you for getting in touch as often as you do; this time I wanted to write first.',
        'It is usually you who gets in touch, which I very much appreciate.',
        'I wanted to write first this time, as it is usually you who gets in touch.',
        'I appreciate that you keep in touch as you do, and thought it was my turn to write.',
        'As you are usually the one to write first, I thought it was my turn.',
        'You are better at keeping in touch than I am, so I wanted to write first this time.',
      ],
    ),
    asks: 'catch_up',
  },
  introduction: {
    subjects: { informal: ['An introduction?', 'Someone to meet?', 'Comparing notes?'], formal: ['An introduction'] },
    openings: {
      warm: [
        'Do you know {other}? You’re both in {ground}{shared}, so I thought you might like to compare notes.',
        'Have you come across {other}? You’re both in {ground}{shared}, so it might be worth comparing notes.',
        'I was wondering if you and {other} know each other, since you’re both in {ground}{shared}.',
        'You and {other} are both in {ground}{shared}. Have the two of you ever talked?',
        'Have you ever met {other}? You’re both in {ground}{shared}, and might have a lot to talk about.',
        'Are you in touch with {other} at all? I ask because you’re both in {ground}{shared}.',
        'It occurred to me that you may not know {other}, although you’re both in {ground}{shared}.',
      ],
      brief: [
        'Do you know {other}? You’re both in {ground}{shared}, so I thought you might like to compare notes.',
        'Have you come across {other}? You’re both in {ground}{shared}, so it might be worth comparing notes.',
        'I was wondering if you and {other} know each other, since you’re both in {ground}{shared}.',
        'You and {other} are both in {ground}{shared}. Have the two of you ever talked?',
        'Have you ever met {other}? You’re both in {ground}{shared}.',
        'Are you in touch with {other} at all? I ask because you’re both in {ground}{shared}.',
        'It occurred to me that you may not know {other}, although you’re both in {ground}{shared}.',
      ],
      formal: [
        'Do you know {other}? You are both in {ground}{shared}, and I thought you might like to compare notes.',
        'Have you met {other}? You are both in {ground}{shared}, and might have a lot to talk about.',
        'I was wondering whether you and {other} know each other, as you are both in {ground}{shared}.',
        'You and {other} are both in {ground}{shared}, and I wondered whether you have met.',
        'Are you in touch with {other}? You are both in {ground}{shared}, so an exchange might be worthwhile.',
        'It occurred to me that you may not know {other}, although you are both in {ground}{shared}.',
        'I thought of you and {other}, as you are both in {ground}{shared}. Have the two of you met?',
      ],
    },
    asks: 'introduce',
  },
}
