/** A field for one file, with what is wrong with it beside it. */
export const FileField = ({
  id,
  name,
  label,
  accept,
  error,
}: {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly accept: string
  readonly error: string | undefined
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input
      id={id}
      name={name}
      type="file"
      accept={accept}
      required
      {...(error === undefined ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-error` })}
    />
    {error !== undefined && (
      <span class="error" id={`${id}-error`}>
        {error}
      </span>
    )}
  </div>
)
