/** A report as a mail: the same words in HTML and in plain text, and the headers that make it a polite one. Pure. */
import type { OutgoingMail } from '../../model/mail.ts'
import type { Report } from '../../model/report.ts'
import { saySubject } from '../../report/say.ts'
import { renderHtml } from './html.ts'
import { renderText } from './text.ts'

/** Where the mail's links lead. All of them are safe to open. */
export interface ReportLinks {
  /** Opens the mail client with the check-in filled in; by person. */
  readonly write: ReadonlyMap<number, string>
  /** The page where the text can be read, changed and copied first; by person. */
  readonly page: ReadonlyMap<number, string>
  readonly people: string
  readonly settings: string
  /** Also takes the one-click POST of RFC 8058. */
  readonly unsubscribe: string
}

export const renderReportMail = async (
  report: Report,
  to: { readonly address: string; readonly links: ReportLinks; readonly publicHost: string },
): Promise<OutgoingMail> => ({
  to: to.address,
  subject: saySubject(report),
  html: await renderHtml(report, to.links),
  text: renderText(report, to.links),
  headers: {
    'List-Unsubscribe': `<${to.links.unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `<weekly.${to.publicHost}>`,
    'Auto-Submitted': 'auto-generated',
    'Content-Language': 'en',
  },
})
