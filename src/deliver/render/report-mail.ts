/** A report as a mail: the same words in HTML and in plain text, and the headers of polite bulk mail. Pure. */
import { type OutgoingMail, weekHeader } from '../../model/mail.ts'
import type { Report } from '../../model/report.ts'
import { describeSubject } from '../../words/mail-subject.ts'
import type { ShownTopic } from '../../words/topic.ts'
import { renderHtml } from './html.ts'
import { plainReport } from './plain.ts'
import type { ReportLinks } from './report-links.ts'
import { renderText } from './text.ts'

/** Makes the names in it fit for a mail first: see `plainReport`. */
export const renderReportMail = async (
  kept: Report,
  to: {
    readonly userId: number
    readonly address: string
    readonly links: ReportLinks
    /** By person, where something was found. */
    readonly topics: ReadonlyMap<number, ShownTopic>
    readonly publicHost: string
    /** "Mondays at 08:00" */
    readonly when: string
  },
): Promise<OutgoingMail> => {
  const report = plainReport(kept)
  return {
    userId: to.userId,
    to: to.address,
    subject: describeSubject(report),
    html: await renderHtml(report, to),
    text: renderText(report, to),
    headers: {
      'List-Unsubscribe': `<${to.links.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': `<weekly.${to.publicHost}>`,
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'en',
      // A search of the mailbox can tell one week's mail from another's by nothing else: see `hasArrived`.
      [weekHeader]: report.week,
    },
  }
}
