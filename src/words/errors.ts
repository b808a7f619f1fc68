/** What went wrong, in sentences: what happened, and what to do. Which status goes with it is the pages' affair. Pure. */
import type { BlockedBy } from '../model/account.ts'

export interface ErrorWords {
  readonly title: string
  readonly text: string
}

/** Connecting an account or signing in. */
export const connectErrors = {
  notBegunHere: {
    title: 'This sign-in has ended',
    text: 'It was used already, took too long, or began in another browser. Nothing has been connected by it.',
  },
  signedOutSince: {
    title: 'You’re not signed in any more',
    text: 'You were when you began to connect this account, so nothing has been connected. Sign in first, and then connect it on the accounts page.',
  },
  describeOtherSignedIn: (signedIn: string): ErrorWords => ({
    title: 'Someone else is signed in now',
    text: `Another user of this installation began to connect this account, so nothing has been connected. To connect it for ${signedIn}, use the accounts page.`,
  }),
  describeSignedInMeanwhile: (of: { readonly signedIn: string; readonly address: string }): ErrorWords => ({
    title: 'You’ve signed in meanwhile',
    text: `No one was signed in here when you began, and ${of.signedIn} is now, so ${of.address} hasn’t been connected. To add it to ${of.signedIn}, connect it on the accounts page; to use it by itself, sign out and sign in with it.`,
  }),
  describeRefused: (provider: string): ErrorWords => ({
    title: 'You said no, and that’s fine',
    text: `Nothing was connected, and ${provider} told us nothing about you. Perennial can’t do anything without seeing who you’re in touch with.`,
  }),
  /** `cannot` are the things that the missing permissions are for: "read your calendar". */
  describeMissingScopes: (cannot: readonly string[]): ErrorWords => ({
    title: 'One permission is missing',
    text: `Without it Perennial can’t ${cannot.join(', nor ')}. Please allow everything it asks for: it reads only who, when and how often, never what you wrote.`,
  }),
  describeSignupsClosed: (address: string): ErrorWords => ({
    title: 'This installation is private',
    text: `${address} isn’t among those who may sign up here. Its owner can let you in.`,
  }),
  describeTaken: (address: string): ErrorWords => ({
    title: 'This account is connected already',
    text: `${address} belongs to another user of this installation. Sign out, and sign in with it instead.`,
  }),
} as const

/** A provider that could not be asked. */
export const providerErrors = {
  describeUnavailable: (provider: string): ErrorWords => ({
    title: `${provider} isn’t responding`,
    text: 'Nothing is lost. Please try again in a minute.',
  }),
  describeUnusable: (provider: string): ErrorWords => ({
    title: `${provider} sent something we can’t use`,
    text: 'Nothing has been connected. Please try once more. If it happens again, it’s nothing you did.',
  }),
  describeBlocked: (by: BlockedBy, provider: string): ErrorWords => {
    switch (by) {
      case 'operator':
        return {
          title: 'This installation isn’t set up right',
          text: `${provider} doesn’t accept it, and only the person who runs it can fix that: the client id, its secret or the APIs that are switched on.`,
        }
      case 'administrator':
        return {
          title: 'Your organisation doesn’t allow this',
          text: `An administrator of your ${provider} account has to allow Perennial first.`,
        }
      case 'no_mailbox':
        return {
          title: 'There’s no mailbox to read',
          text: `${provider} knows you, but keeps no mail of yours, or none that others may read on your behalf.`,
        }
    }
  },
} as const

export const requestErrors = {
  notFromHere: {
    title: 'That didn’t come from this page',
    text: 'The request was sent from somewhere else, so nothing was done. Please go to the page and try again there.',
  },
  failed: {
    title: 'Something isn’t working just now',
    text: 'Nothing is lost. Please try again in a minute.',
  },
  dayUsedUp: {
    title: 'Paused until 00:00 UTC',
    text: 'The free plan’s day is used up, so the database answers again at midnight UTC. Nothing is lost, and everything goes on by itself.',
  },
} as const

/** The words of the links below. */
export const errorActions = {
  again: 'Try again',
  signIn: 'Sign in',
  back: 'Back',
  accounts: 'Your accounts',
  start: 'Go to the start',
} as const
