/** One world, two providers: whoever reads the same mailbox through either finds the same letters and the same meetings. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadArchive } from './archive/index.ts'
import { createGoogle } from './google/index.ts'
import * as googleStage from './google/stage.ts'
import { createMicrosoft } from './microsoft/index.ts'
import * as microsoftStage from './microsoft/stage.ts'
import { type GraphPage, linkOf, type Row } from './microsoft/stage.ts'
import { populate } from './population/index.ts'
import { giveConsent } from './service/visitor.ts'
import { start } from './small-world.ts'
import { World } from './world.ts'

const clock = { time: start, now: () => clock.time }
const mailbox = populate({ seed: 3, now: start, messages: 600, years: 1 })
const { owner } = mailbox
const world = new World(clock, [mailbox])
const google = createGoogle(world, { origin: googleStage.origin, clients: [googleStage.client], quota: 1e9 })
const microsoft = createMicrosoft(world, { origin: microsoftStage.origin, clients: [microsoftStage.client] })

const googleToken = async (): Promise<string> => {
  const address = googleStage.authorizationAddress({
    scope: `${googleStage.gmailMetadata} ${googleStage.calendarEvents}`,
  })
  const callback = await giveConsent(address, { fetch: (request) => google.fetch(request), account: owner.address })
  const tokens = await googleStage.tokenCall(google, googleStage.exchange(callback))
  return (await tokens.json<{ access_token: string }>()).access_token
}

const microsoftToken = async (): Promise<string> =>
  (await microsoftStage.signIn(microsoft, { scope: 'Mail.ReadBasic Calendars.ReadBasic' }, { account: owner.address }))
    .access_token

/** A letter in words of both: which, from which side, and when. */
const said = (messageId: string, isSent: boolean, at: number): string =>
  `${messageId} ${isSent ? 'sent' : 'received'} ${new Date(Math.floor(at / 1000) * 1000).toISOString()}`

const readGmail = async (token: string) => {
  const get = async <T>(path: string) =>
    (
      await google.request(`${googleStage.origin}/api/gmail/v1/users/me${path}`, {
        headers: { Authorization: `Bearer ${token}` },
      })
    ).json<T>()
  const mails: string[] = []
  let next: string | undefined = ''
  while (next !== undefined) {
    const list: { messages?: { id: string }[]; nextPageToken?: string } = await get(
      `/messages?maxResults=500${next === '' ? '' : `&pageToken=${next}`}`,
    )
    for (const { id } of list.messages ?? []) {
      const { labelIds, internalDate, payload } = await get<{
        labelIds: string[]
        internalDate: string
        payload: { headers?: { value: string }[] }
      }>(`/messages/${id}?format=metadata&metadataHeaders=Message-ID`)
      if (labelIds.includes('DRAFT')) continue
      mails.push(said(payload.headers?.[0]?.value ?? '', labelIds.includes('SENT'), Number(internalDate)))
    }
    next = list.nextPageToken
  }
  return mails.sort()
}

const graph = (token: string) => async (path: string) => {
  const answer = await microsoft.request(path.startsWith('http') ? path : `${microsoftStage.graphRoot}/me${path}`, {
    headers: { Authorization: `Bearer ${token}`, Prefer: 'IdType="ImmutableId", odata.maxpagesize=200' },
  })
  return answer.json<GraphPage & Row>()
}

const wholeRound = async (get: ReturnType<typeof graph>, path: string) => {
  let page = await get(path)
  const rows = [...page.value]
  while (page['@odata.nextLink'] !== undefined) {
    page = await get(page['@odata.nextLink'])
    rows.push(...page.value)
  }
  return { rows, link: linkOf(page) }
}

const select = '$select=internetMessageId,receivedDateTime,parentFolderId,isDraft'

const readGraph = async (token: string) => {
  const get = graph(token)
  const left = await Promise.all(
    ['deleteditems', 'junkemail', 'drafts', 'outbox'].map((name) => get(`/mailFolders/${name}`)),
  )
  const sent = await get('/mailFolders/sentitems')
  const folders = (await wholeRound(get, '/mailFolders/delta')).rows.filter(({ id }) =>
    left.every((one) => one.id !== id),
  )
  const mails = new Map<string, string>()
  for (const { id: folder } of folders) {
    const { rows } = await wholeRound(get, `/mailFolders/${folder}/messages/delta?${select}`)
    for (const { id, internetMessageId, receivedDateTime, isDraft } of rows) {
      if (isDraft === true) continue
      mails.set(id, said(String(internetMessageId ?? ''), folder === sent.id, Date.parse(String(receivedDateTime))))
    }
  }
  return [...mails.values()].sort()
}

