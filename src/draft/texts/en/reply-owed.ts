/**
 * An answer that is late: own it in a line, and open the door to the answer itself. What their letter said, nobody here
 * knows: the matter is the writer’s.
 */
import type { Family } from '../language.ts'

export const replyOwed: Family = {
  warm: {
    subjects: ['My late answer', 'Late, but here I am', 'Your message', 'With apologies for the wait'],
    openings: [
      'Thank you for your message, and forgive me for letting it lie. It deserved a quicker answer than this.',
      'I am sorry that you have had to wait for my answer. It was good to hear from you, and I did not forget.',
      'This is late, and I know it. Thank you for writing, and for your patience with me.',
      'Your message has been waiting for a good moment, and I should have answered it sooner. Thank you for it.',
    ],
    offers: [
      'I would rather give you a proper answer than a hasty one, and if it is easier to talk it through, I will gladly call you.',
      'If something in it has become pressing meanwhile, tell me, and I will see to that before anything else.',
      'As to the matter itself, it may be simplest to talk, and I am glad to ring you about it this week.',
      'If you tell me what matters most in it by now, I will begin with that, in writing or on the phone.',
      'Should it be simpler to sort things out in a short call, I will gladly make the time for one.',
    ],
    closings: [
      'And if it has settled itself in the meantime, all the better.',
      'Thank you again for thinking of me when you wrote.',
      'I hope that you are well, apart from having had to wait for me.',
      'I will do my best to be quicker the next time.',
      'I hope that the delay has not made anything harder for you.',
      'It is always good to find your name in my inbox.',
      'With that off my conscience, I hope that all is well with you.',
      'Please do not read anything into my silence; there was nothing behind it.',
      'Thank you for bearing with me, and I hope to hear more from you.',
    ],
  },
  brief: {
    subjects: ['My late answer', 'Your message', 'Sorry for the wait', 'Late, but here'],
    openings: [
      'Sorry for the slow answer, and thank you for writing. I had not forgotten you.',
      'This should have come sooner: thank you for your message, and sorry that it had to wait.',
      'Late, but here I am. Thank you for your message, and for waiting for me.',
      'Thank you for your message. I owe you an answer, and an apology for the delay.',
    ],
    offers: [
      'I would rather answer you properly than in haste; and if a quick call is easier for you, I am glad to do that too.',
      'If anything has become urgent since, tell me, and I will do that first, before anything else.',
      'As to the matter itself, I would like to talk it over with you, and can call you this week.',
      'If a short call would sort it out faster than writing does, I am happy to ring you.',
      'If you tell me what matters most in it by now, I will begin with that.',
    ],
    closings: [
      'And if it has settled itself by now, so much the better.',
      'I hope that all is well with you otherwise.',
      'I will do my best to be quicker the next time.',
      'Thank you for bearing with me, and for your patience.',
      'I hope that the wait has not cost you anything.',
      'It was good to hear from you in any case.',
      'Sorry again, and thank you for not giving up on me.',
      'Apart from that, I hope that your week is going well.',
      'It was good to hear from you, and I mean it.',
    ],
  },
  formal: {
    subjects: ['My late reply', 'Your message', 'With apologies for the delay', 'In answer to your message'],
    openings: [
      'Thank you for your message, and please accept my apologies for the delay in answering it.',
      'I owe you an answer to your message, and regret that it comes so late. Thank you for writing to me.',
      'Please forgive my late reply. Your message was welcome, and ought to have been answered sooner.',
      'Your message has been with me for some time, and I apologise for having left it unanswered until now.',
    ],
    offers: [
      'I would prefer to answer you properly rather than in haste, and would be glad to discuss it by telephone, should you prefer that.',
      'If any part of it has become pressing in the meantime, please let me know, and I will attend to that first.',
      'Should a conversation be more convenient for you than writing, I would gladly arrange a call.',
      'As to the matter itself, it may be best discussed by telephone, and I would be glad to call you about it.',
      'If it would be of use, I would gladly go through the points of your message with you in conversation.',
    ],
    closings: [
      'Should the matter have been resolved in the meantime, so much the better.',
      'I hope that the delay has caused you no inconvenience.',
      'Thank you for your patience and for your understanding.',
      'I will take care to answer you more promptly in future.',
      'I hope that all is otherwise well with you.',
      'I was glad to hear from you, and hope to do so again.',
      'With renewed apologies, I send you my best wishes.',
      'I appreciate very much that you thought of me.',
      'In the meantime I wish you a good and successful week.',
    ],
  },
}
