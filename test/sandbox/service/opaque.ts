/**
 * Page and sync tokens: values that only their maker reads. A token begins with what it is for, so that one kind is
 * never taken for another. Pure.
 */

export const sealed = (kind: string, values: readonly (string | number)[]): string =>
  btoa([kind, ...values].map((value) => encodeURIComponent(value)).join(' '))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The values of a token of this kind, or null where it is none. */
export const opened = (kind: string, token: string): readonly string[] | null => {
  try {
    const [stated, ...values] = atob(token.replaceAll('-', '+').replaceAll('_', '/')).split(' ').map(decodeURIComponent)
    return stated === kind ? values : null
  } catch {
    return null
  }
}
