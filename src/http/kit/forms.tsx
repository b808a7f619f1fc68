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

export const InputField = ({ id, label, error, type = 'text', ...rest }: InputProps) => (
  <>
    <label for={id}>{label}</label>
    <input id={id} type={type} {...rest} {...errorAttributes(id, error)} />
    <FieldError id={id} error={error} />
  </>
)

interface SelectProps extends FieldProps {
  readonly name: string
  readonly value: string
  readonly choices: readonly Choice[]
}

export const SelectField = ({ id, label, error, name, value, choices }: SelectProps) => (
  <>
    <label for={id}>{label}</label>
    <select id={id} name={name} {...errorAttributes(id, error)}>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === value}>
          {choice.label}
        </option>
      ))}
    </select>
    <FieldError id={id} error={error} />
  </>
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
    <p class="inline">
      <input
        type="checkbox"
        id={id}
        name={name}
        checked={checked}
        required={required}
        {...errorAttributes(id, error)}
      />{' '}
      <label for={id}>{label}</label>
    </p>
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

/** How much a button stands out. */
export type ButtonLook = 'main' | 'plain' | 'small' | 'link'

const buttonClasses: Readonly<Record<ButtonLook, string>> = {
  main: 'button',
  plain: 'button plain',
  small: 'button plain small',
  link: 'button plain link',
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
  <form method="post" action={of.action} class="say">
    <HiddenFields fields={of.fields} />
    <Button look={of.look ?? 'small'}>{of.label}</Button>
  </form>
)
