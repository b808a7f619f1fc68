/** An ask: somebody who could hear from the user, one sentence why, their year on a line, one button, and a menu of the rest. */
import type { Child } from 'hono/jsx'
import { LinkButton } from './forms.tsx'

/** Stands in `<ul class="asks rows">`: `<Ask href="/people/7" name="Ingrid Solheim" why="…" strip={<Strip …/>} act={…} more={<More …/>} />` */
export const Ask = ({
  href,
  name,
  why,
  aside,
  strip,
  act,
  more,
}: {
  readonly href: string
  readonly name: string
  readonly why: string
  /** What else is known of the last time, in a quieter line. */
  readonly aside?: Child
  readonly strip?: Child
  readonly act: { readonly href: string; readonly label: string }
  readonly more?: Child
}) => (
  <li>
    <div>
      <h3>
        <a href={href}>{name}</a>
      </h3>
      <p>{why}</p>
      {aside !== undefined && <p class="muted">{aside}</p>}
    </div>
    {strip}
    <div class="acts">
      <LinkButton look="soft" href={act.href}>
        {act.label}
      </LinkButton>
      {more}
    </div>
  </li>
)
