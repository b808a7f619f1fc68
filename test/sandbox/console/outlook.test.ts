/** Outlook's addresses lead into the webmail, as its own do. */
import { describe, expect, test } from 'vitest'
import { itemId } from '../microsoft/ids.ts'
import { annAtHome, annAtWork } from '../microsoft/stage.ts'
import { ann, hex, mail } from '../small-world.ts'
import { fieldValue, note, onlyMessage, setConsole, textArea } from './stage.ts'

const owners = [ann, annAtWork, annAtHome] as const
const work = '/outlook/mail/deeplink/compose'
const personal = '/outlook/mail/0/deeplink/compose'

describe('Outlook’s compose window', () => {
  test.each([
    [work, annAtWork],
    [personal, ann],
    ['/outlook/mail/1/deeplink/compose', annAtHome],
    [`${work}?login_hint=ANN%40outlook.example`, annAtHome],
  ])('at %s writes from the account that lives there', async (path, { name, address }) => {
    expect(await setConsole({ owners }).read(path)).toContain(`From ${name}, ${address}`)
  })

  test('is filled in to the last character: a plus is a plus, and %20 a space', async () => {
    const { read } = setConsole({ owners })
    const text = '1 + 1 = 2 & <b>"so"</b> it’s 100 %\r\n\r\nGrüße 🌱'
    const query = `to=${encodeURIComponent('bo+x@work.example')}&subject=A+B%20%26%20C&body=${encodeURIComponent(text)}&cc=cy%40work.example`
    for (const path of [work, personal]) {
      const page = await read(`${path}?${query}`)
      expect([fieldValue(page, 'to'), fieldValue(page, 'cc'), fieldValue(page, 'subject')]).toEqual([
        'bo+x@work.example',
        'cy@work.example',
        'A+B & C',
      ])
      expect(textArea(page)).toBe(text.replaceAll('\r\n', '\n'))
    }
  })

  test('sends from the mailbox whose window it is, into Sent there', async () => {
    const { pressed, read, world } = setConsole({ owners })
    const page = await read(work)
    const account = /name="authuser" value="([^"]*)"/.exec(page)?.[1] ?? ''
    await pressed('/gmail/mail/', { ...note, authuser: account })
    const [own, atWork] = world.mailboxes
    expect(own?.size).toBe(0)
    expect(atWork === undefined ? null : onlyMessage(atWork, 'SENT').headers).toContain(
      'From: Ann Berg <ann@contoso.example>',
    )
  })

  test('takes whoever there is where nobody has such an account, and nobody where the hint is a stranger’s', async () => {
    const { read, open } = setConsole({ owners: [annAtHome] })
    expect(await read(work)).toContain(annAtHome.address)
    expect((await open(`${work}?login_hint=nobody%40contoso.example`)).status).toBe(404)
    expect((await open('/outlook/mail/7/deeplink/compose')).status).toBe(404)
    expect((await open('/outlook/calendar')).status).toBe(404)
  })
})

test('a webLink of Graph’s leads to the letter', async () => {
  const { open, world } = setConsole({ owners })
  const [, atWork] = world.mailboxes
  atWork?.stock(mail(1))
  if (atWork === undefined) throw new Error('nobody is at work')
  const id = itemId(atWork, { kind: 'message', id: hex(1), place: null })
  const link = `/outlook/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`
  expect((await open(link)).headers.get('location')).toBe(`/gmail/u/1/letter/${hex(1)}`)
  expect((await open('/outlook/owa/?ItemID=x')).status).toBe(404)
})
