/** For somebody whose organisation decides which apps they may use: whose decision it is, and a message that asks for it. */
import { composeLink } from '../../draft/compose-link.ts'
import { describeRequest, approvalWords as words } from '../../words/approval.ts'
import { LinkButton } from '../kit/forms.tsx'
import { type Html, layout } from '../kit/layout.tsx'

export interface ApprovalView {
  readonly host: string
  /** Where an administrator allows it. */
  readonly allowLink: string
  readonly sheetLink: string
  /** The other providers there are, by the names people know. */
  readonly others: readonly { readonly name: string; readonly label: string }[]
  readonly isSignedIn: boolean
  readonly webRoots: { readonly gmailWebRoot: URL }
}

export const approvalPage = (view: ApprovalView): Html => {
  const { allowLink, sheetLink, others, isSignedIn, webRoots } = view
  const request = describeRequest(view)
  const open = composeLink({ client: 'mailto', account: '', ...webRoots }, '', request)
  return layout({
    title: words.title,
    section: null,
    isSignedIn,
    body: (
      <article class="narrow stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <section class="stack">
          <h2>{words.askTitle}</h2>
          <p>{words.ask}</p>
          <p class="row">
            <LinkButton look="main" href={open}>
              {words.open}
            </LinkButton>
            <LinkButton look="plain" href={sheetLink}>
              {words.sheet}
            </LinkButton>
          </p>
          <label for="request" class="small muted">
            {words.copyHint}
          </label>
          <textarea id="request" readonly rows={12} aria-label={words.messageLabel}>
            {`\n${request.subject}\n\n${request.text}`}
          </textarea>
        </section>
        <section class="stack">
          <h2>{words.adminTitle}</h2>
          <p>{words.admin}</p>
          <p>
            <LinkButton look="plain" href={allowLink}>
              {words.allow}
            </LinkButton>
          </p>
        </section>
        <section class="stack">
          <h2>{words.meanwhileTitle}</h2>
          <p>{words.describeMeanwhile(others.map(({ label }) => label))}</p>
        </section>
      </article>
    ),
  })
}
