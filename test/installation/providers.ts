/** What an installation must know of the providers it can be set up for. */
export interface InstallableProvider {
  readonly name: string
  /** In the product's addresses. */
  readonly path: string
  readonly settings: readonly string[]
  /** What cannot be seen from outside, and how to make sure of it. */
  readonly unseen: { readonly what: string; readonly says: string }
}

export const providers: readonly InstallableProvider[] = [
  {
    name: 'Google',
    path: 'google',
    settings: ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
    unseen: {
      what: 'Google publishing status',
      says: 'It cannot be seen from outside: in Testing a grant ends after seven days, so choose In production; unverified is fine for yourself.',
    },
  },
  {
    name: 'Microsoft',
    path: 'microsoft',
    settings: ['MICROSOFT_CLIENT_ID', 'MICROSOFT_CLIENT_SECRET'],
    unseen: {
      what: 'Microsoft client secret',
      says: 'When it ends cannot be seen from outside, and it lives two years at most: note the day in your calendar, and put in its successor with `npx wrangler secret put MICROSOFT_CLIENT_SECRET` before. Its VALUE is needed, not its id.',
    },
  },
]
