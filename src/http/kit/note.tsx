/** A note at the head of a page: what was done, what is to be careful about, or what did not work, with its act at the end. */
import type { Child, PropsWithChildren } from 'hono/jsx'

/** Told apart by its sign, not by its tint alone: a tick, an exclamation mark in a square, a cross. */
export type NoteKind = 'done' | 'careful' | 'failed'

const noteClasses: Readonly<Record<NoteKind, string>> = { done: 'note', careful: 'note warn', failed: 'note bad' }

/** `<Note kind="careful" act={<LinkButton …/>}>Your mail has not been read since Thursday.</Note>` */
export const Note = ({
  kind = 'done',
  role,
  act,
  children,
}: PropsWithChildren<{
  readonly kind?: NoteKind
  /** `status` for what was just done, `alert` for what did not work; none for what stands there anyway. */
  readonly role?: 'status' | 'alert'
  readonly act?: Child
}>) => (
  <div class={noteClasses[kind]} role={role}>
    <p>{children}</p>
    {act}
  </div>
)
