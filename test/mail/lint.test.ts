/**
 * The mail as a validator of HTML and a linter of what mail clients support see it (html-validate, and the data of
 * caniemail.com). In Node, because both read files. A finding is let pass only here, with the reason.
 */
import { caniemail } from 'caniemail'
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate'
import { describe, expect, test } from 'vitest'
import {
  eventWeek,
  firstWeek,
  fullWeek,
  plainWeek,
  quietWeek,
  render,
  sketchedWeek,
} from '../deliver/render/specimen.ts'

const weeks = [
  ['a plain week', plainWeek],
  ['a full week', fullWeek],
  ['a quiet week', quietWeek],
  ['a first week', firstWeek],
  ['the week of the sketch', sketchedWeek],
  ['a week after an event, with the year', eventWeek],
] as const

describe('HTML', () => {
  const config: ConfigData = {
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      // Mail clients take style sheets away: what matters stands inline.
      'no-inline-style': 'off',
      // Word knows cells by their attributes, not by their styles.
      'no-deprecated-attr': 'off',
      // How Word is spoken to.
      'no-conditional-comment': 'off',
      // The elder word, which more screen readers know.
      'presentation-role-style': 'off',
      // Every parser adds it.
      'prefer-tbody': 'off',
      // Signs between links, and the filler behind the preheader, are meant as they are.
      'no-raw-characters': 'error',
      'no-trailing-whitespace': 'off',
    },
  }
  const validator = new HtmlValidate(new StaticConfigLoader(config))

  test.each(weeks)('%s is valid', async (_what, week) => {
    const report = await validator.validateString((await render({}, week)).html)
    const findings = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
    )
    expect(findings).toEqual([])
  })
})

describe('mail clients', () => {
  const clients = [
    'apple-mail.ios',
    'apple-mail.macos',
    'gmail.android',
    'gmail.desktop-webmail',
    'gmail.ios',
    'outlook.android',
    'outlook.ios',
    'outlook.macos',
    'outlook.outlook-com',
    'outlook.windows',
    'samsung-email.android',
    'thunderbird.macos',
    'yahoo.desktop-webmail',
    'fastmail.desktop-webmail',
    'protonmail.desktop-webmail',
  ] as const

  /** What some client leaves out without anything being lost, and why nothing is. */
  const dispensable: Readonly<Record<string, string>> = {
    'border-radius': 'corners are square in Word',
    overflow: 'the preheader is hidden by display and by mso-hide as well',
    'max-height property': 'the same',
    '@media': 'for phones and dark mode: without it the mail is light, and fluid all the same',
    'color-scheme meta tag': 'who does not know it adapts colours in its own way, or not at all',
    '<body> element': 'its colour stands on the table within as well',
    'Class selector': 'what the style sheet says of light mode stands inline as well',
    'Attribute selector': 'for the dark mode of Outlook on the web alone',
    'Descendant combinator': 'the same',
    'aria-hidden attribute': 'a bar that is not hidden is a table of blanks: read as nothing',
    'aria-label attribute': 'the link is read by its text, below the name it belongs to',
  }
  const passed = new Set<string>()

  test.each(weeks)('%s needs nothing that one of them lacks', async (_what, week) => {
    const { html } = await render({}, week)
    const { issues } = caniemail({ clients: [...clients], html })
    const findings = [...issues.errors].flatMap(([client, found]) => found.map(({ title }) => ({ client, title })))
    for (const { title } of findings) if (title in dispensable) passed.add(title)
    expect(findings.filter(({ title }) => !(title in dispensable))).toEqual([])
  })

  test('nothing is let pass that is not there any more', () => {
    expect(Object.keys(dispensable).filter((title) => !passed.has(title))).toEqual([])
  })
})
