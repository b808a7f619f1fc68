/** One message, meeting or call of a person's history, in a sentence. Pure. */
import type { Turn } from '../model/conversation.ts'
import type { LoggedHow } from '../model/correction.ts'
import type { Exchange } from '../model/interaction.ts'
import type { Person } from '../model/person.ts'
import { DAY } from '../model/time.ts'
import { counted, nouns } from './numbers.ts'
import { spanInWords } from './spans.ts'

/** What happened, what it was to the conversation, who it was for, and how many others were there. */
export const describeExchange = (
  { kind, at, role, size, isAnswer, isRecurring, response }: Exchange,
  turn: Turn | undefined,
  logged: Person['override']['logged'],
): string => {
  const others = size > 1 ? `, with ${counted(size - 1, nouns.other)}` : ''
  const did = describeTurn(isAnswer, turn)
  const told = logged.find((each) => kind === 'met' && each.at === at)
  if (told !== undefined) return loggedInWords[told.how]
  switch (kind) {
    case 'sent':
      return `You ${did}${role === 'to' ? '' : ', they had a copy'}${others}`
    case 'received':
      return `They ${did}${role === 'cc' ? ', you had a copy' : ''}${others}`
    case 'met':
      return `${isRecurring ? 'You met, as you regularly do' : 'You met'}${response === 'accepted' ? '' : ', unless they stayed away: they never accepted'}${others}`
    case 'seen':
      return `${role === 'from' ? 'They wrote to you' : 'You were both on it'}${others}`
  }
}

const loggedInWords: Readonly<Record<LoggedHow, string>> = {
  meeting: 'You met, as you noted',
  call: 'You had a call, as you noted',
  coffee: 'You had a coffee, as you noted',
  elsewhere: 'You were in touch elsewhere, as you noted',
}

const describeTurn = (isAnswer: boolean, turn: Turn | undefined): string => {
  const after = turn?.answersAfter ?? null
  const isBeginning = turn?.isBeginning === true
  if (after === null && isBeginning) return 'started a conversation'
  if (after === null) return isAnswer ? 'replied' : 'wrote'
  const inTime = after < DAY ? 'within a day' : `after ${spanInWords(after / DAY)}`
  return isBeginning ? `took it up again, ${inTime}` : `replied ${inTime}`
}
