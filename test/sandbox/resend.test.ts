import { describe, expect, test } from 'vitest'
import { createResend, type SentMail } from './resend.ts'
import { Mailbox, type Owner, World } from './world.ts'

const ann: Owner = {
  subject: '1',
  address: 'ann@gmail.example',
  aliases: ['ann@work.example'],
  name: 'Ann Berg',
  givenName: 'Ann',
  zone: 'Europe/Stockholm',
}

const mail = {
  from: 'Perennial <weekly@perennial.example>',
  to: ['Ann <ANN@gmail.example>'],
  subject: 'Three people to write to',
  html: '<p>Hello</p>',
  text: 'Hello',
  reply_to: 'bo@work.example',
  headers: { 'List-Unsubscribe': '<https://perennial.example/u/1>', 'Auto-Submitted': 'auto-generated' },
}

const setPost = (origin?: string) => {
  const clock = { time: Date.UTC(2026, 10, 23, 7), now: () => clock.time }
  const mailbox = new Mailbox(ann)
  const seen: SentMail[] = []
  const resend = createResend(new World(clock, [mailbox]), {
    apiKeys: ['re_1'],
    onMail: (one) => seen.push(one),
    ...(origin === undefined ? {} : { origin }),
  })
  const post = async (body: unknown = mail, headers: Record<string, string> = {}) =>
    resend.request(`${origin ?? 'https://api.resend.com'}/emails`, {
      method: 'POST',
      headers: { Authorization: 'Bearer re_1', 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { clock, mailbox, resend, seen, post }
}

const once = { 'Idempotency-Key': 'report/1/2026-11-23' }

describe('an accepted mail', () => {
  test('arrives unread in the recipient’s inbox, with its headers and both bodies', async () => {
    const { mailbox, post, seen, clock } = setPost()
    const response = await post()
    const { id } = await response.json<{ id: string }>()
    expect([response.status, id]).toEqual([200, expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)])
    const [posted] = mailbox.newestFirst
    expect(posted).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      at: clock.time,
      labels: ['INBOX', 'UNREAD'],
      body: { text: 'Hello', html: '<p>Hello</p>' },
    })
    expect(posted?.headers.split('\n')).toEqual([
      'From: Perennial <weekly@perennial.example>',
      'To: Ann <ANN@gmail.example>',
      'Reply-To: bo@work.example',
      'Subject: Three people to write to',
      'Date: Mon, 23 Nov 2026 07:00:00 +0000',
      `Message-ID: <${id}@resend.example>`,
      'MIME-Version: 1.0',
      'List-Unsubscribe: <https://perennial.example/u/1>',
      'Auto-Submitted: auto-generated',
      'Content-Type: multipart/alternative; boundary="alternatives"',
    ])
    expect(mailbox.mailChanges).toMatchObject([{ kind: 'added', mailId: posted?.id }])
    expect(seen).toMatchObject([{ id, subject: mail.subject }])
  })

  test('reaches an alias, and each mailbox once', async () => {
    const { mailbox, post } = setPost()
    await post({ ...mail, to: 'ann@work.example', cc: 'ann@gmail.example' })
    expect(mailbox.mailChanges).toHaveLength(1)
  })

  test('is kept where nobody in the world has the address', async () => {
    const { mailbox, resend, post } = setPost()
    await post({ ...mail, to: 'stranger@else.example' })
    expect([mailbox.size, resend.sent.map(({ to }) => to)]).toEqual([0, [['stranger@else.example']]])
  })

  test('cannot bring a header within a header', async () => {
    const { resend, post } = setPost()
    await post({ ...mail, subject: 'a\r\nBcc: x@y.example' })
    expect(resend.sent[0]?.headers).toContainEqual(['Subject', 'a Bcc: x@y.example'])
  })

  test('is taken below a path as well', async () => {
    expect((await setPost('http://localhost:8788/resend').post()).status).toBe(200)
  })
})

