/** A page that says one thing, and offers a way on; seldom a second one. */
import type { Notice } from '../../words/page.ts'
import { type Html, layout } from './layout.tsx'

export interface MessagePageView {
  readonly title: string
  readonly text: string
  readonly action: Action
  /** What else there is to do, each after the other. */
  readonly others?: readonly Action[]
}

export interface Action {
  readonly href: string
  readonly label: string
}

/** A notice with the place its link leads to. */
export const noticeMessage = ({ title, text, action }: Notice, href: string): MessagePageView => ({
  title,
  text,
  action: { href, label: action },
})

/** The page of a notice. Whoever is signed in finds the way around on it. */
export const noticePage = (notice: Notice, href: string, isSignedIn: boolean): Html =>
  messagePage(noticeMessage(notice, href), isSignedIn)

export const messagePage = ({ title, text, action, others = [] }: MessagePageView, isSignedIn: boolean): Html =>
  layout({
    title,
    section: null,
    isSignedIn,
    body: (
      <div class="card">
        <h1>{title}</h1>
        <p>{text}</p>
        <p class="actions">
          <a class="button" href={action.href}>
            {action.label}
          </a>
          {others.map(({ href, label }) => (
            <a class="button plain" href={href}>
              {label}
            </a>
          ))}
        </p>
      </div>
    ),
  })
