/** What is wrong with a field of a form, beside the field: what happened and what to do. Pure. */

const sentences = {
  address: 'An email address needs a name, an @ and a domain, like ann@example.com.',
  address_complained:
    'Our mail to this address was marked as spam, and that’s final: we won’t send there again. Please use another address.',
  asked_recently: 'We sent a mail to confirm an address a few minutes ago. Please look for it, or try again later.',
  domain: 'A domain has a dot in it, like shop.example.',
  pattern: 'A pattern has an @ and at least one letter or number, like *-jobs@*.',
  group_name: 'Please give the group a name.',
  nobody_chosen: 'None of these addresses could be read.',
  too_many_chosen: 'That’s more than 500 people at once. Please add them in smaller parts.',
  same_address: 'That’s the same address twice.',
  days: 'Please choose a number of days from 1 to 3660.',
  rhythm_order: '“Too long” can’t be shorter than “ideally”.',
  date: 'Please choose a day.',
  day_passed: 'That day has passed. Please choose one that’s still to come.',
  day_to_come: 'That day is still to come. Please choose today or a day that has passed.',
  day_too_far: 'That’s more than ten years away. To stop suggestions for good, leave the person out.',
  away_both: 'Please choose both days, or neither.',
  away_order: 'That’s before you leave. Please choose the same day or a later one.',
  away_long: 'That’s more than a year. You can switch the email off instead.',
  weekday: 'Please choose a day of the week.',
  hour: 'Please choose an hour from 0 to 23.',
  zone: 'We don’t know that time zone. Zones are named after cities, like Europe/Berlin or America/New_York.',
  line_too_long: 'That’s too long. Please make it shorter.',
  greeting_word: 'A greeting is a word or two, like Hello or Servus.',
  choice: 'Please choose one of these.',
  unsure: 'Nothing was deleted. Tick this box if you’re sure.',
} as const

/** A code for what is wrong with a field. */
export type FormError = keyof typeof sentences

export const describeFormError = (error: FormError): string => sentences[error]

export const isFormError = (text: string): text is FormError => Object.hasOwn(sentences, text)

/** Above a form that is shown again. */
export const formRefused = 'Nothing was changed yet. What you typed is still here.'
