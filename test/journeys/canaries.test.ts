/**
 * What people wrote and what they call their meetings goes nowhere: after a backfill, a Monday and a check-in, nothing of it
 * stands in a table, a job or the log. The email shows the one subject that it may, and its link holds it sealed.
 */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openConnected } from '../fixture.ts'
import { mailboxOf, meetingOf, messageOf, rhythm } from '../story.ts'

const monday = Date.UTC(2026, 10, 23, 7)
/** Words that stand nowhere else. */
const subject = 'Zanzibar tariff review'
const title = 'Wolverine planning'
const canary = /zanzibar|wolverine/i

const story = () => {
  const met = [40, 54, 68, 82].map((daysAgo) =>
    meetingOf(`met${daysAgo}`, daysAgo, ['cy@example.com'], { summary: title }),
  )
  const mailbox = mailboxOf([], met)
  for (const line of [...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)]) {
    const mail = messageOf(line)
    const body = { text: `${subject} in the text`, html: `<p>${subject}</p>` }
    mailbox.deliver({ ...mail, headers: mail.headers.replace('About things', subject), body })
  }
  return mailbox
}

const everyRow = async (db: D1Database): Promise<string> => {
  const tables = (await db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{ name: string }>())
    .results
  const rows = await Promise.all(
    tables.filter(({ name }) => !name.startsWith('_')).map(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all()),
  )
  return JSON.stringify(rows.map(({ results }) => results))
}

afterEach(() => vi.restoreAllMocks())

describe.each(['google', 'microsoft'] as const)('canaries in a mailbox at %s', (provider) => {
  test('sing in the email and nowhere else', async () => {
    const lines: string[] = []
    for (const way of ['log', 'warn', 'error', 'info'] as const) {
      vi.spyOn(console, way).mockImplementation((...said) => lines.push(said.map(String).join(' ')))
    }
    const { db, home, browser } = await openConnected([story()], { provider })
    const jobs: string[] = []
    const send = home.queue.binding.send.bind(home.queue.binding)
    vi.spyOn(home.env.JOBS, 'send').mockImplementation((job, options) => {
      jobs.push(JSON.stringify(job))
      return send(job, options)
    })
    await home.settle()
    home.clock.time = monday
    await home.cron()
    await home.settle()
    const [mail] = home.resend.sent
    expect(mail?.text).toContain(`Last email: “${subject}”`)
    expect(mail?.html).toContain(subject)
    const link = /https:\/\/perennial\.test(\/c\/\S+)\/text/.exec(mail?.text ?? '')?.[1] ?? 'no link'
    const stranger = home.browser()
    expect(await stranger.read(`${link}/text`)).toContain(subject)
    expect((await stranger.get(link)).status).toBe(302)
    expect((await stranger.post(`${link}/done`)).status).toBe(303)
    for (const page of ['/people', '/people/0', '/reports', '/reports/preview/mail']) await browser.read(page)
    expect(link).not.toMatch(canary)
    expect(await everyRow(db)).not.toMatch(canary)
    expect(jobs.length).toBeGreaterThan(0)
    expect(jobs.join('\n')).not.toMatch(canary)
    expect(lines.join('\n')).not.toMatch(canary)
    const links = [...(mail?.text ?? '').matchAll(/https:\/\/perennial\.test\/\S+/g)].map(([found]) => found)
    expect(links.filter(({ length }) => length > 220)).toEqual([])
  })
})
