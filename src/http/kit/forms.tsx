/** What forms are made of: a field with its label and its error beside it, buttons, and a button that is a form by itself. */
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Html } from './layout.tsx'

/** What a form holds when it is shown again: what was typed, and what is wrong with it. By the name of the field. */
export interface FormEntry {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

export const emptyEntry: FormEntry = { values: {}, errors: {} }

export interface Choice {
  readonly value: string
  readonly label: string
}

interface FieldProps {
  readonly id: string
  readonly label: string
  /** Beside the field, after its label. */
  readonly error?: string | undefined
}

interface InputProps extends FieldProps {
  readonly name: string
  readonly value?: string
  readonly type?: 'text' | 'search' | 'email' | 'date'
  readonly list?: string
  readonly required?: boolean
  readonly min?: string
  readonly max?: string
  readonly maxlength?: number
  readonly size?: number
}

/** `<InputField id="q" name="q" label="Find a name" />`: the label above, an error below and tied to its field. */
export const InputField = ({ id, label, error, type = 'text', ...rest }: InputProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input id={id} type={type} {...rest} {...errorAttributes(id, error)} />
    <FieldError id={id} error={error} />
  </div>
)

interface SelectProps extends FieldProps {
  readonly name: string
  readonly value: string
  readonly choices: readonly Choice[]
}

export const SelectField = ({ id, label, error, name, value, choices }: SelectProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select id={id} name={name} {...errorAttributes(id, error)}>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === value}>
          {choice.label}
        </option>
      ))}
    </select>
    <FieldError id={id} error={error} />
  </div>
)

export const CheckField = ({
  id,
  label,
  error,
  name,
  checked,
  required,
}: FieldProps & {
  readonly name: string
  readonly checked?: boolean
  readonly required?: boolean
}) => (
  <>
    <label class="tick" for={id}>
      <input
        type="checkbox"
        id={id}
        name={name}
        checked={checked}
        required={required}
        {...errorAttributes(id, error)}
      />
      {label}
    </label>
    <FieldError id={id} error={error} />
  </>
)

/** The message that a field's `aria-describedby` names. */
const FieldError = ({ id, error }: Pick<FieldProps, 'id' | 'error'>) =>
  error === undefined ? null : (
    <span class="error" id={`${id}-error`}>
      {error}
    </span>
  )

const errorAttributes = (id: string, error: string | undefined) =>
  error === undefined ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-error`, autofocus: true }

export type HiddenValues = Readonly<Record<string, string | number>>

export const HiddenFields = ({ fields }: { readonly fields: HiddenValues }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={String(value)} />
    ))}
  </>
)

/** `main`: the page's one act. `soft`: the act of a row. `link`: a lesser act among text. `plain`: everything else. All are 44 px tall. */
export type ButtonLook = 'main' | 'soft' | 'plain' | 'link'

const buttonClasses: Readonly<Record<ButtonLook, string>> = {
  main: 'button',
  soft: 'button soft',
  plain: 'button plain',
  link: 'linky',
}

interface ButtonProps {
  readonly look?: ButtonLook
  readonly name?: string
  readonly value?: string
  readonly children?: Child
}

export const Button = ({ look = 'main', children, ...rest }: ButtonProps) => (
  <button class={buttonClasses[look]} {...rest}>
    {children}
  </button>
)

export const LinkButton = ({
  href,
  look = 'main',
  children,
}: PropsWithChildren<{
  readonly href: string
  readonly look?: ButtonLook
}>) => (
  <a class={buttonClasses[look]} href={href}>
    {children}
  </a>
)

/** A button that is a form of hidden fields: it works without a script, and changes nothing on a GET. */
export const postButton = (of: {
  readonly action: string
  readonly label: string
  readonly fields: HiddenValues
  readonly look?: ButtonLook
}): Html => (
  <form method="post" action={of.action}>
    <HiddenFields fields={of.fields} />
    <Button look={of.look ?? 'plain'}>{of.label}</Button>
  </form>
)
