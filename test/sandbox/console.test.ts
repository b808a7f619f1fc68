import { describe, expect, test, vi } from 'vitest'
import { note, origin, plain, setConsole } from './console/stage.ts'
import { ann, bo, mail } from './small-world.ts'
import { quietWeather } from './world.ts'

describe('the desk', () => {
  test('says what it is, whose mailbox there is, and the time where its owner is', async () => {
    const { read, mailbox } = setConsole()
    mailbox.stock(mail(1))
    const page = plain(await read('/'))
    expect(page).toContain('nothing leaves this machine')
    expect(page).toContain('ann@gmail.example, with 1 letter and 0 meetings')
    expect(page).toContain('In Stockholm it is\nMonday 23 November 2026, 10:00')
    expect(page).toContain('Moves the clock to Monday 30 November 2026, 08:00')
  })

  test('has a section for each mailbox', async () => {
    const page = await setConsole({ owners: [ann, bo] }).read('/')
    expect(page).toContain('Ann Berg’s mailbox')
    expect(page).toContain('Bo Ek’s mailbox')
  })

  test('brings on Monday in the owner’s zone, waits, and leads to the inbox once the mail is there', async () => {
    const { pressed, open, controls, sendMail } = setConsole()
    const waiting = await pressed('/console/monday', { mailbox: '0' })
    expect(controls.fireMonday).toHaveBeenCalledExactlyOnceWith('Europe/Stockholm')
    expect((await open(waiting)).status).toBe(200)
    await sendMail()
    expect((await open(waiting)).headers.get('location')).toBe('/gmail/u/0/inbox?done=monday')
  })

  test('brings on one Monday for all mailboxes in a zone, and leads to whichever the mail came to', async () => {
    const atWork = { ...bo, address: 'work@contoso.example' }
    const { pressed, read, open, sendMail } = setConsole({ owners: [atWork, ann] })
    expect((await read('/')).match(/Bring on Monday/g)).toHaveLength(1)
    const waiting = await pressed('/console/monday', { mailbox: '0' })
    await sendMail()
    expect((await open(waiting)).headers.get('location')).toBe('/gmail/u/1/inbox?done=monday')
  })

  test('takes no mail from before Monday for Monday’s, and no answer of a person', async () => {
    const { pressed, open, mailbox, sendMail } = setConsole()
    await sendMail()
    const sent = await pressed('/gmail/mail/', note)
    const waiting = await pressed('/console/monday', { mailbox: '0' })
    await pressed(`${sent.split('?')[0]}/answer`)
    expect(mailbox.newestFirst).toHaveLength(3)
    expect((await open(waiting)).status).toBe(200)
  })

  test('waits no longer than twenty looks', async () => {
    const { pressed, read } = setConsole()
    const waiting = await pressed('/console/monday', { mailbox: '0' })
    const refresh = (page: string) => /content="1; url=([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    let looks = 0
    let page = await read(waiting)
    for (let next = refresh(page); next !== undefined; next = refresh(page)) {
      looks += 1
      page = await read(next)
    }
    expect(looks).toBe(20)
    expect(page).toContain('No email has come')
  })

  test('says what went wrong where the product fails, and does not hang with it', async () => {
    const failing = setConsole({ controls: { fireCron: () => Promise.reject(new Error('no such <table>')) } })
    const failed = await failing.press('/console/sync', { back: '/' })
    expect(failed.status).toBe(502)
    expect(await failed.text()).toContain('no such &lt;table&gt;')
    vi.useFakeTimers()
    const hanging = setConsole({ controls: { fireMonday: () => new Promise(() => undefined) } })
    const hung = hanging.press('/console/monday', { mailbox: '0' })
    await vi.advanceTimersByTimeAsync(20_000)
    vi.useRealTimers()
    expect((await hung).status).toBe(502)
  })

  test('runs the next sync and leads back to where it was asked for, never to another site', async () => {
    const { pressed, controls } = setConsole()
    expect(await pressed('/console/sync', { back: '/gmail/u/0/letter/1?from=sent' })).toBe(
      '/gmail/u/0/letter/1?from=sent&done=synced',
    )
    for (const back of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '/..//x//evil.example',
      'evil:x',
    ]) {
      expect(new URL(await pressed('/console/sync', { back }), origin).host).toBe('localhost:8788')
    }
    expect(controls.fireCron).toHaveBeenCalledTimes(6)
  })

  test('makes the weather, within bounds, and clears the sky', async () => {
    const { press, pressed, world, read } = setConsole()
    await pressed('/console/weather', { throttle: '3', outage: '-1', nonsense: 'x', breakOff: '99999', slow: '250' })
    expect(world.weather).toEqual({ ...quietWeather(), throttle: 3, breakOff: 1000, slow: 250 })
    expect(await read('/')).toContain('3 more calls will be refused as too many')
    await pressed('/console/weather/expire')
    await pressed('/console/weather/revoke')
    expect(world.weather).toMatchObject({ expireCursors: true, revoked: true, throttle: 3 })
    await pressed('/console/weather/give-back')
    expect(world.weather.revoked).toBe(false)
    expect((await press('/console/weather/rain')).status).toBe(404)
    await pressed('/console/weather/clear')
    expect(world.weather).toEqual(quietWeather())
  })

  test('lets an administrator block, and the application’s secret run out, until it is told otherwise', async () => {
    const { pressed, world, read } = setConsole()
    await pressed('/console/weather/block')
    await pressed('/console/weather/expire-secret')
    expect(world.weather).toEqual({ ...quietWeather(), administratorBlocks: true, secretExpired: true })
    const page = await read('/')
    expect(page).toContain(
      'An administrator lets no work account use Perennial; Perennial’s secret at Microsoft has run out.',
    )
    expect(page).toContain('Let the administrator allow it')
    await pressed('/console/weather/unblock')
    await pressed('/console/weather/renew-secret')
    expect(world.weather).toEqual(quietWeather())
  })

  test('says as what each mailbox can be connected', async () => {
    const atWork = { ...bo, reachedThrough: ['microsoft'], address: 'bo@contoso.example' } as const
    const page = await setConsole({ owners: [ann, atWork] }).read('/')
    expect(page).toContain('Perennial can connect it as an account at Google or as a personal account at Microsoft.')
    expect(page).toContain('Perennial can connect it as a work account at Microsoft.')
  })

  test.each([
    ['a form on another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form on another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['an origin that is another', { origin: 'https://evil.example' }, 403],
    ['a form of its own', { 'sec-fetch-site': 'same-origin' }, 303],
  ])('takes a press from %s as it should', async (_from, headers, status) => {
    const { press, controls } = setConsole()
    expect((await press('/console/sync', {}, headers)).status).toBe(status)
    expect(controls.fireCron).toHaveBeenCalledTimes(status === 303 ? 1 : 0)
  })

  test('shows nothing under a name that is not its own', async () => {
    const { open, mailbox } = setConsole()
    mailbox.stock(mail(1))
    expect((await open('http://rebound.example:8788/gmail/')).status).toBe(421)
    expect((await open('http://127.0.0.1:8788/gmail/')).status).toBe(200)
  })
})
