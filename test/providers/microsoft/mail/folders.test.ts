import { describe, expect, test } from 'vitest'
import { beginningOfTime } from '../../../../src/model/time.ts'
import { freshWalk, type OutlookState } from '../../../../src/providers/microsoft/mail/cursor.ts'
import {
  messageOf,
  withAddresses,
  withFolders,
  withoutFolder,
} from '../../../../src/providers/microsoft/mail/folders.ts'
import { type PartialMessage, parseMessageRow } from '../../../../src/providers/microsoft/mail/parse.ts'

const empty: OutlookState = {
  startedAt: beginningOfTime,
  own: ['ann@contoso.example'],
  total: 0,
  hasHeaders: true,
  folders: { sent: 'sent', excluded: ['bin', 'junk'], parents: {}, link: null, isListed: true },
  walks: [],
  isRead: false,
  todo: [],
  round: null,
}
const folder = (id: string, parentFolderId = 'root') => ({ id, parentFolderId })
const listed = withFolders(empty, [
  folder('inbox'),
  folder('sent'),
  folder('bin'),
  folder('junk'),
  folder('projects', 'inbox'),
  folder('roof', 'projects'),
  folder('old', 'bin'),
  folder('older', 'old'),
]).state
const read = (state: OutlookState) => state.walks.map(({ id }) => id).sort()

describe('folders', () => {
  test('those of the person are read, wherever they hang; the bin and what lies in it is not', () => {
    expect(read(listed)).toEqual(['inbox', 'projects', 'roof', 'sent'])
  })

  test('a search folder holds nothing of its own', () => {
    const row = { ...folder('unread'), '@odata.type': '#microsoft.graph.mailSearchFolder' }
    expect(read(withFolders(listed, [row]).state)).toEqual(read(listed))
  })

  test('one that is found later is read too; the others stay where they stood', () => {
    const walked = {
      ...listed,
      walks: listed.walks.map((walk) => ({ ...walk, link: `after ${walk.id}`, isWalked: true })),
    }
    const { state } = withFolders(walked, [folder('new')])
    expect(state.walks.find(({ id }) => id === 'new')).toEqual(freshWalk('new'))
    expect(state.walks.find(({ id }) => id === 'inbox')?.link).toBe('after inbox')
  })

  test('one thrown into the bin takes its own along; only where letters were seen in them is anything lost', () => {
    const thrown = [folder('projects', 'bin')]
    expect(read(withFolders(listed, thrown).state)).toEqual(['inbox', 'sent'])
    expect(withFolders(listed, thrown).hasLost).toBe(false)
    const used = { ...listed, walks: listed.walks.map((walk) => ({ ...walk, rows: walk.id === 'roof' ? 1 : 0 })) }
    expect(withFolders(used, thrown).hasLost).toBe(true)
    expect(withoutFolder(used, 'roof').hasLost).toBe(true)
    expect(withoutFolder(used, 'projects').hasLost).toBe(false)
  })

  test('two that are said to lie in each other end nothing', () => {
    expect(read(withFolders(listed, [folder('a', 'b'), folder('b', 'a')]).state)).toContain('a')
  })
})

const message = (parentFolderId: string, from: string, to: string): PartialMessage => {
  const who = (address: string) => ({ emailAddress: { name: '', address } })
  const json = {
    id: 'x',
    receivedDateTime: '2026-11-02T09:11:15Z',
    parentFolderId,
    from: who(from),
    toRecipients: [who(to)],
  }
  const row = parseMessageRow(json, null)
  if (row?.kind !== 'message') throw new Error('no letter')
  return row.partial
}
const ann = 'ann@contoso.example'
const bo = 'bo@example.com'

describe('on which side a letter lies', () => {
  test.each([
    ['sent', message('sent', ann, bo), 'sent'],
    ['received', message('inbox', bo, ann), 'received'],
    ['discarded, in the bin', message('bin', bo, ann), 'discarded'],
    ['discarded, in a folder that was thrown away', message('older', bo, ann), 'discarded'],
    ['sent, and filed', message('roof', ann, bo), 'sent'],
    ['received, and filed', message('roof', bo, ann), 'received'],
    ['received by its own author', message('inbox', ann, ann), 'received'],
  ])('%s', (_, one, box) => {
    expect(messageOf(listed, one).box).toBe(box)
  })

  test('what lies in the inbox, or was checked on its way, was not sent from here whoever it says it is from', () => {
    const state = { ...listed, folders: { ...listed.folders, inbox: 'inbox' } }
    expect(messageOf(state, message('inbox', ann, bo)).box).toBe('received')
    expect(messageOf(state, message('roof', ann, bo)).box).toBe('sent')
    const checked = {
      ...message('roof', ann, bo),
      headers: [['Authentication-Results', 'spf=fail; dmarc=fail']] as const,
    }
    expect(messageOf(state, checked).box).toBe('received')
  })

  test('an address that letters were sent from is the owner’s, also where such a letter is filed', () => {
    const filed = message('roof', 'berg@studio.example', bo)
    expect(messageOf(listed, filed).box).toBe('received')
    const learned = withAddresses(listed, [message('sent', 'berg@studio.example', bo), message('inbox', bo, ann)])
    expect(learned.own).toEqual([ann, 'berg@studio.example'])
    expect(messageOf(learned, filed).box).toBe('sent')
  })
})
