/** What the pages behind the unsubscribe link say. Pure. */
import type { Notice } from './page.ts'

export const unsubscribeWords = {
  title: 'Stop the Monday email',
  heading: 'Stop the Monday email?',
  hint: 'Your people stay as they are, and you can switch it on again in the settings at any time.',
  stop: 'Stop it',
} as const

export const unsubscribeBroken: Notice = {
  title: 'This link doesn’t work any more',
  text: 'You can stop the email in the settings.',
  action: 'Settings',
}

export const unsubscribed: Notice = {
  title: 'The Monday email is stopped',
  text: 'We won’t send any more. Your people stay as they are.',
  action: 'Switch it on again',
}
