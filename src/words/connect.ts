/** What the first page says, to someone who isn't signed in. Pure. */

export const landingWords = {
  title: 'Keep in touch',
  heading: 'Every Monday, one email tells you who could hear from you, with the check-in already drafted.',
  intro:
    'Connect your inbox once. Perennial sees who you write to and who you meet, learns the rhythm of each relationship, and notices when you fall out of step. There’s nothing to fill in.',
  describeContinue: (provider: string): string => `Continue with ${provider}`,
  seesTitle: 'What it can see',
  sees: 'The headers of your mail: who wrote to whom, when, and the subject line. Who you met, and when. It doesn’t ask for permission to read your messages, and couldn’t if it wanted to; in your calendar it keeps only times and guests. On Mondays, and when you ask, it looks up one subject or meeting title for each person it suggests: that goes into your email and its links, and is stored nowhere. It can’t send anything: you do.',
} as const
