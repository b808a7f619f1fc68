import { describe, expect, test } from 'vitest'
import { ann, hex, mail, upTo } from '../small-world.ts'
import { accessToken, calendarEvents, gmailMetadata, setMail, setStage } from './stage.ts'

const gmailReadonly = 'https://www.googleapis.com/auth/gmail.readonly'

const errorOf = async (response: Response) => {
  const { error } = await response.json<{
    error: { code: number; message: string; status: string; errors: { reason: string }[] }
  }>()
  return [error.code, error.status, error.errors[0]?.reason, error.message]
}

describe('access', () => {
  test('answers 401 with the body and the challenge to a token it does not know', async () => {
    const { get } = setStage()
    const response = await get('/gmail/v1/users/me/profile', 'ya29.unknown')
    expect(response.headers.get('WWW-Authenticate')).toBe(
      'Bearer realm="https://accounts.google.com/", error="invalid_token"',
    )
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=UTF-8')
    expect(await errorOf(response)).toEqual([
      401,
      'UNAUTHENTICATED',
      'authError',
      expect.stringMatching(/^Request had invalid authentication credentials\./),
    ])
  })

  test('answers 403 where the scope is missing', async () => {
    const { read } = await setMail([], calendarEvents)
    const response = await read('/profile')
    expect(await response.clone().text()).toContain('ACCESS_TOKEN_SCOPE_INSUFFICIENT')
    expect(await errorOf(response)).toEqual([
      403,
      'PERMISSION_DENIED',
      'insufficientPermissions',
      'Request had insufficient authentication scopes.',
    ])
  })

  test('opens nobody else’s mailbox', async () => {
    const { get, token } = await setMail()
    expect((await get(`/gmail/v1/users/${ann.address}/profile`, token)).status).toBe(200)
    expect((await get('/gmail/v1/users/bo@gmail.example/profile', token)).status).toBe(403)
  })

  test('refuses parameters that do not exist', async () => {
    const { read } = await setMail([1])
    expect((await read(`/messages/${hex(1)}?format=metadata&metadataheaders=From`)).status).toBe(400)
  })

  test('answers 400 failedPrecondition where the account has no mail', async () => {
    const stage = setStage({ withoutMail: [ann.subject] })
    const response = await stage.get('/gmail/v1/users/me/profile', await accessToken(stage.google))
    expect(await errorOf(response)).toEqual([
      400,
      'FAILED_PRECONDITION',
      'failedPrecondition',
      'Mail service not enabled',
    ])
  })
})

test('the profile counts in numbers and gives the history id as a string', async () => {
  const { json } = await setMail([1, 2])
  expect(await json('/profile')).toEqual({
    emailAddress: ann.address,
    messagesTotal: 2,
    threadsTotal: 2,
    historyId: '1000',
  })
})

describe('gmail.metadata', () => {
  test.each([
    ['/messages?q=from:bo', "Metadata scope does not support 'q' parameter"],
    ['/threads?q=from:bo', "Metadata scope does not support 'q' parameter"],
    [`/messages/${hex(1)}`, "Metadata scope doesn't allow format FULL"],
    [`/messages/${hex(1)}?format=raw`, "Metadata scope doesn't allow format RAW"],
    [`/threads/${hex(1)}?format=full`, "Metadata scope doesn't allow format FULL"],
  ])('refuses %s', async (path, message) => {
    const { read } = await setMail([1])
    const response = await read(path)
    expect(await response.clone().text()).not.toContain('details')
    expect(await errorOf(response)).toEqual([403, 'PERMISSION_DENIED', 'forbidden', message])
  })

  test('wins over gmail.readonly when a token holds both', async () => {
    const { read } = await setMail([1], `${gmailMetadata} ${gmailReadonly}`)
    expect((await read(`/messages/${hex(1)}`)).status).toBe(403)
  })

  test('shows neither snippet nor type: a payload of part id and headers', async () => {
    const { json } = await setMail([1])
    expect(await json(`/messages/${hex(1)}?format=metadata&metadataHeaders=SUBJECT`)).toEqual({
      id: hex(1),
      threadId: hex(1),
      labelIds: ['INBOX'],
      payload: { partId: '', headers: [{ name: 'Subject', value: 'Letter 1' }] },
      sizeEstimate: 1001,
      historyId: '1000',
      internalDate: String(mail(1).at),
    })
  })
})

