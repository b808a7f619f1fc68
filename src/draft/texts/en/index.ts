/** English, as it is typed today. */
import { vocabularyOf } from '../../../model/vocabulary.ts'
import type { Language, Sentences } from '../language.ts'
import { englishSlots } from './slots.ts'
import { englishTime } from './time.ts'
import { englishTopics } from './topics.ts'

const sentences = vocabularyOf<Sentences>('english')

export const english: Language = {
  name: 'en',
  greetings: {
    warm: { named: 'Hi {name},', full: 'Hi {name},', titled: 'Dear {name},', nameless: 'Hello,' },
    brief: { named: 'Hi {name},', full: 'Hi {name},', titled: 'Dear {name},', nameless: 'Hello,' },
    formal: { named: 'Dear {name},', full: 'Dear {name},', titled: 'Dear {name},', nameless: 'Hello,' },
  },
  greeted: '{word} {name},',
  farewells: { warm: '', brief: '', formal: 'Kind regards,' },
  isLowAfterGreeting: false,
  tellsTerms: false,
  signsFullyIn: [],
  echoes: [
    /\bc(?:atch|aught)(?:ing)? up/i,
    /\bhow (?:you|are you|have you|are things|things|is |’s |’ve)|how’s (?:everything|life|it going)|you(?:’re| are) (?:doing|up to|getting on)/i,
    /\bhear (?:from|how|about|what|your)|news\b/i,
    /\bthank/i,
    /\benjoy/i,
    /\bback to you\b/i,
    /\bon this\b/i,
    /\bI[’']d love to\b/i,
    /\b(?:in|keep|staye?d? in|keeping in) touch\b/i,
    /\bsorry|apolog|late\b/i,
    /\bconversation|exchange/i,
    /\btalk|speak|spoke|chat\b/i,
    /\bagain\b/i,
    /\bthis week\b/i,
    /\bso long\b|for some time|in a while|a while\b/i,
    /\bup to\b/i,
    /\bwrit|wrote/i,
    /\bmeet\b/i,
    /\bwondering\b/i,
    /\bglad\b/i,
    /\bpleasure\b/i,
    /\btime flies\b/i,
    /\bout of the blue\b/i,
    /\bforgotten\b/i,
    /\bpatience\b/i,
    /\bproper(?:ly)?\b/i,
    /\bhope\b/i,

    /\bcoffee|lunch\b/i,
    /\bcome|came\b/i,
    /\bmessage\b/i,
  ],
  minWords: { warm: 14, brief: 10, formal: 15 },
  offers:
    /\b(?:call|coffee|lunch|chat|half an hour|see you or talk|time to talk|meet or speak|speak (?:briefly|again)|by phone|catch up (?:soon|sometime|over))\b/i,
  offersInPerson: /\b(?:coffee|lunch|see you|meet)\b/i,
  thanks: /\bthank/i,
  slots: englishSlots,
  topics: englishTopics,
  time: englishTime,
  get families() {
    return sentences().families
  },
  get asks() {
    return sentences().asks
  },
}
