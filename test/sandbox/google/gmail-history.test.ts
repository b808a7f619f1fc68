import { describe, expect, test } from 'vitest'
import { hex, mail, upTo } from '../small-world.ts'
import { setMail } from './stage.ts'

describe('history.list', () => {
  test('without a change is just the history id', async () => {
    const { json } = await setMail([1])
    expect(await json('/history?startHistoryId=1000')).toEqual({ historyId: '1000' })
  })

  test('tells of letters added, deleted and relabelled, drafts as they are', async () => {
    const { mailbox, json } = await setMail([1])
    mailbox.deliver(mail(2, { labels: ['DRAFT'] }))
    mailbox.relabel(hex(1), { add: ['TRASH'], remove: ['INBOX'] })
    mailbox.remove(hex(2))
    const stub = (number: number) => ({ id: hex(number), threadId: hex(number) })
    expect(await json('/history?startHistoryId=1000')).toEqual({
      history: [
        { id: '1003', messages: [stub(2)], messagesAdded: [{ message: { ...stub(2), labelIds: ['DRAFT'] } }] },
        {
          id: '1006',
          messages: [stub(1)],
          labelsAdded: [{ message: { ...stub(1), labelIds: ['TRASH'] }, labelIds: ['TRASH'] }],
        },
        {
          id: '1009',
          messages: [stub(1)],
          labelsRemoved: [{ message: { ...stub(1), labelIds: ['TRASH'] }, labelIds: ['INBOX'] }],
        },
        { id: '1012', messages: [stub(2)], messagesDeleted: [{ message: { ...stub(2), labelIds: ['DRAFT'] } }] },
      ],
      historyId: '1012',
    })
  })

  test('of one type still has bare records of others now and then', async () => {
    const { mailbox, json } = await setMail([1])
    for (let count = 0; count < 5; count += 1) {
      mailbox.relabel(hex(1), count % 2 === 0 ? { add: ['STARRED'] } : { remove: ['STARRED'] })
    }
    mailbox.deliver(mail(2))
    const { history } = await json('/history?startHistoryId=1000&historyTypes=messageAdded')
    expect(history).toEqual([
      { id: '1015', messages: [{ id: hex(1), threadId: hex(1) }] },
      expect.objectContaining({ id: '1018', messagesAdded: expect.anything() }),
    ])
  })

  test('of one label leaves other letters out', async () => {
    const { mailbox, json } = await setMail()
    mailbox.deliver(mail(1, { labels: ['SENT'] }))
    mailbox.deliver(mail(2))
    expect((await json('/history?startHistoryId=1000&labelId=SENT')).history).toMatchObject([{ id: '1003' }])
  })

  test('comes in pages, each with the newest history id', async () => {
    const { mailbox, json } = await setMail()
    for (const number of upTo(3)) mailbox.deliver(mail(number))
    const first = await json('/history?startHistoryId=1000&maxResults=2')
    expect(first).toMatchObject({ history: [{ id: '1003' }, { id: '1006' }], historyId: '1009' })
    const second = await json(`/history?startHistoryId=1000&maxResults=2&pageToken=${first.nextPageToken}`)
    expect(second).toMatchObject({ history: [{ id: '1009' }], historyId: '1009' })
    expect(second).not.toHaveProperty('nextPageToken')
  })

  test.each([
    ['999', 404],
    ['5000', 404],
    ['soon', 400],
  ])('answers startHistoryId=%s with %i', async (id, status) => {
    const { read } = await setMail()
    const response = await read(`/history?startHistoryId=${id}`)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toContain('details')
  })
})
