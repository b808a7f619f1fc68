/** What somebody reads whose organisation decides for them, and what its administrator reads. Pure. */

export const approvalWords = {
  title: 'Your organisation decides this one',
  lead: 'New Microsoft 365 organisations let only an administrator say which apps may see who writes to whom. You’ve done nothing wrong, and one click of theirs opens it for you.',
  askTitle: 'Ask them',
  ask: 'This is ready to send to your IT. It links to the page where they can allow it, and to one page with what they’ll want to know.',
  open: 'Open in your mail app',
  copyHint: 'Or copy this:',
  messageLabel: 'Message to your IT',
  sheet: 'The page for your IT',
  adminTitle: 'Are you the administrator?',
  admin:
    'Then you can allow it for everyone in your organisation yourself. Each person still signs in, and can leave, on their own.',
  allow: 'Allow it at Microsoft',
  meanwhileTitle: 'Meanwhile',
  describeMeanwhile: (others: readonly string[]): string =>
    others.length === 0
      ? 'Once they’ve allowed it, come back here and sign in as usual.'
      : `Once they’ve allowed it, come back here and sign in as usual. Until then you can start with a ${others.join(' or ')} account, or with a personal Outlook.com one: neither asks anyone else.`,
  signIn: 'Sign in',
  allowedTitle: 'It’s allowed now',
  describeAllowed: (tenant: string | null): string =>
    `Everyone in the organisation${tenant === null ? '' : ` (${tenant})`} can sign in now. Tell whoever asked: there’s nothing else to set up.`,
  wrongTenant:
    'If that isn’t the organisation you meant, open the link again in a private window and sign in with the right account.',
  refusedTitle: 'It wasn’t allowed',
  refused:
    'Microsoft says that no one allowed it, so nothing has changed. Only an administrator who may grant permissions for the whole organisation can do it.',
  again: 'Try again',
} as const

export const describeRequest = ({
  host,
  allowLink,
  sheetLink,
}: {
  readonly host: string
  readonly allowLink: string
  readonly sheetLink: string
}): { readonly subject: string; readonly text: string } => ({
  subject: `Could you allow Perennial (${host}) for us?`,
  text: `Hello,

I’d like to use Perennial (${host}) with my work account. It reminds me who to get back in touch with. It reads who I write with and meet, and when. It can’t read what’s in an email, and it can’t send anything.

Our organisation asks for an administrator’s approval first. You can give it here:
${allowLink}

What it may see, what it keeps, and how to revoke it:
${sheetLink}

Thank you!
`,
})

export const sheetWords = {
  title: 'Perennial, for your IT',
  describeLead: (host: string): string =>
    `Someone in your organisation wants to use Perennial at ${host}. Once a week, it tells one person which of their own contacts to write to. This page says what that means for you.`,
  scopesTitle: 'What it asks for',
  scope: 'Delegated permission',
  means: 'What it can see',
  cannotTitle: 'What it can’t do',
  cannot: [
    'Read a message’s text, preview or attachments: Mail.ReadBasic leaves them out of every answer.',
    'Send, change or delete anything: it asks for no permission to write.',
    'See anyone’s mailbox but that of the person who signed in: every permission is delegated, and none is an application permission.',
  ],
  keptTitle: 'What is kept, why, and until when',
  whereTitle: 'Where it runs',
  describeWhere: (host: string): string =>
    `At ${host}, on Cloudflare Workers and D1. Access is kept encrypted. Mail is sent only to the person themselves. No other company gets data of your organisation, unless that person switches on a language model.`,
  revokeTitle: 'How to end it',
  revoke: [
    'For everyone: Microsoft Entra admin center, Enterprise applications, Perennial, Properties, Delete. Reading stops with the next request.',
    'For one person: Users and groups of the same application, or the person themselves at myapps.microsoft.com.',
    'What was kept is deleted by the person with one button under “Your data”.',
  ],
  describeQuestions: (contact: string): string => `Questions: ${contact}`,
  allow: 'Allow it for the organisation',
  privacy: 'All about privacy',
} as const

/** What each permission lets an application see. */
export const describeScope = (scope: string): string => scopeMeanings.get(scope) ?? scope

const scopeMeanings: ReadonlyMap<string, string> = new Map([
  ['openid', 'That it’s the same person who signs in again'],
  ['profile', 'Their name'],
  ['email', 'Their address'],
  ['offline_access', 'The same while they’re away, until it’s revoked'],
  ['User.Read', 'Their name, and which addresses are theirs'],
  ['Mail.ReadBasic', 'Of their messages: sender, recipients, subject, time, folder and technical headers'],
  ['Calendars.ReadBasic', 'Of their meetings: time, title, organiser and guests'],
])
