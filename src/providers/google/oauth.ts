/** Google's OAuth server, as data (https://developers.google.com/identity/protocols/oauth2/web-server). */
import type { Scope } from '../provider.ts'

/** Headers only: under this scope Google itself refuses to hand out a body or a snippet. */
const mailScope = 'https://www.googleapis.com/auth/gmail.metadata'

/** The narrowest scope that reads the meetings of the user's own calendar. */
const calendarScope = 'https://www.googleapis.com/auth/calendar.events.owned.readonly'

export const googleScopes: readonly Scope[] = [
  { scope: 'openid', aliases: [], without: null },
  { scope: 'email', aliases: ['https://www.googleapis.com/auth/userinfo.email'], without: null },
  { scope: mailScope, aliases: [], without: 'see who you write with' },
  { scope: calendarScope, aliases: [], without: 'see whom you meet' },
]

export const googleAuthorization = {
  access_type: 'offline',
  // Google's quirk: only a consent shown again brings a refresh token again.
  prompt: 'consent',
} as const
