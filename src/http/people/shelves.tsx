/** The picture for narrow screens: a row for each circle, the closest first, with the same marks, circles and shade. */
import { describeMark, describeShelf, pictureWords } from '../../words/picture.ts'
import type { FanMark } from './fan.tsx'
import type { FanWedge } from './fan-layout.ts'

export interface Shelf extends FanWedge {
  readonly href: string
  readonly people: readonly FanMark[]
}

/** `<Shelves shelves={[{ name: 'Family', note: '13 of 14 in rhythm', href, people }]} told={null} />` */
export const Shelves = ({ shelves, told }: { readonly shelves: readonly Shelf[]; readonly told: number | null }) => (
  <ul class="shelf rows compact">
    {shelves.map((shelf, index) => (
      <li class={index === told ? 'told' : undefined}>
        <a href={shelf.href}>{shelf.name}</a>
        <span class="small muted">{shelf.note}</span>
        <Row shelf={shelf} />
        <ThisWeek people={shelf.people} />
      </li>
    ))}
  </ul>
)

/** As many as the narrowest screen holds. */
const maxOnShelf = 9
const pitch = 37

const Row = ({ shelf: { name, people } }: { readonly shelf: Shelf }) => {
  const shown = people.slice(0, maxOnShelf)
  if (shown.length === 0) return null
  const said = shown.map((person) => describeMark(person.label, person.band))
  return (
    <svg viewBox="0 0 336 34" role="img" aria-label={describeShelf(name, said)}>
      {shown.map(({ band, isCircled }, index) => (
        <>
          {isCircled && <circle class="halo" cx={17 + pitch * index} cy="17" r="15" />}
          <use href={`#m-${band}`} class={band} x={7 + pitch * index} y="7" width="20" height="20" />
        </>
      ))}
    </svg>
  )
}

const ThisWeek = ({ people }: Pick<Shelf, 'people'>) => {
  const names = people.filter(({ isCircled }) => isCircled).map(({ label }) => label)
  return names.length === 0 ? null : (
    <p class="small">
      {pictureWords.thisWeek} {names.join(', ')}
    </p>
  )
}
