/** What every page says around its content, and what it says where there is nothing to show. Pure. */

/** A page that says one thing: its title, its text and the words of its link. */
export interface Notice {
  readonly title: string
  readonly text: string
  readonly action: string
}

export const frame = {
  brand: 'Perennial',
  skip: 'Skip to the content',
  navigation: 'Main',
  sections: { people: 'People', reports: 'Reports', settings: 'Settings' },
  promise: 'Reads who and when, never what. Sends nothing.',
  privacy: 'Privacy',
  export: 'Export',
  signOut: 'Sign out',
  describeTitle: (title: string): string => `${title} – Perennial`,
} as const

export const notFound: Notice = {
  title: 'There’s nothing here',
  text: 'The address may be mistyped, or what it led to is gone.',
  action: 'Go to the start',
}

export const tooLarge: Notice = {
  title: 'That’s too much at once',
  text: 'What you sent is far longer than any form here, so nothing was done. Please go to the page and try again there.',
  action: 'Go to the start',
}

export const formUnreadable: Notice = {
  title: 'We couldn’t read that form',
  text: 'It didn’t arrive whole, so nothing was changed. Please go back to the page and send it again.',
  action: 'Go to the start',
}

export const tooOften: Notice = {
  title: 'That was a lot in a short time',
  text: 'Nothing is wrong, and nothing was changed. Please wait a minute, then try again.',
  action: 'Go to the start',
}

/** `sentence` names the setting that is missing and says what belongs there. */
export const describeMissingSetting = (sentence: string): string => `Perennial isn’t set up yet. ${sentence}`