test('gmail.readonly adds snippet and type, and never a body', async () => {
  const { json } = await setMail([1], gmailReadonly)
  expect(await json(`/messages/${hex(1)}?format=metadata`)).toMatchObject({
    snippet: '',
    payload: { mimeType: 'text/plain' },
  })
  expect(await json(`/messages/${hex(1)}`)).toMatchObject({ payload: { body: { size: 0 } } })
})

describe('messages.get', () => {
  test('keeps header names as written and repeated headers repeated', async () => {
    const { mailbox, json } = await setMail()
    const headers = ['Received: one', 'Message-Id: <a@b.example>', 'Received: two', 'X-Odd: a: b'].join('\n')
    mailbox.stock(mail(1, { headers }))
    expect(
      await json(`/messages/${hex(1)}?format=metadata&metadataHeaders=received&metadataHeaders=Message-ID`),
    ).toMatchObject({
      payload: {
        headers: [
          { name: 'Received', value: 'one' },
          { name: 'Message-Id', value: '<a@b.example>' },
          { name: 'Received', value: 'two' },
        ],
      },
    })
    const { payload } = await json(`/messages/${hex(1)}?format=metadata`)
    expect(payload).toMatchObject({ headers: expect.arrayContaining([{ name: 'X-Odd', value: 'a: b' }]) })
  })

  test('leaves out the labels of a letter that has none', async () => {
    const { mailbox, json } = await setMail()
    mailbox.stock(mail(1, { labels: [] }))
    expect(await json(`/messages/${hex(1)}?format=minimal`)).not.toHaveProperty('labelIds')
  })

  test('tells an id that is gone from one that never could be', async () => {
    const { read } = await setMail()
    expect(await errorOf(await read(`/messages/${hex(9)}?format=minimal`))).toEqual([
      404,
      'NOT_FOUND',
      'notFound',
      'Requested entity was not found.',
    ])
    expect(await errorOf(await read('/messages/xyz?format=minimal'))).toEqual([
      400,
      'INVALID_ARGUMENT',
      'invalidArgument',
      'Invalid id value',
    ])
  })

  test('tells the history id of the last change', async () => {
    const { mailbox, json } = await setMail([1])
    mailbox.relabel(hex(1), { add: ['STARRED'] })
    expect(await json(`/messages/${hex(1)}?format=minimal`)).toMatchObject({ historyId: String(mailbox.sequence) })
  })
})

