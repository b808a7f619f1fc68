/** What can be offered, and how one takes leave, after a silence of whatever length: five and nine for each tone. */
import type { Tone } from '../../../model/check-in.ts'
import type { Sentences } from '../language.ts'

export const usual: Readonly<Record<Tone, Pick<Sentences, 'offers' | 'closings'>>> = {
  warm: {
    offers: [
      'If you would enjoy catching up, I will gladly fit a call or a coffee around whatever suits you.',
      'If there is anything I can lend a hand with just now, an introduction or a second opinion, say so and it is yours.',
      'If you are anywhere near me in the coming weeks, the coffee is on me; and if you are not, I am happy to ring you.',
      'I would love to make the time for a proper conversation, on the phone or over lunch, on whichever day is good for you.',
      'If it would help to talk something over with somebody outside of it all, I am happy to be that person for half an hour.',
    ],
    closings: [
      'And if life is full at the moment, there is nothing to answer here at all.',
      'No reply needed; I mainly wanted you to know that you are thought of.',
      'There is no hurry about any of it, now or later.',
      'If this comes at a busy time, just let it lie, and I will not mind.',
      'Nothing hangs on it, and I would not want it to be one more thing on your list.',
      'Until then, may the weeks ahead be kind to you.',
      'Whenever you feel like it is soon enough for me.',
      'Either way, it was good to sit down and write to you.',
      'Take it as a wave from across the street, and wave back only if you like.',
    ],
  },
  brief: {
    offers: [
      'If you have half an hour some time, I would be glad to hear how you are; I can call whenever suits you.',
      'The coffee is on me whenever you are nearby, or we talk on the phone if that is easier for you.',
      'If I can be useful with anything at the moment, just say so, and I will see what I can do.',
      'I am happy to catch up on the phone or over lunch, on whichever day is easiest for you.',
      'If something on your desk could do with a second pair of eyes, you are welcome to mine.',
    ],
    closings: [
      'No need to reply if things are busy at your end.',
      'Nothing urgent, and nothing that you need to do about it.',
      'No rush with any of it; next month is as good as next week.',
      'If now is a bad moment, just leave it; I will not mind in the least.',
      'That is all, really: I wanted to say it while I thought of it.',
      'Whenever it suits you is fine by me, and so is not at all.',
      'Apart from that, all the best from here.',
      'No answer expected, so please do not feel that you owe me one.',
      'Until it happens to fit, then, and a good week in the meantime.',
    ],
  },
  formal: {
    offers: [
      'Should you find it agreeable to exchange news, I would be pleased to arrange a call at a time of your choosing.',
      'If I can be of help to you in any matter at present, with an introduction or with an opinion, please let me know.',
      'I would be glad to meet or to speak by telephone whenever it is convenient for you, and will gladly adapt to your calendar.',
      'If there is anything that I can contribute from my side, I would do so with pleasure; a line from you is enough.',
      'Should your plans bring you to my part of the world, it would be a pleasure to invite you to lunch.',
    ],
    closings: [
      'Please do not feel obliged to reply if your time is taken up with other things.',
      'None of this is urgent, and there is no hurry in answering it.',
      'No answer is expected; I merely wished to send you my regards.',
      'In the meantime I send you my best wishes for the weeks ahead.',
      'Whichever moment suits you will suit me, and if none does, that is quite understandable.',
      'It will be a pleasure at any time, now or later in the year.',
      'Kindly regard this as a greeting, which asks nothing of you.',
      'Until we are next in touch, I wish you all the very best.',
      'Should this not be a convenient time, please simply leave this unanswered.',
    ],
  },
}
