/** What the picture of everyone says: its circles, its rings, and the one thing it shows. Pure. */
import type { Band } from '../model/health.ts'
import type { Circle, CircleName, Finding } from '../report/circles.ts'
import { listInWords } from './name.ts'
import { numberInWords } from './numbers.ts'
import { describeBand } from './people.ts'

export const pictureWords = {
  you: 'You',
  rings: ['closest', 'close', 'further out'],
  skip: 'Skip the picture',
  thisWeek: 'This week:',
  guessed: 'Groups you haven’t made are guessed from names and addresses.',
  makeGroups: 'Make your own',
} as const

/** The name of a mark. */
export const describeMark = (name: string, band: Band): string => `${name}, ${describeBand(band)}`

/** A group by the user's word, a firm by what its domain is called: "Kelp Energy" of `kelp-energy.example`. */
export const describeCircle = (of: CircleName): string => {
  switch (of.kind) {
    case 'group':
      return of.name
    case 'firm':
      return firmName(of.domain)
    case 'family':
      return 'Family'
    case 'work':
      return 'Work'
    case 'others':
      return 'Everyone else'
  }
}

const firmName = (domain: string): string =>
  (domain.split('.').at(-2) ?? domain)
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')

/** "2 of 9 in rhythm" */
export const describeRhythmCount = ({ inRhythm, withRhythm, members }: Circle): string =>
  withRhythm === 0 ? `${numberInWords(members.length)} in all` : `${inRhythm} of ${withRhythm} in rhythm`

/** "Family’s close. Kastanie has gone quiet."; null where nothing stands out. */
export const describeFinding = ({ close, quiet }: Finding): string | null => {
  const said = [
    ...(close === null ? [] : [`${inSentence(close)} ${isMany(close) ? 'are' : 'is'} close.`]),
    ...(quiet === null ? [] : [`${inSentence(quiet)} ${isMany(quiet) ? 'have' : 'has'} gone quiet.`]),
  ]
  return said.length === 0 ? null : said.join(' ')
}

const inSentence = (of: CircleName): string => (of.kind === 'family' ? 'Your family' : describeCircle(of))

/** "Mentors", "Friends": the words of groups that are many. */
const isMany = (of: CircleName): boolean => of.kind === 'group' && /[^s]s$/i.test(of.name)

/** Under the sentence. `told` is the circle that is shaded. */
export const describePicture = (of: {
  readonly shown: number
  readonly all: number
  readonly isAnyCircled: boolean
  readonly told: CircleName | null
  readonly locale: string
}): string =>
  [
    of.shown < of.all
      ? `Your ${numberInWords(of.shown, of.locale)} closest people, out of ${numberInWords(of.all, of.locale)}.`
      : `All ${numberInWords(of.all, of.locale)} of your people.`,
    ...(of.isAnyCircled ? ['Circled: in this week’s email.'] : []),
    ...(of.told === null ? [] : ['Shaded: the group with the fewest in rhythm.']),
  ].join(' ')

/** The picture, for those who can't see it. */
export const describePictureLabel = (shown: number, told: CircleName | null): string =>
  `Your ${numberInWords(shown)} closest people by group.${told === null ? '' : ` ${describeCircle(told)}, the group with the fewest in rhythm, is shaded.`}`

export const describeShelf = (name: string, people: readonly string[]): string =>
  `${name}, closest first: ${listInWords(people)}`