describe('messages.list', () => {
  test('without letters has no messages key', async () => {
    const { json } = await setMail()
    expect(await json('/messages?labelIds=SENT')).toEqual({ resultSizeEstimate: 0 })
  })

  test('is newest first, a hundred to a page, and whole over all pages', async () => {
    const { json } = await setMail(upTo(250))
    const pages = []
    let pageToken = ''
    do {
      const page = await json(`/messages${pageToken && `?pageToken=${pageToken}`}`)
      pages.push(page.messages as { id: string }[])
      pageToken = (page.nextPageToken as string | undefined) ?? ''
    } while (pageToken !== '')
    expect(pages.map((page) => page.length)).toEqual([100, 100, 50])
    expect(pages.flat().map(({ id }) => id)).toEqual(upTo(250).map(hex))
  })

  test('gives at most 500', async () => {
    const { json } = await setMail(upTo(501))
    expect((await json('/messages?maxResults=1000')).messages).toHaveLength(500)
  })

  test('ends with a full page where the letters fill it', async () => {
    const { json } = await setMail(upTo(4))
    const { nextPageToken } = await json('/messages?maxResults=2')
    expect(await json(`/messages?maxResults=2&pageToken=${nextPageToken}`)).not.toHaveProperty('nextPageToken')
  })

  test('tells letters of one moment apart', async () => {
    const { mailbox, clock, json } = await setMail()
    for (const number of upTo(3)) mailbox.stock(mail(number, { at: clock.time }))
    const { nextPageToken } = await json('/messages?maxResults=2')
    const last = await json(`/messages?maxResults=2&pageToken=${nextPageToken}`)
    expect(last.messages).toMatchObject([{ id: hex(1) }])
  })

  test('shifts nothing when letters arrive between pages', async () => {
    const { mailbox, clock, json } = await setMail(upTo(4))
    const first = await json('/messages?maxResults=2')
    mailbox.deliver(mail(99, { at: clock.time }))
    const second = await json(`/messages?maxResults=2&pageToken=${first.nextPageToken}`)
    expect(second.messages).toMatchObject([{ id: hex(3) }, { id: hex(4) }])
  })

  test('wants all of the labels', async () => {
    const { mailbox, json, read } = await setMail()
    mailbox.stock(mail(1, { labels: ['INBOX'] }))
    mailbox.stock(mail(2, { labels: ['INBOX', 'SENT'] }))
    mailbox.stock(mail(3, { labels: ['SENT'] }))
    expect((await json('/messages?labelIds=SENT&labelIds=INBOX')).messages).toEqual([{ id: hex(2), threadId: hex(2) }])
    expect(await errorOf(await read('/messages?labelIds=Nope'))).toContain('Invalid label: Nope')
  })

  test('leaves spam and bin out unless asked', async () => {
    const { mailbox, json } = await setMail([1])
    mailbox.stock(mail(2, { labels: ['SPAM'] }))
    mailbox.stock(mail(3, { labels: ['TRASH', 'SENT'] }))
    expect((await json('/messages')).messages).toHaveLength(1)
    expect((await json('/messages?includeSpamTrash=true')).messages).toHaveLength(3)
    expect((await json('/messages?labelIds=SENT')).messages).toBeUndefined()
  })

  test('refuses a page token that is not its own', async () => {
    const { read } = await setMail([1])
    expect((await read('/messages?pageToken=12345')).status).toBe(400)
  })
})

describe('threads', () => {
  test('are listed by their newest listed letter, once each', async () => {
    const { mailbox, json } = await setMail()
    mailbox.stock(mail(1, { threadId: hex(5) }))
    mailbox.stock(mail(2))
    mailbox.stock(mail(5))
    const list = await json('/threads')
    expect(list.threads).toEqual([
      { id: hex(5), historyId: '1000' },
      { id: hex(2), historyId: '1000' },
    ])
    expect(await json('/threads?labelIds=SENT')).toEqual({ resultSizeEstimate: 0 })
  })

  test('come with all their letters, oldest first', async () => {
    const { mailbox, json } = await setMail()
    mailbox.stock(mail(1, { threadId: hex(5) }))
    mailbox.stock(mail(5))
    expect(await json(`/threads/${hex(5)}?format=minimal`)).toMatchObject({
      id: hex(5),
      historyId: '1000',
      messages: [{ id: hex(5) }, { id: hex(1) }],
    })
  })
})

test('labels are Gmail’s and the user’s own, with counts only one by one', async () => {
  const { mailbox, json, read } = await setMail([1])
  mailbox.stock(mail(2, { labels: ['Label_7', 'UNREAD'] }))
  const { labels } = await json('/labels')
  expect(labels).toContainEqual({ id: 'SENT', name: 'SENT', type: 'system' })
  expect(labels).toContainEqual(expect.objectContaining({ id: 'Label_7', type: 'user' }))
  expect(await json('/labels/Label_7')).toMatchObject({
    messagesTotal: 1,
    messagesUnread: 1,
    threadsTotal: 1,
    threadsUnread: 1,
  })
  expect((await read('/labels/Label_8')).status).toBe(404)
})

test('fields select a part of an answer', async () => {
  const { json, read } = await setMail([1])
  expect(await json('/messages?fields=messages/id,nextPageToken')).toEqual({ messages: [{ id: hex(1) }] })
  const path = `/messages/${hex(1)}?format=metadata`
  expect(await json(`${path}&fields=id,payload(headers(name))`)).toEqual({
    id: hex(1),
    payload: { headers: [{ name: 'From' }, { name: 'To' }, { name: 'Subject' }] },
  })
  expect((await read(`${path}&fields=id,payload(`)).status).toBe(400)
})
