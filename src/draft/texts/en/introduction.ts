/** An offer to introduce two people: asked of the one first, so that nobody is introduced against their wish. */
import type { Family } from '../language.ts'

export const introduction: Family = {
  warm: {
    subjects: [
      'Someone you might like to know',
      'An introduction, if you like',
      'You and {other}',
      'A thought about people',
    ],
    openings: [
      'I was thinking that you and {other} ought to know each other. You move in the same circles, and as far as I know you have never met.',
      'There is someone I would like you to know: {other}. We have people in common, the three of us.',
      'It struck me that you and {other} know several of the same people, and as far as I can tell not each other.',
      'You and {other} are two people whom I am glad to know, and I have wondered whether you know of each other.',
    ],
    offers: [
      'If you would enjoy that, a word is enough, and I will write to you both.',
      'If you would like an introduction, I will gladly make it, with a few lines to each of you about the other.',
      'I would be happy to bring you together, by mail or over a coffee with the three of us.',
      'If it appeals to you, I will ask {other} as well, and put you in touch once you have both said yes.',
      'An introduction is yours for the asking, at any time, and I would make it with pleasure.',
    ],
    closings: [
      'If not, or not now, just leave this lying; I will not mention it to anybody.',
      'And if you know each other already, forgive me, and give my regards.',
      'No answer is as good as a no, and perfectly fine with me.',
      'I thought that it might be a good match, and there is nothing more behind it.',
      'There is no hurry about it, and of course no obligation either.',
      'In any case I hope that you are well, and that the week is kind to you.',
      'I have said nothing to anyone, so nothing is awkward if you would rather not.',
      'Either way, all good wishes to you from here.',
      'Do with it what you like, and keep well in the meantime.',
    ],
  },
  brief: {
    subjects: ['Someone you might like to know', 'You and {other}', 'An introduction', 'A thought'],
    openings: [
      'I think that you and {other} should know each other, since you know several of the same people.',
      'A thought: you and {other} have several people in common, and perhaps a good deal to say to each other.',
      'I wonder whether you know {other}. You have several people in common, and I think that you would get on.',
      'It struck me that {other} is somebody you might like to know: we share a few people, the three of us.',
    ],
    offers: [
      'If you would like an introduction, say the word, and I will write to you both.',
      'I am glad to put the two of you in touch, if that would be welcome to you.',
      'A line from you is enough, and I will bring the two of you together by mail.',
      'I am happy to introduce you by mail, or over a coffee with all three of us.',
      'If you like the idea, I will ask {other} too, and then put you in touch.',
    ],
    closings: [
      'If not, no harm is done: I will not bring it up with anybody.',
      'And if you have met already, so much the better for you both.',
      'No reply means no, and that is perfectly fine with me.',
      'There is no hurry about it, and no obligation of course.',
      'I hope that all is well with you in any case.',
      'It is only a thought, so leave it if it is not for you.',
      'I have not said anything to anyone yet, so you are quite free.',
      'Either way, I wish you a good week.',
      'All the best to you, whatever you make of the idea.',
    ],
  },
  formal: {
    subjects: ['An introduction', 'A person you might like to know', 'You and {other}', 'A suggestion'],
    openings: [
      'I believe that you and {other} would value each other’s acquaintance, as you have several people in common.',
      'It has occurred to me that {other} might be a person whom you would like to know; your circles meet in several places.',
      'I would like to mention {other} to you, with whom you share a number of acquaintances.',
      'In thinking of people who ought to know each other, I came to think of you and {other}.',
    ],
    offers: [
      'Should this be of interest to you, I would be glad to introduce you to one another in writing; a short word from you is sufficient.',
      'If you wish it, I will gladly arrange an introduction, after asking {other} as well.',
      'It would be a pleasure to bring you together, in writing or in person, as you prefer.',
      'I would be happy to make the introduction at any time that suits you, with a few words about each.',
      'If it is agreeable to you, I will write to you both, with a few words about each.',
    ],
    closings: [
      'If it is not convenient at present, please disregard this note.',
      'Should you be acquainted already, I ask your pardon, and send my regards to both.',
      'No answer is needed, should you prefer to leave it.',
      'I have not mentioned it to anybody, so that you are entirely free.',
      'There is no urgency in the matter, and of course no obligation.',
      'In any event I hope that you are well, and send you my best wishes.',
      'It is no more than a suggestion, and you may safely leave it at that.',
      'I was glad of the occasion to write to you, whatever you decide.',
      'Whatever you decide, I send you my best wishes for the weeks ahead.',
    ],
  },
}
