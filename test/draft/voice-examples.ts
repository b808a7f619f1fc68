/** The check-ins that set the bar for all others, as a person wrote them: whatever a test asks of a draft, they hold. */
import type { Tone } from '../../src/model/check-in.ts'

export const voiceExamples: readonly { readonly tone: Tone; readonly text: string }[] = [
  ...[
    'Hi Ingrid, it’s been a while! Where did things end up with the Kelp tariff review? I’d love to catch up – coffee in the next couple of weeks, if you’re around? Lena',
    'Hi Ingrid, it’s been too long since we caught up in September. How have you been? Lena',
    'Hi Marta, we haven’t talked since May and I’d like to change that. What’s keeping you busy these days? Lena',
    'Hi Yusuf, it’s been over a year since we talked about the Mailhaus relaunch. Where did it end up, and how are you? Lena',
    'Hi Núria, it’s been a long time, I know. I’d love to hear how you’re doing, whenever you have a minute. Lena',
    'Hi Tomás, sorry, this slipped past me! Is it still useful if I look at it this week? Lena',
    'Hi Simon, sorry to have left this hanging – I’ll get back to you properly this week. Shout if it’s more urgent than that. Lena',
    'Hi Amara, it was great to meet you on Wednesday. I’d be glad to carry on our Openfields conversation – are you free for a call in the next couple of weeks? Lena',
    'Hi Jonas, I see you’re writing from the Hafencity Museum these days – what are you up to there? Lena',
    'Hi Gil, you’re usually the one who gets in touch, so this time it’s me. How are things? I’d love to catch up. Lena',
    'Hi Rania, do you know Zoe Pembroke? You’re both in offshore and both work with Gil, so I thought you might like to compare notes. Happy to introduce you. Lena',
    'Hi Hannah, it’s ten years this week since we first got in touch – hard to believe. How are you? Lena',
  ].map((text) => ({ tone: 'warm' as const, text })),
  ...[
    'Hi Priya, how’s the Q3 roadmap coming along? Would be good to catch up soon. Lena',
    'Hi Tal, it’s been a while! How are things with you? Lena',
    'Hi Quân, sorry for the slow reply – you’ll have a proper one from me this week. Lena',
    'Hi Davide, great to see you again on Tuesday. Let’s not leave it a year this time. Lena',
    'Hi Sanne, I see you’ve got a new email address. How’s everything going? Lena',
    'Hi Dirk, I can’t believe we last spoke in spring 2024. How are you doing? Lena',
  ].map((text) => ({ tone: 'brief' as const, text })),
  ...[
    'Dear Ingrid, it has been a few weeks since we last spoke about the Kelp tariff review. How are things on your side? I would be happy to arrange a short call if that is useful. Kind regards, Lena',
    'Dear Dr. Aalto, thank you for your message, and my apologies for the delay. You will have a full reply this week. Kind regards, Lena Marquardt',
    'Dear Chidi, thank you for taking the time to meet last week. I enjoyed our conversation and would be glad to continue it whenever it suits you. Kind regards, Lena',
    'Dear Eleanor, it has been more than a year since we were last in touch. I would be glad to hear how you are, and to catch up by phone if you have the time. Kind regards, Lena',
    'Dear Nguyen Van Anh, thank you for taking the time to meet last week. I would be glad to continue the conversation whenever it suits you. Kind regards, Lena Marquardt',
    'Dear Zofia, thank you for the portfolio review on Tuesday; it was good to see you again. I would be glad to continue whenever suits you. Kind regards, Lena',
  ].map((text) => ({ tone: 'formal' as const, text })),
]
