/** Who asks a simulated provider for access, and for whose. */

export interface Client {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUris: readonly string[]
  /** What the consent page calls it; the host it redirects to where there is none. */
  readonly name?: string
}

/** One client and one account. */
export interface Holder {
  readonly clientId: string
  readonly subject: string
}

export const keyOf = ({ clientId, subject }: Holder): string => `${clientId} ${subject}`

/** Id and secret from the body, or from a Basic header (RFC 6749 §2.3.1: both halves form-encoded). */
export const credentials = (
  form: URLSearchParams,
  header: string | undefined,
): { readonly id: string | null; readonly secret: string | null } => {
  const [, basic] = /^Basic +(\S+)$/i.exec(header ?? '') ?? []
  if (basic === undefined) return { id: form.get('client_id'), secret: form.get('client_secret') }
  const [id, secret] = atob(basic)
    .split(':')
    .map((half) => decodeURIComponent(half.replaceAll('+', ' ')))
  return { id: id ?? null, secret: secret ?? null }
}