describe('an idempotency key', () => {
  test('with the same mail gives the same id and no second mail, for a day', async () => {
    const { resend, post, clock } = setPost()
    const first = await (await post(mail, once)).json()
    clock.time += 24 * 3_600_000 - 1
    expect(await (await post(mail, once)).json()).toEqual(first)
    expect(resend.sent).toHaveLength(1)
    clock.time += 1
    expect(await (await post(mail, once)).json()).not.toEqual(first)
    expect(resend.sent).toHaveLength(2)
  })

  test('with another mail answers 409', async () => {
    const { resend, post } = setPost()
    await post(mail, once)
    const response = await post({ ...mail, subject: 'Another' }, once)
    expect([response.status, await response.json()]).toEqual([
      409,
      { statusCode: 409, name: 'invalid_idempotent_request', message: expect.any(String) },
    ])
    expect(resend.sent).toHaveLength(1)
  })

  test('of a refused mail is still free', async () => {
    const { resend, post } = setPost()
    expect((await post({ ...mail, to: 'nowhere' }, once)).status).toBe(422)
    expect((await post(mail, once)).status).toBe(200)
    expect(resend.sent).toHaveLength(1)
  })

  test('longer than 256 characters is refused', async () => {
    const response = await setPost().post(mail, { 'Idempotency-Key': 'x'.repeat(257) })
    expect([response.status, await response.json()]).toMatchObject([400, { name: 'invalid_idempotency_key' }])
  })
})

describe('a refusal', () => {
  test.each([
    ['no key', { Authorization: '' }, 401, 'missing_api_key'],
    ['another key', { Authorization: 'Bearer re_2' }, 403, 'invalid_api_key'],
  ])('for %s', async (_, headers, status, name) => {
    const response = await setPost().post(mail, headers)
    expect([response.status, await response.json()]).toEqual([
      status,
      { statusCode: status, name, message: expect.any(String) },
    ])
  })

  test.each([
    ['no recipient', { ...mail, to: undefined }, 'missing_required_field', 'Missing `to` field.'],
    ['no subject', { ...mail, subject: undefined }, 'missing_required_field', 'Missing `subject` field.'],
    [
      'neither html nor text',
      { ...mail, html: undefined, text: undefined },
      'validation_error',
      'Missing `html` or `text` field.',
    ],
    ['no addresses', { ...mail, to: [] }, 'validation_error', expect.stringContaining('Invalid `to` field.')],
    [
      'a malformed address',
      { ...mail, from: 'Perennial' },
      'validation_error',
      expect.stringContaining('Invalid `from` field.'),
    ],
    ['a body that is no JSON', '{', 'validation_error', 'The request body must be JSON.'],
  ])('for %s', async (_, body, name, message) => {
    const { resend, post } = setPost()
    const response = await post(body)
    expect([response.status, await response.json()]).toEqual([422, { statusCode: 422, name, message }])
    expect(resend.sent).toEqual([])
  })
})

describe('weather', () => {
  test('refuses and accepts nothing', async () => {
    const { resend, post } = setPost()
    resend.weather.refuse = 1
    expect((await post()).status).toBe(500)
    expect(resend.sent).toHaveLength(0)
    expect((await post()).status).toBe(200)
  })

  test('accepts a mail and loses the answer; the key settles it', async () => {
    const { resend, mailbox, post } = setPost()
    resend.weather.acceptThenHang = 1
    expect((await post(mail, once)).status).toBe(504)
    const settled = await (await post(mail, once)).json<{ id: string }>()
    expect(settled.id).toBe(resend.sent[0]?.id)
    expect(mailbox.size).toBe(1)
  })

  test('throttles with the seconds to wait', async () => {
    const { resend, post } = setPost()
    resend.weather.throttle = 1
    const response = await post()
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toMatchObject([
      429,
      '1',
      { name: 'rate_limit_exceeded' },
    ])
    expect(resend.sent).toHaveLength(0)
  })
})
