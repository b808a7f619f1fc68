/** Small words that English chooses by what follows. Pure. */
import type { SlotWords } from '../language.ts'

export const englishSlots: SlotWords = {
  howIs: (isPlural) => (isPlural ? 'how are' : 'how’s'),
  is: (isPlural) => (isPlural ? 'are' : 'is'),
  talked: (how) => (how === 'message' ? 'last emailed' : how === 'elsewhere' ? 'were last in touch' : 'last talked'),
  spoken: (how) => (how === 'elsewhere' ? 'been in touch' : 'talked'),
  seeYou: (isCall) => (isCall ? 'talk to you' : 'see you'),
  seeingYou: (isCall) => (isCall ? 'talking to you' : 'seeing you'),
  aCompany: (company) => `${/^[aeiou]/i.test(company) ? 'an' : 'a'} ${company}`,
  seen: (how, recently) =>
    how === 'thread' ? `we were on the same email thread ${recently}` : `we were in the same meeting ${recently}`,
  ground: (name) => name.replace(/\b\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase()),
  // "In design" is a field; "in design" with a person in common besides is a reason twice over.
  stretch: (weeks) => (weeks < 9 ? 'the last few weeks' : 'the last few months'),
  stretchIn: (weeks) => (weeks < 9 ? 'the last few weeks' : 'the last few months'),
  shared: (name) => ` and both know ${name}`,
}
