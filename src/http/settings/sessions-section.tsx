/** Where the user is signed in, and signing out: here, elsewhere, or everywhere. */
import type { Session } from '../../model/session.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { dayOf, type ReportDay } from '../../words/dates.ts'
import { describeBrowser, describeSession, settingsWords } from '../../words/settings.ts'
import { Button } from '../kit/forms.tsx'

interface SessionsView {
  readonly user: User
  readonly sessions: readonly Session[]
  readonly session: string | null
  readonly now: Instant
}

export const SessionsSection = ({ view: { user, sessions, session, now } }: { readonly view: SessionsView }) => (
  <section class="cols" id="sessions">
    <div>
      <h2>{settingsWords.signedIn}</h2>
      <p class="muted">{settingsWords.signedInHint}</p>
    </div>
    <div>
      <ul class="pairs rows">
        {sessions.map((each) => (
          <SessionItem session={each} isThis={each.digest === session} day={dayOf(user, now)} />
        ))}
      </ul>
      <form method="post" action="/settings/sessions/end-all" class="after">
        <Button look="plain">{settingsWords.signOutEverywhere}</Button>
      </form>
    </div>
  </section>
)

interface ItemProps {
  readonly session: Session
  readonly isThis: boolean
  readonly day: ReportDay
}

const SessionItem = ({ session, isThis, day }: ItemProps) => {
  const browser = describeBrowser(session.browser)
  return (
    <li>
      <p>
        <b>{isThis ? settingsWords.describeThisBrowser(browser) : browser}</b>
        <small>{describeSession(session, day)}</small>
      </p>
      {isThis ? (
        <form method="post" action="/sign-out">
          <Button look="plain">{settingsWords.signOut}</Button>
        </form>
      ) : (
        <form method="post" action="/settings/sessions/end">
          <input type="hidden" name="session" value={session.digest} />
          <Button look="plain">{settingsWords.describeSignOutThere(browser)}</Button>
        </form>
      )}
    </li>
  )
}
