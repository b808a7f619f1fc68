/** What can be offered, and how one takes leave, after a silence of whatever length: five and nine for each tone. */
import type { Tone } from '../../../model/check-in.ts'
import type { Sentences } from '../language.ts'

export const usual: Readonly<Record<Tone, Pick<Sentences, 'offers' | 'closings'>>> = {
  warm: {
    offers: [
      'If you would enjoy catching up, I will gladly fit a call or a coffee around whatever suits you.',
      'If there is anything I can lend a hand with just now, an introduction or a second opinion, say so and it is yours.',
      'If our ways cross in the coming weeks, the coffee is on me; and if they do not, I am happy to ring you.',
      'I would love to make the time for a proper conversation, on the phone or over lunch, on whichever day is good for you.',
      'If something you are working on could do with a fresh pair of eyes, I would be glad to give it half an hour.',
    ],
    closings: [
      'And if life is full at the moment, there is nothing to answer here at all.',
      'For now I wanted you to know that you are thought of.',
      'All good wishes for whatever the coming weeks have in store for you.',
      'If this comes at a busy time, just let it lie, and I will not mind.',
      'Look after yourself, and enjoy what is left of the week.',
      'Until then, may the weeks ahead be kind to you.',
      'Whenever you feel like it is soon enough for me.',
      'With that, a good week to you, and many more after it.',
      'Take it as a wave from across the street, and wave back only if you like.',
    ],
  },
  brief: {
    offers: [
      'If you have half an hour some time, I would be glad to hear how you are; I can call whenever suits you.',
      'The coffee is on me the next time our ways cross, or we talk on the phone if that is easier for you.',
      'If I can be useful with anything at the moment, just say so, and I will see what I can do.',
      'I am happy to catch up on the phone or over lunch, on whichever day is easiest for you.',
      'If something on your desk could do with a second pair of eyes, you are welcome to mine.',
    ],
    closings: [
      'No need to reply if things are busy at your end.',
      'I wish you a good week, with some time to breathe in it.',
      'No rush with any of it; next month is as good as next week.',
      'If now is a bad moment, just leave it; I will not mind in the least.',
      'May the coming weeks bring you something to look forward to.',
      'Until then, I hope that the days go easily for you.',
      'Apart from that, all the best from here.',
      'Enjoy the rest of the week, whatever it brings.',
      'Until it happens to fit, then, and a good week in the meantime.',
    ],
  },
  formal: {
    offers: [
      'Should you find it agreeable to exchange news, I would be pleased to arrange a call at a time of your choosing.',
      'If I can be of help to you in any matter at present, with an introduction or with an opinion, please let me know.',
      'I would be glad to meet or to speak by telephone whenever it is convenient for you, and will gladly adapt to your calendar.',
      'If there is anything that I can contribute from my side, I would do so with pleasure; a line from you is enough.',
      'Should an opportunity arise in the coming weeks, it would be a pleasure to invite you to lunch.',
    ],
    closings: [
      'Please do not feel obliged to reply if your time is taken up with other things.',
      'None of this is urgent, so please let it wait for a convenient moment.',
      'For the present I merely wished to send you my regards.',
      'In the meantime I send you my best wishes for the weeks ahead.',
      'May the remainder of the week go well for you.',
      'It will be a pleasure at any time, now or later.',
      'Kindly regard this as a greeting, which asks nothing of you.',
      'Until we are next in touch, I wish you all the very best.',
      'Should this not be a convenient time, please simply leave this unanswered.',
    ],
  },
}
