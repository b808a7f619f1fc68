/** The email that asks the owner of an account to connect it again. Pure. */

/** Why it cannot be read, in the provider's terms. */
export type ReconnectReason = 'grant_revoked' | 'scope_missing'

export const describeReconnectSubject = (account: string): string => `${account} must be connected again`

export const reconnectAction = 'Connect it again'

/** `since` is "4 September". */
export const describeReconnect = (of: {
  readonly account: string
  readonly reason: ReconnectReason
  readonly since: string
}): readonly string[] => [describeCause(of), describeNext]

const describeCause = ({ account, reason, since }: Parameters<typeof describeReconnect>[0]): string => {
  switch (reason) {
    case 'grant_revoked':
      return `Since ${since} Perennial can’t read who you’re in touch with through ${account}: access was withdrawn, or it ran out, as it does after a change of password.`
    case 'scope_missing':
      return `Since ${since} a permission is missing for ${account}. Please allow everything that’s asked for when you connect it again.`
  }
}

const describeNext =
  'Nothing is lost. Once it’s connected again, reading goes on where it stopped. If you’d rather leave it, do nothing: you won’t be asked again.'