describe('the same world', () => {
  test('has the same letters, sent and received at the same times, through either', async () => {
    const through = [await readGmail(await googleToken()), await readGraph(await microsoftToken())]
    expect(through[0]?.length).toBeGreaterThan(400)
    expect(through[1]).toEqual(through[0])
  })

  test('has the same meetings with the same people, through either', async () => {
    const window = { from: start - 400 * 86_400_000, until: start + 60 * 86_400_000 }
    const [from, until] = [new Date(window.from).toISOString(), new Date(window.until).toISOString()]
    const meeting = (at: number, people: readonly string[]): string =>
      `${new Date(at).toISOString()} ${people.join(' ')}`
    const events = await google.request(
      `${googleStage.origin}/api/calendar/v3/calendars/primary/events?singleEvents=true&maxResults=2500&timeMin=${from}&timeMax=${until}&timeZone=UTC`,
      { headers: { Authorization: `Bearer ${await googleToken()}` } },
    )
    const { items } = await events.json<{
      items: { start: { dateTime?: string }; attendees?: { email: string }[] }[]
    }>()
    const throughGoogle = items
      .filter(({ attendees, start: begins }) => attendees !== undefined && begins.dateTime !== undefined)
      .map(({ start: begins, attendees }) =>
        meeting(Date.parse(begins.dateTime ?? ''), (attendees ?? []).map(({ email }) => email).sort()),
      )
    const get = graph(await microsoftToken())
    const { rows } = await wholeRound(get, `/calendarView?startDateTime=${from}&endDateTime=${until}&$top=500`)
    type Address = { emailAddress: { address: string } }
    const throughMicrosoft = (rows as unknown as EventRow[])
      .filter(({ attendees, isAllDay, isCancelled }) => attendees.length > 0 && !isAllDay && !isCancelled)
      .map(({ attendees, organizer, start: begins }) =>
        meeting(
          Date.parse(`${begins.dateTime}Z`),
          [...new Set([organizer, ...attendees].map(({ emailAddress }: Address) => emailAddress.address))].sort(),
        ),
      )
    expect(throughGoogle.length).toBeGreaterThan(100)
    expect(throughMicrosoft.sort()).toEqual(throughGoogle.sort())
  })

  interface EventRow {
    readonly attendees: readonly { emailAddress: { address: string } }[]
    readonly organizer: { emailAddress: { address: string } }
    readonly start: { dateTime: string }
    readonly isAllDay: boolean
    readonly isCancelled: boolean
  }

  test('forgets the cursors of both at once', async () => {
    const get = graph(await microsoftToken())
    const { link } = await wholeRound(get, `/mailFolders/inbox/messages/delta?${select}`)
    const token = await googleToken()
    const history = () =>
      google.request(`${googleStage.origin}/api/gmail/v1/users/me/history?startHistoryId=${before}`, {
        headers: { Authorization: `Bearer ${token}` },
      })
    const before = mailbox.sequence
    expect((await history()).status).toBe(200)
    world.weather.expireCursors = true
    expect(await get(link)).toMatchObject({ error: { code: 'SyncStateNotFound' } })
    expect((await history()).status).toBe(404)
  })
})

test('a person’s own files can be read through either', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'own-'))
  try {
    const file = join(folder, 'mail.mbox')
    const mail = (labels: string, from: string, to: string, id: string) =>
      `From x Mon Nov  2 10:11:12 2026\nX-Gmail-Labels: ${labels}\nFrom: ${from}\nTo: ${to}\nDate: Mon, 2 Nov 2026 10:11:12 +0100\nMessage-ID: <${id}>\n\nHello\n\n`
    await writeFile(
      file,
      mail('Sent', 'ada@firm.example', 'bo@x.example', '1') + mail('Inbox', 'bo@x.example', 'ada@firm.example', '2'),
    )
    const options = { mbox: [file], ics: [], me: [], shift: false, now: start }
    const { mailbox: own } = await loadArchive(options)
    const here = createMicrosoft(new World(clock, [own]), {
      origin: microsoftStage.origin,
      clients: [microsoftStage.client],
    })
    const { access_token } = await microsoftStage.signIn(
      here,
      { scope: 'Mail.ReadBasic' },
      { account: 'ada@firm.example' },
    )
    for (const [folderName, id] of [
      ['sentitems', '<1>'],
      ['inbox', '<2>'],
    ]) {
      const answer = await here.request(`${microsoftStage.graphRoot}/me/mailFolders/${folderName}/messages`, {
        headers: { Authorization: `Bearer ${access_token}` },
      })
      expect((await answer.json<GraphPage>()).value).toMatchObject([{ internetMessageId: id }])
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
