/** What the first page says, to someone who isn't signed in. Pure. */

export const landingWords = {
  title: 'Keep in touch, with one email every Monday',
  signIn: 'Sign in',
  heading: 'Someone would love to hear from you.',
  lead: 'Connect your inbox once. Every Monday, one email tells you who it’s time to write to, says why, and opens a check-in that’s already drafted. You read it, change a word, and send.',
  goesBack: 'Sign in, and you’ll be on the page you asked for.',
  describeContinue: (provider: string): string => `Continue with ${provider}`,
  promise: 'It reads who and when, never what. It can’t send anything.',
  example: 'What a Monday email looks like',
  describeMore: (count: string): string => `and ${count} more`,
  howTitle: 'It learns how often you two talk, and notices when you stop.',
  how: [
    {
      title: 'Connect once',
      text: 'Gmail or Outlook, and the calendar with it. There’s nothing to fill in, now or later.',
    },
    {
      title: 'It finds your rhythm',
      text: 'Every week with one friend, twice a year with another. Both are fine. A break from what’s usual is what it looks for.',
    },
    {
      title: 'Monday, one email',
      text: 'Up to seven people, never padded. Each one opens a short draft where you write your mail. Nothing goes out unless you send it.',
    },
  ],
  readsTitle: 'What it reads, and what it can’t',
  message: 'An email',
  meeting: 'A meeting',
  you: 'you',
  lookedUp: 'A subject or title is looked up when there’s a draft to write, shown to you, and not stored.',
  promises: [
    'It can’t send, delete or change anything. It doesn’t ask for permission to.',
    'Export it all as one file. Delete it all with one button; the access goes too.',
    'Every suggestion says why, with its numbers. When something hasn’t been read, it says that first.',
  ],
  privacy: 'All of it, in detail',
  selfTitle: 'Rather run it yourself?',
  self: 'Perennial is open source, and free for one person on your own Cloudflare account. Two commands try it on your computer, offline, with a made-up inbox.',
  commands: 'npm install && npm start',
} as const

/** What becomes of a part of a message or a meeting. */
export type Fate = 'kept' | 'shown' | 'unreadable' | 'unfetched'

export const fateWords: Readonly<Record<Fate, string>> = {
  kept: 'kept',
  shown: 'shown, not kept',
  unreadable: 'can’t be read',
  unfetched: 'never fetched',
}

export const partWords = {
  from: 'From',
  to: 'To',
  date: 'Date',
  subject: 'Subject',
  text: 'Message',
  files: 'Files',
  when: 'When',
  guests: 'Guests',
  title: 'Title',
  notes: 'Notes',
  place: 'Place',
} as const
