/** A report as a mail: for the mailbox, with signed links, and for its owner's own pages. */
import type { OutgoingMail } from '../model/mail.ts'
import type { Report } from '../model/report.ts'
import type { Signer } from '../model/token.ts'
import type { User } from '../model/user.ts'
import { hourInWords } from '../words/dates.ts'
import { ownLinks, reportLinks } from './links.ts'
import type { ReportLinks } from './render/report-links.ts'
import { renderReportMail } from './render/report-mail.ts'

export interface ReportMailDeps {
  readonly publicUrl: URL
  readonly keys: Signer
}

/** The mail as it goes out: whoever holds it can use its links. */
export const reportMail = async (deps: ReportMailDeps, user: User, report: Report): Promise<OutgoingMail> =>
  mailWith(deps, user, report, await reportLinks(deps, user.id, report))

/** The mail as its signed-in owner reads it on our own pages: its links need no signature. */
export const pageMail = (deps: Pick<ReportMailDeps, 'publicUrl'>, user: User, report: Report): Promise<OutgoingMail> =>
  mailWith(deps, user, report, ownLinks(report, deps.publicUrl))

const mailWith = (
  { publicUrl }: Pick<ReportMailDeps, 'publicUrl'>,
  user: User,
  report: Report,
  links: ReportLinks,
): Promise<OutgoingMail> =>
  renderReportMail(report, {
    userId: user.id,
    address: user.address,
    links,
    publicHost: publicUrl.hostname,
    when: hourInWords(user),
  })
