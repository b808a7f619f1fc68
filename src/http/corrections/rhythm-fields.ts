/** The fields of a form that sets a rhythm, for a person or a group, and its button. */
import { html } from 'hono/html'
import type { ChosenRhythm } from '../../model/correction.ts'
import { rhythmInWords, spanInWords } from '../../words/spans.ts'
import type { Html } from '../kit/layout.ts'

/** `suffix` tells the fields of several such forms on one page apart. */
export const rhythmFields = (
  { idealDays, tooLongDays }: Pick<ChosenRhythm, 'idealDays' | 'tooLongDays'>,
  suffix = '',
): Html =>
  html`<label for="ideal${suffix}">Ideally</label>${daysSelect({ name: 'ideal', suffix, current: idealDays }, rhythmInWords)}
<label for="tooLong${suffix}">too long after</label>${daysSelect({ name: 'tooLong', suffix, current: tooLongDays }, spanInWords)}
<button class="button plain small">Keep this</button>`

const choices: readonly number[] = [3, 7, 14, 21, 30, 61, 91, 122, 183, 365, 730]

/** The nearest choice is selected. */
const daysSelect = (
  { name, suffix, current }: { readonly name: string; readonly suffix: string; readonly current: number },
  say: (days: number) => string,
): Html => {
  const nearest = choices.reduce((best, days) =>
    Math.abs(Math.log(days / current)) < Math.abs(Math.log(best / current)) ? days : best,
  )
  return html`<select id="${name}${suffix}" name="${name}">${choices.map((days) => html`<option value="${days}"${days === nearest ? html` selected` : ''}>${say(days)}</option>`)}</select>`
}
