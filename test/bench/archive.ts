/** Loads an archive of so many messages and prints what it took. A program of its own: peak memory is a process's. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { loadArchive } from '../sandbox/archive/index.ts'
import { today } from './inside/trial.ts'

const body = `${'Dear Ann, this line of the letter is there to make it as long as letters are.\n'.repeat(60)}\n`

const messages = function* (count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) {
    const date = new Date(today - index * 1_500_000).toUTCString()
    const isSent = index % 3 === 0
    const other = `person.${index % 2000}@firm${index % 100}.example`
    yield `From ${index}@xxx Mon Nov 23 10:00:00 +0000 2026\nX-GM-THRID: ${1_000_000 + (index >> 1)}\nX-Gmail-Labels: ${isSent ? 'Sent' : 'Inbox'}\n` +
      `From: ${isSent ? 'ann@gmail.example' : other}\nTo: ${isSent ? other : 'ann@gmail.example'}\nDate: ${date}\nMessage-ID: <${index}@mail.example>\nSubject: About things\n\n${body}`
  }
}

const folder = await mkdtemp(join(tmpdir(), 'perennial-archive-'))
try {
  const file = join(folder, 'mail.mbox')
  await pipeline(Readable.from(messages(Number(process.argv[2]))), createWriteStream(file))
  const start = performance.now()
  await loadArchive({ mbox: [file], ics: [], me: ['ann@gmail.example'], shift: false, now: today })
  console.log(
    JSON.stringify({
      seconds: (performance.now() - start) / 1000,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
      fileMegabytes: (await stat(file)).size / 2 ** 20,
    }),
  )
} finally {
  await rm(folder, { recursive: true })
}
