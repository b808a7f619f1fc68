/** What the two carriers' answers mean to us, and what becomes of a mail whose answer was lost by one without keys. */
import { describe, expect, test } from 'vitest'
import { emailServiceMailer } from '../../../src/deliver/mailer/email-service.ts'
import { resendMailer } from '../../../src/deliver/mailer/resend.ts'
import type { Env } from '../../../src/env.ts'
import { openRead } from '../../fixture.ts'
import type { Installation } from '../../sandbox/installation.ts'
import { ann, mailboxOf, rhythm } from '../../story.ts'

const from = { name: 'Perennial', address: 'weekly@perennial.test' }
const mail = { userId: 7, to: 'ann@example.org', subject: 'Hi', text: 'Hi', html: '<p>Hi', headers: { 'X-Own': 'x' } }

describe('Resend', () => {
  const send = (answer: () => Promise<Response>) =>
    resendMailer(answer, { from, apiKey: 're_x', root: new URL('https://resend.test') }).send(mail, 'key')
  const json = (status: number, name: string, headers = {}) =>
    send(async () => Response.json({ name }, { status, headers }))

  test.each([
    [429, 'rate_limit_exceeded', { reason: 'unavailable', retryAfterSeconds: 60 }],
    [500, 'internal_server_error', { reason: 'unanswered', retryAfterSeconds: 60 }],
    [504, 'application_error', { reason: 'unanswered', retryAfterSeconds: 60 }],
    [409, 'concurrent_idempotent_requests', { reason: 'unanswered', retryAfterSeconds: 60 }],
    [403, 'invalid_api_key', { reason: 'refused', detail: '403 invalid_api_key' }],
    [422, 'validation_error', { reason: 'refused', detail: '422 validation_error' }],
  ])('%i %s', async (status, name, error) => {
    expect(await json(status, name)).toEqual({ ok: false, error })
  })

  test('a key that another mail went out under means that this report is sent already', async () => {
    expect(await json(409, 'invalid_idempotent_request')).toEqual({ ok: true, value: null })
  })

  test('a wait that is named is kept, and silence is no refusal', async () => {
    expect(await json(429, 'x', { 'retry-after': '7' })).toMatchObject({ error: { retryAfterSeconds: 7 } })
    expect(await send(() => Promise.reject(new Error('gone')))).toMatchObject({ error: { reason: 'unanswered' } })
  })

  test('the mail says whose it is, so that what is told of it later can be understood', async () => {
    let asked: Request | null = null
    const mailer = resendMailer(
      async (input, init) => {
        asked = new Request(input, init)
        return Response.json({ id: '1' })
      },
      { from, apiKey: 're_x', root: new URL('https://resend.test/') },
    )
    expect((await mailer.send(mail, 'key')).ok).toBe(true)
    const request = asked as unknown as Request
    expect(request.headers.get('idempotency-key')).toBe('key')
    expect(await request.json()).toMatchObject({ to: [mail.to], tags: [{ name: 'user', value: '7' }] })
  })
})

describe('Email Service', () => {
  const send = (code: string | null, headers: Readonly<Record<string, string>> = {}) =>
    emailServiceMailer({
      from,
      binding: {
        send: async () => {
          throw code === null ? new Error('network') : Object.assign(new Error('refused'), { code })
        },
      } as unknown as SendEmail,
    }).send({ ...mail, headers }, 'key')

  test.each([
    ['E_RATE_LIMIT_EXCEEDED', { reason: 'unavailable', retryAfterSeconds: 60 }],
    ['E_DAILY_LIMIT_EXCEEDED', { reason: 'unavailable', retryAfterSeconds: 3600 }],
    ['E_DELIVERY_FAILED', { reason: 'unavailable', retryAfterSeconds: 300 }],
    ['E_INTERNAL_SERVER_ERROR', { reason: 'unanswered', retryAfterSeconds: 60 }],
    [null, { reason: 'unanswered', retryAfterSeconds: 60 }],
    ['E_RECIPIENT_SUPPRESSED', { reason: 'suppressed' }],
    ['E_RECIPIENT_NOT_ALLOWED', { reason: 'refused', detail: 'E_RECIPIENT_NOT_ALLOWED' }],
    ['E_SENDER_NOT_VERIFIED', { reason: 'refused', detail: 'E_SENDER_NOT_VERIFIED' }],
  ])('%s', async (code, error) => {
    expect(await send(code)).toEqual({ ok: false, error })
  })

  test('a header that it would refuse is not even tried', async () => {
    expect(await send(null, { Subject: 'x' })).toMatchObject({ error: { reason: 'refused' } })
  })
})

