/** What is tucked away: folds that show their present value, menus of lesser acts, and a row of choices. None needs a script. */
import type { Child, PropsWithChildren } from 'hono/jsx'

/** `<Fold title="Rhythm" value="every 3 weeks, learned">…</Fold>`: closed, its value is enough most of the time. */
export const Fold = ({
  title,
  value,
  id,
  isOpen = false,
  children,
}: PropsWithChildren<{
  readonly title: string
  readonly value?: string
  readonly id?: string
  readonly isOpen?: boolean
}>) => (
  <details class="fold" id={id} open={isOpen}>
    <summary>
      <span>{title}</span>
      {value !== undefined && <span>{value}</span>}
    </summary>
    {children}
  </details>
)

/** `<More label="More for Ingrid"><button formaction="/…">…</button></More>`: the menu of lesser acts behind three dots. */
export const More = ({ label, children }: PropsWithChildren<{ readonly label: string }>) => (
  <details class="more">
    <summary aria-label={label}>···</summary>
    <form method="post">{children}</form>
  </details>
)

export interface SegChoice {
  readonly value: string
  readonly label: Child
  /** Where the label alone does not say it. */
  readonly says?: string
}

/** Radios in one row: `<Seg name="how" value="coffee" choices={[…]} />`. The chosen one is filled. */
export const Seg = ({
  name,
  value,
  choices,
}: {
  readonly name: string
  readonly value: string
  readonly choices: readonly SegChoice[]
}) => (
  <div class="seg">
    {choices.map((choice) => (
      <label>
        <input
          type="radio"
          name={name}
          value={choice.value}
          checked={choice.value === value}
          aria-label={choice.says}
        />
        <span>{choice.label}</span>
      </label>
    ))}
  </div>
)
