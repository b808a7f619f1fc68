import { describe, expect, test } from 'vitest'
import { hex, mail, start, upTo } from '../small-world.ts'
import type { Mail } from '../world.ts'
import { annAtHome, annAtWork, type GraphPage, type Row, refusalOf, setMail } from './stage.ts'

const withHeaders = (lines: readonly string[], change: Partial<Mail> = {}) =>
  mail(1, { headers: lines.join('\n'), ...change })

/** The only message of a mailbox with this one letter. */
const messageOf = async (one: Mail, path = '/messages', options: Parameters<typeof setMail>[1] = {}) => {
  const stage = await setMail([], options)
  stage.mailbox.stock(one)
  return (await stage.page(path)).value[0] ?? { id: 'none' }
}

describe('a message', () => {
  test('has what Mail.ReadBasic shows, and no body', async () => {
    const one = withHeaders(
      [
        'Received: from mx.work.example',
        'From: =?utf-8?B?QsO2?= Ek <bo@work.example>',
        'Sender: Dee <dee@work.example>',
        'Reply-To: bo+x@work.example',
        'To: Ann <ann@contoso.example>, Team: cy@work.example, "Öz, Eva" <eva@work.example>;',
        'Cc: fay@work.example',
        'Subject: =?iso-8859-1?Q?Gr=FC=DFe?=',
        'Date: Mon, 23 Nov 2026 09:58:30 +0100',
        'Message-ID: <1@work.example>',
        'Content-Type: multipart/mixed; boundary=x',
      ],
      { labels: ['INBOX', 'UNREAD', 'CATEGORY_UPDATES', 'STARRED'], threadId: hex(9) },
    )
    const { mailbox, page, json } = await setMail()
    mailbox.stock(one)
    const inbox = await json('/mailFolders/inbox')
    const list = await page('/messages')
    expect(list['@odata.context']).toMatch(/\/graph\/v1\.0\/\$metadata#users\('5a1f7c3e-[^']+'\)\/messages$/)
    const who = (name: string, address: string) => ({ emailAddress: { name, address } })
    expect(list.value).toEqual([
      {
        '@odata.etag': expect.stringMatching(/^W\/"CQAAABYAAAB/),
        id: expect.stringMatching(/^AAkALgAA/),
        createdDateTime: '2026-11-23T08:59:00Z',
        lastModifiedDateTime: '2026-11-23T08:59:00Z',
        changeKey: expect.any(String),
        categories: [],
        receivedDateTime: '2026-11-23T08:59:00Z',
        sentDateTime: '2026-11-23T08:58:30Z',
        hasAttachments: true,
        internetMessageId: '<1@work.example>',
        subject: 'Grüße',
        importance: 'normal',
        parentFolderId: inbox.id,
        conversationId: expect.stringMatching(/^AAQkAD/),
        conversationIndex: expect.any(String),
        isDeliveryReceiptRequested: null,
        isReadReceiptRequested: false,
        isRead: false,
        isDraft: false,
        webLink: expect.stringContaining('https://outlook.office365.com/owa/?ItemID=AAkALgAA'),
        inferenceClassification: 'other',
        sender: who('Dee', 'dee@work.example'),
        from: who('Bö Ek', 'bo@work.example'),
        toRecipients: [
          who('Ann', 'ann@contoso.example'),
          who('cy@work.example', 'cy@work.example'),
          who('Öz, Eva', 'eva@work.example'),
        ],
        ccRecipients: [who('fay@work.example', 'fay@work.example')],
        bccRecipients: [],
        replyTo: [who('bo+x@work.example', 'bo+x@work.example')],
        flag: { flagStatus: 'flagged' },
      },
    ])
  })

  test('has only what is selected, and its id', async () => {
    const message = await messageOf(mail(1), '/messages?$select=subject,isRead')
    expect(message).toEqual({
      '@odata.etag': expect.any(String),
      id: expect.any(String),
      subject: 'Letter 1',
      isRead: true,
    })
  })

  test('shows a sender within the organization by a name of the directory', async () => {
    const name = '/O=EXCHANGELABS/OU=EXCHANGE ADMINISTRATIVE GROUP (FYDIBOHF23SPDLT)/CN=RECIPIENTS/CN=3f2a-BO.EK'
    const { from, toRecipients } = await messageOf(
      withHeaders([`From: "Bo Ek" <${name}>`, `To: Ann <ann@contoso.example>, Cy <${name}>`]),
    )
    expect(from).toEqual({ emailAddress: { name: 'Bo Ek', address: name } })
    expect(toRecipients).toEqual([
      { emailAddress: { name: 'Ann', address: 'ann@contoso.example' } },
      { emailAddress: { name: 'Cy', address: name } },
    ])
  })

  test('of nobody has null for from and sender; a draft lacks them', async () => {
    expect(await messageOf(withHeaders(['To: ann@contoso.example']))).toMatchObject({ from: null, sender: null })
    const draft = await messageOf(withHeaders(['To: bo@work.example'], { labels: ['DRAFT'] }))
    expect(draft).toMatchObject({ isDraft: true })
    expect(draft).not.toHaveProperty('from')
  })

  test('to undisclosed recipients has none, and a date that is none is the receipt’s', async () => {
    expect(
      await messageOf(withHeaders(['From: bo@work.example', 'To: undisclosed-recipients:;', 'Date: yesterday'])),
    ).toMatchObject({ toRecipients: [], sentDateTime: '2026-11-23T08:59:00Z' })
  })

  test('tells blind copies only of what one sent oneself', async () => {
    const lines = ['From: ann@contoso.example', 'To: bo@work.example', 'Bcc: cy@work.example']
    expect((await messageOf(withHeaders(lines, { labels: ['SENT'] }))).bccRecipients).toHaveLength(1)
    expect((await messageOf(withHeaders(lines))).bccRecipients).toHaveLength(0)
  })

  test.each([
    ['text/calendar; method=REQUEST', 'Plans', 'eventMessageRequest', 'meetingRequest'],
    ['text/calendar; charset="utf-8"; method=REPLY', 'Accepted: Plans', 'eventMessageResponse', 'meetingAccepted'],
    ['text/calendar; method=REPLY', 'Tentatively Accepted: x', 'eventMessageResponse', 'meetingTenativelyAccepted'],
    ['text/calendar; method=REPLY', 'Declined: Plans', 'eventMessageResponse', 'meetingDeclined'],
    ['text/calendar; method=CANCEL', 'Plans', 'eventMessage', 'meetingCancelled'],
  ])('of the content type %s about “%s” is an %s', async (contentType, subject, type, meeting) => {
    const one = withHeaders(['From: bo@work.example', `Subject: ${subject}`, `Content-Type: ${contentType}`])
    const message = await messageOf(one)
    expect(message).toMatchObject({ '@odata.type': `#microsoft.graph.${type}`, meetingMessageType: meeting })
    const selected = await messageOf(one, '/messages?$select=subject')
    expect(selected).toMatchObject({ '@odata.type': `#microsoft.graph.${type}` })
    expect(selected).not.toHaveProperty('meetingMessageType')
  })

  test('of a calendar service or of Exchange is about a meeting whatever its content type', async () => {
    const lines = ['From: bo@work.example', 'Subject: Plans', 'Content-Type: multipart/mixed; boundary=x']
    for (const mark of [
      'Sender: Calendar <calendar-notification@calendar.example>',
      'Content-Class: urn:content-classes:calendarmessage',
    ]) {
      expect(await messageOf(withHeaders([...lines, mark]))).toMatchObject({
        '@odata.type': '#microsoft.graph.eventMessageRequest',
      })
    }
    expect(await messageOf(withHeaders(lines))).not.toHaveProperty('@odata.type')
  })
})

describe('under Mail.ReadBasic', () => {
  const names = (headers: unknown) => (Array.isArray(headers) ? headers.map(({ name }) => name) : headers)

  test('headers come only where they are selected, and never of what one sent oneself', async () => {
    expect(await messageOf(mail(1))).not.toHaveProperty('internetMessageHeaders')
    const path = '/messages?$select=internetMessageHeaders'
    expect(names((await messageOf(mail(1), path)).internetMessageHeaders)).toEqual(['From', 'To', 'Subject'])
    expect(await messageOf(mail(1, { labels: ['SENT', 'TRASH'] }), path)).not.toHaveProperty('internetMessageHeaders')
  })

  test('headers may be kept back, or refused', async () => {
    const path = '/messages?$select=id,internetMessageHeaders'
    const excluded = await messageOf(mail(1), path, { switches: { headersUnderReadBasic: 'absent' } })
    expect(excluded).not.toHaveProperty('internetMessageHeaders')
    const { read } = await setMail([1], { switches: { headersUnderReadBasic: 'refused' } })
    expect(await refusalOf(await read(path))).toEqual([403, 'ErrorAccessDenied'])
  })

  test.each(['body', 'bodyPreview', 'uniqueBody'])('selecting %s is refused, or comes to nothing', async (name) => {
    const { read } = await setMail([1])
    expect(await refusalOf(await read(`/messages?$select=id,${name}`))).toEqual([403, 'ErrorAccessDenied'])
    const message = await messageOf(mail(1), `/messages?$select=${name}`, {
      switches: { excludedUnderReadBasic: 'absent' },
    })
    expect(message).not.toHaveProperty(name)
  })

  test.each(['$search="x"', '$expand=attachments'])('%s is refused', async (option) => {
    const { read } = await setMail([1])
    expect(await refusalOf(await read(`/messages?${option}`))).toEqual([403, 'ErrorAccessDenied'])
  })

  test('Mail.Read shows the body, which is empty here', async () => {
    expect(await messageOf(mail(1), '/messages', { scope: 'Mail.Read' })).toMatchObject({
      bodyPreview: '',
      body: { contentType: 'html', content: '' },
    })
  })
})

describe('folders', () => {
  test('are those of the root, ten by default, without their well-known names', async () => {
    const { page, json, mailbox } = await setMail([1, 2], { labels: ['INBOX', 'UNREAD'] })
    mailbox.stock(mail(3))
    const root = await json('/mailFolders/msgfolderroot')
    const { value } = await page('/mailFolders')
    expect(value.map(({ displayName }) => displayName)).toEqual([
      'Archive',
      'Deleted Items',
      'Drafts',
      'Inbox',
      'Junk Email',
      'Outbox',
      'Sent Items',
      'Conversation History',
    ])
    expect(value[3]).toEqual({
      id: expect.stringMatching(/^AQMk/),
      displayName: 'Inbox',
      parentFolderId: root.id,
      childFolderCount: 0,
      unreadItemCount: 2,
      totalItemCount: 3,
      sizeInBytes: 3006,
      isHidden: false,
    })
  })

  test('of one’s own come with their nesting', async () => {
    const { mailbox, page } = await setMail()
    mailbox.stock(mail(1, { labels: ['Clients/Casamar'] }))
    mailbox.stock(mail(2, { labels: ['Clients/Kelp', 'IMPORTANT'] }))
    const { value } = await page('/mailFolders?$top=50')
    const clients = value.find(({ displayName }) => displayName === 'Clients')
    expect(clients).toMatchObject({ totalItemCount: 0, childFolderCount: 2 })
    const inside = await page(`/mailFolders/${clients?.id}/childFolders`)
    expect(inside.value).toMatchObject([
      { displayName: 'Casamar', parentFolderId: clients?.id, totalItemCount: 1 },
      { displayName: 'Kelp', parentFolderId: clients?.id, totalItemCount: 1 },
    ])
    const [casamar] = inside.value
    expect((await page(`/mailFolders/${casamar?.id}/messages?$select=subject`)).value).toMatchObject([
      { subject: 'Letter 1' },
    ])
  })

  test.each([
    ['drafts', ['DRAFT']],
    ['deleteditems', ['INBOX', 'TRASH']],
    ['deleteditems', ['SENT', 'TRASH']],
    ['junkemail', ['SPAM', 'UNREAD']],
    ['sentitems', ['SENT', 'INBOX']],
    ['inbox', ['INBOX', 'CATEGORY_PERSONAL']],
    ['inbox', ['INBOX', 'DRAFT']],
    ['inbox', ['INBOX', 'Clients']],
    ['archive', ['IMPORTANT']],
  ])('%s holds what is labelled %j', async (folder, labels) => {
    const { page } = await setMail([1], { labels })
    expect((await page(`/mailFolders/${folder}/messages`)).value).toHaveLength(1)
    expect((await page('/messages')).value).toHaveLength(1)
  })

  test('speak the language of their mailbox, and their well-known names none', async () => {
    const owner = { ...annAtWork, microsoft: { ...annAtWork.microsoft, language: 'de' } } as typeof annAtWork
    const { json } = await setMail([], { owners: [owner] })
    expect(await json('/mailFolders/InBox')).toMatchObject({ displayName: 'Posteingang' })
  })

  test('are found by ids that stay, and not by others', async () => {
    const { json, read } = await setMail([1])
    const { id } = await json('/mailFolders/inbox', '')
    expect(await json(`/mailFolders('${id}')`)).toMatchObject({ id, displayName: 'Inbox' })
    expect(await refusalOf(await read('/mailFolders/nonsense'))).toEqual([400, 'ErrorInvalidIdMalformed'])
    expect(await refusalOf(await read(`/mailFolders/${id.slice(0, -6)}AAAAA=`))).toEqual([404, 'ErrorItemNotFound'])
    expect(await refusalOf(await read('/mailFolders?$select=wellKnownName'))).toEqual([400, 'RequestBroker--ParseUri'])
  })
})

describe('a list', () => {
  test('is newest first, ten a page, and its link counts what came before', async () => {
    const { page, round } = await setMail(upTo(23))
    const pages = await round('/messages?$select=subject')
    expect(pages.map(({ value }) => value.length)).toEqual([10, 10, 3])
    expect(pages[0]?.['@odata.nextLink']).toMatch(/\/messages\?%24select=subject&%24skip=10$/)
    expect(pages.flatMap(({ value }) => value.map(({ subject }) => subject))).toEqual(
      upTo(23).map((number) => `Letter ${number}`),
    )
    expect((await page('/messages?$top=1000&$select=id')).value).toHaveLength(23)
  })

  test('shifts when letters come or go between its pages', async () => {
    const { page, mailbox } = await setMail(upTo(15))
    const first = await page('/messages?$select=subject')
    mailbox.remove(hex(1))
    const second = await page(first['@odata.nextLink'] ?? '')
    expect(second.value[0]).toMatchObject({ subject: 'Letter 12' })
  })

  test('counts what its filter lets through', async () => {
    const { page } = await setMail(upTo(20))
    const time = (number: number) => new Date(start - number * 60_000).toISOString().replace('.000', '')
    const counted = await page(
      `/mailFolders/inbox/messages?$filter=receivedDateTime ge ${time(12)} and receivedDateTime lt ${time(4)}&$count=true&$top=1&$select=id`,
    )
    expect(counted['@odata.count']).toBe(8)
    expect(counted.value).toHaveLength(1)
    expect(counted['@odata.nextLink']).toContain('%24count=true')
  })

  test.each([
    ['isRead eq false', 1],
    ['isDraft eq true', 0],
    ['receivedDateTime ge 2026-11-23 and isRead ne true', 1],
    ["internetMessageId eq ''", 3],
    ['(receivedDateTime gt 2026-11-23T09:57:30%2B01:00)', 2],
  ])('filtered by %s has %i', async (filter, count) => {
    const { mailbox, page } = await setMail([1, 2])
    mailbox.stock(mail(3, { labels: ['INBOX', 'UNREAD'] }))
    expect((await page(`/messages?$filter=${filter}&$count=true`))['@odata.count']).toBe(count)
  })

  test('is ordered by what it is filtered by first', async () => {
    const { page, read } = await setMail(upTo(3))
    const filter = '$filter=receivedDateTime ge 2026-01-01T00:00:00Z and isRead eq true'
    expect((await page(`/messages?${filter}&$orderby=receivedDateTime`)).value).toMatchObject([
      { subject: 'Letter 3' },
      { subject: 'Letter 2' },
      { subject: 'Letter 1' },
    ])
    const wrong = '$filter=isRead eq true&$orderby=receivedDateTime desc'
    expect(await refusalOf(await read(`/messages?${wrong}`))).toEqual([400, 'InefficientFilter'])
  })

  test.each([
    ['a property that there is not', '$select=meetingMessageType', 'RequestBroker--ParseUri'],
    ['an option that there is not', '$foo=1', 'RequestBroker--ParseUri'],
    ['an option twice', '$top=1&$top=2', 'RequestBroker--ParseUri'],
    ['no rows at all', '$top=0', 'RequestBroker--ParseUri'],
    ['more than a thousand rows', '$top=1001', 'RequestBroker--ParseUri'],
    ['a filter over nothing', '$filter=colour eq 1', 'RequestBroker--ParseUri'],
    ['a time that is none', '$filter=receivedDateTime ge yesterday', 'BadRequest'],
  ])('refuses %s', async (_what, query, code) => {
    const { read } = await setMail([1])
    expect(await refusalOf(await read(`/messages?${query}`))).toEqual([400, code])
  })
})

describe('an id', () => {
  const onlyId = (page: GraphPage): string => (page.value[0] as Row).id

  test('that is immutable stays when the letter moves; a regular one dies', async () => {
    const { page, read, mailbox } = await setMail([1])
    const ids = async () => [onlyId(await page('/messages?$select=id')), onlyId(await page('/messages?$select=id', ''))]
    const [immutableBefore, regularBefore] = await ids()
    expect(regularBefore).toMatch(/^AAMk/)
    mailbox.relabel(hex(1), { add: ['TRASH'], remove: ['INBOX'] })
    const [immutableAfter, regularAfter] = await ids()
    expect(immutableAfter).toBe(immutableBefore)
    expect(regularAfter).not.toBe(regularBefore)
    expect(await refusalOf(await read(`/messages/${regularBefore}`))).toEqual([404, 'ErrorItemNotFound'])
    for (const id of [immutableAfter, regularAfter]) expect((await read(`/messages/${id}`)).status).toBe(200)
    mailbox.relabel(hex(1), { add: ['INBOX'], remove: ['TRASH'] })
    expect((await ids())[1]).not.toBe(regularBefore)
    expect((await ids())[0]).toBe(immutableBefore)
  })

  test('stays when a letter is only read', async () => {
    const { page, mailbox } = await setMail([1], { labels: ['INBOX', 'UNREAD'] })
    const before = onlyId(await page('/messages', ''))
    mailbox.relabel(hex(1), { remove: ['UNREAD'] })
    expect(onlyId(await page('/messages', ''))).toBe(before)
  })

  test('is case-sensitive, and nobody else’s', async () => {
    const { page, read } = await setMail([1])
    const id = onlyId(await page('/messages'))
    expect(await refusalOf(await read(`/messages/${id.toLowerCase()}`))).toEqual([400, 'ErrorInvalidIdMalformed'])
    const elsewhere = await setMail([1], { owners: [annAtHome] })
    expect(await refusalOf(await elsewhere.read(`/messages/${id}`))).toEqual([404, 'ErrorItemNotFound'])
  })

  test('is asked for by each call anew, and the answer says what was heard', async () => {
    const { read } = await setMail([1])
    const heard = await read('/messages', 'IdType="ImmutableId", odata.maxpagesize=5')
    expect(heard.headers.get('Preference-Applied')).toBe('IdType="ImmutableId", odata.maxpagesize=5')
    expect(heard.headers.get('Content-Type')).toBe(
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    )
    expect((await read('/messages', '')).headers.get('Preference-Applied')).toBeNull()
  })
})