describe('a try without an answer, and a carrier without keys', () => {
  const monday = Date.UTC(2026, 10, 23, 7)
  const hour = 3_600_000

  /** Each try's fate in turn, the last for all that follow: taken and said, taken and not said, or lost on the way. */
  const open = async (fates: readonly ('said' | 'unsaid' | 'lost' | 'suppressed')[]): Promise<Installation> => {
    let tries = 0
    const binding = {
      send: async ({ from: sender, ...rest }: { readonly from: { readonly email: string } }) => {
        const fate = fates[Math.min(tries, fates.length - 1)]
        tries += 1
        if (fate === 'suppressed') throw Object.assign(new Error('no'), { code: 'E_RECIPIENT_SUPPRESSED' })
        if (fate !== 'lost') {
          const request = new Request('https://resend.test/emails', {
            method: 'POST',
            headers: { authorization: 'Bearer re_test', 'content-type': 'application/json' },
            body: JSON.stringify({ ...rest, from: sender.email }),
          })
          await home.resend.fetch(request)
        }
        if (fate !== 'said') throw new Error('the connection broke')
      },
    }
    const settings = { EMAIL: binding, RESEND_API_KEY: undefined } as unknown as Partial<Env>
    const story = mailboxOf(rhythm('Bo Ek <bo@example.com>', 14, 200, 45))
    const { home } = await openRead([story], { settings })
    home.clock.time = monday
    await home.cron()
    await home.passTo(monday + 2 * hour, 60)
    return home
  }
  const reports = (home: Installation) =>
    home.resend.sent.filter(({ headers }) => headers.some(([name]) => name === 'X-Perennial-Week'))
  const report = (home: Installation) =>
    home.env.DB.prepare('SELECT sent_at, failure FROM reports').first<{
      sent_at: number | null
      failure: string | null
    }>()

  test('which it took all the same: the mailbox tells, and nothing is sent again', async () => {
    const home = await open(['unsaid'])
    expect(home.resend.sent).toHaveLength(1)
    expect(await report(home)).toMatchObject({ sent_at: expect.any(Number), failure: null })
  })

  test('which never reached it: the mailbox tells, and it is sent again, once', async () => {
    const home = await open(['lost', 'said'])
    expect(home.resend.sent).toHaveLength(1)
    expect(await report(home)).toMatchObject({ sent_at: expect.any(Number), failure: null })
  })

  test('where the mailbox is closed to us: not sent again, and said so on the page and in the next report', async () => {
    const home = await open(['unsaid', 'said'])
    await home.env.DB.prepare('UPDATE reports SET sent_at = NULL, tried_at = claimed_at').run()
    home.world.weather.revoked = true
    await home.env.JOBS.send({ kind: 'report', userId: 1, week: '2026-11-23' })
    await home.passTo(monday + 4 * hour, 60)
    expect(reports(home)).toHaveLength(1)
    expect(await report(home)).toEqual({ sent_at: null, failure: 'in_doubt' })
    home.world.weather.revoked = false
    await home.connect(ann.address)
    await home.settle()
    home.clock.time = monday + 7 * 24 * hour
    await home.cron()
    await home.settle()
    expect(reports(home)[1]?.text.replace(/\s+/g, ' ')).toContain(
      'We don’t know whether the report of 23 November reached you',
    )
  })

  test('an address that the carrier no longer sends to stops the mail, and is shown', async () => {
    const home = await open(['suppressed'])
    expect(await report(home)).toEqual({ sent_at: null, failure: 'mail_stopped' })
    expect(await home.env.DB.prepare('SELECT mail_stop_reason FROM users').first('mail_stop_reason')).toBe('suppressed')
  })
})
