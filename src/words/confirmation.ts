/** What the mail that asks for an address says, and the pages behind its link. Pure. */
import type { Notice } from './page.ts'

export const confirmationMailWords = {
  subject: 'Is this the right address for your Monday email?',
  sentences: [
    'Someone connected an account to Perennial and wants its Monday email sent to this address. Follow the link if that’s you.',
    'If it isn’t, do nothing. Nothing else will be sent to you.',
  ],
  button: 'Yes, send it here',
} as const

export const confirmationWords = {
  title: 'Confirm your address',
  heading: 'Send the Monday email here?',
  describeHint: (address: string): string => `It will go to ${address}. You can stop it at any time.`,
  confirm: 'Yes, send it here',
} as const

export const addressConfirmed: Notice = {
  title: 'Your address is confirmed',
  text: 'The Monday email comes here from now on.',
  action: 'Go to your people',
}

export const confirmationBroken: Notice = {
  title: 'This link doesn’t work any more',
  text: 'It’s too old, or the Monday email goes to another address now. You can ask for a new link in the settings.',
  action: 'Settings',
}
