import { describe, expect, test } from 'vitest'
import { parseMessageRow, withHeaders } from '../../../../src/providers/microsoft/mail/parse.ts'

const who = (name: string, address: string) => ({ emailAddress: { name, address } })
const message = {
  '@odata.type': '#microsoft.graph.message',
  id: 'AAkALgAA',
  receivedDateTime: '2026-11-02T09:11:15Z',
  subject: 'Lunch?',
  internetMessageId: '<abc@mail.example.com>',
  conversationId: 'AAQkAD',
  parentFolderId: 'inbox-id',
  isDraft: false,
  sender: who('Bo Ek', 'bo@example.com'),
  from: who('Bo Ek', 'bo@example.com'),
  toRecipients: [who('Ann', 'ann@contoso.example')],
  ccRecipients: [],
  bccRecipients: [],
  replyTo: [],
}
const messageOf = (change: object) => {
  const row = parseMessageRow({ ...message, ...change }, 'folder')
  if (row?.kind !== 'message') throw new Error(`no message: ${row?.kind}`)
  return row.partial
}

describe('a row of a delta of messages', () => {
  test('a message is one with its folder and what Graph tells of its headers', () => {
    const mail = messageOf({})
    expect(mail).toMatchObject({ id: 'AAkALgAA', threadId: 'AAQkAD', folder: 'inbox-id' })
    expect(mail.receivedAt).toBe(Date.UTC(2026, 10, 2, 9, 11, 15) / 1000)
    expect(mail.from).toMatchObject({ name: 'Bo Ek', address: 'bo@example.com' })
    expect(Object.fromEntries(mail.headers)).toEqual({
      From: '"Bo Ek" <bo@example.com>',
      Subject: 'Lunch?',
      'Message-ID': '<abc@mail.example.com>',
    })
  })

  test.each([
    ['a draft', { isDraft: true }, 'other'],
    ['an invitation', { '@odata.type': '#microsoft.graph.eventMessageRequest' }, 'other'],
    ['an answer to one', { '@odata.type': '#microsoft.graph.eventMessageResponse' }, 'other'],
    ['what left the folder', { '@removed': { reason: 'deleted' } }, 'gone'],
  ])('%s is no message', (_, change, kind) => {
    expect(parseMessageRow({ ...message, ...change }, 'folder')?.kind).toBe(kind)
  })

  test('a row that holds only what changed says too little', () => {
    expect(parseMessageRow({ id: 'AAkALgAA', isRead: true, parentFolderId: 'inbox-id' }, 'inbox-id')).toEqual({
      kind: 'partial',
      id: 'AAkALgAA',
    })
  })

  test('what is no message is nothing', () => {
    for (const json of [null, 7, [], {}, { id: '' }]) expect(parseMessageRow(json, 'folder')).toBeNull()
  })

  test('X.500 names are nobody that could be written to; a sender may stand in for such an author', () => {
    const inside = who('Cy', '/O=EXCHANGELABS/OU=EXCHANGE ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=CY')
    const mail = messageOf({ from: inside, toRecipients: [inside, who('Di', 'di@example.com'), who('', '')] })
    expect(mail.from?.address).toBe('bo@example.com')
    expect(mail.to.map(({ address }) => address)).toEqual(['di@example.com'])
    expect(messageOf({ from: inside, sender: inside }).from).toBeNull()
    expect(messageOf({ from: null, sender: null }).from).toBeNull()
  })

  test('an address that stands for a name is none', () => {
    expect(messageOf({ from: who('Bo@Example.com', 'bo@example.com') }).from?.name).toBe('')
  })

  test('given headers count, those worth reading; what Graph tells elsewhere fills their gaps', () => {
    const internetMessageHeaders = [
      { name: 'Received', value: 'from somewhere' },
      { name: 'List-Id', value: '<choir.lists.example>' },
      { name: 'subject', value: '=?utf-8?q?Lunch=3F?=' },
      { name: 'X-Broken' },
      null,
    ]
    expect(withHeaders(messageOf({}), { internetMessageHeaders }).headers).toEqual([
      ['List-Id', '<choir.lists.example>'],
      ['subject', '=?utf-8?q?Lunch=3F?='],
      ['From', '"Bo Ek" <bo@example.com>'],
      ['Message-ID', '<abc@mail.example.com>'],
    ])
    expect(withHeaders(messageOf({}), {})).toEqual(messageOf({}))
  })
})
