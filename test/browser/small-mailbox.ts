/** A mailbox small enough to be read in a moment: some forty people, each with a rhythm of their own. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const owner = { name: 'Lena Marquardt', address: 'lena@northlight.example' }

const day = 86_400_000
const given = [
  'Ingrid',
  'Jonas',
  'Amara',
  'Rania',
  'Yusuf',
  'Carla',
  'Tomás',
  'Simon',
  'Noor',
  'Ruth',
  'Søren',
  'Núria',
]
const family = ['Solheim', 'Weidner', 'Nwosu', 'Marquardt']
const domains = ['northlight.example', 'kastanie.example', 'solheim.example', 'gmail.com']

/** Writes it to a file that `npm start -- --mbox` reads. The last message is of today; the people numbered in `waiting` wrote it last. */
export const writeSmallMailbox = async (waiting: readonly number[] = []): Promise<string> => {
  const messages = Array.from({ length: 40 }, (_, index) => messagesWith(index, waiting.includes(index))).flat()
  messages.sort((a, b) => a.at - b.at)
  const folder = await mkdtemp(join(tmpdir(), 'perennial-'))
  const file = join(folder, 'small.mbox')
  await writeFile(file, messages.map(({ text }) => text).join('\n'))
  return file
}

const personNumbered = (index: number): string => {
  const first = given[index % given.length] ?? ''
  const last = family[Math.floor(index / given.length) % family.length] ?? ''
  const local = `${first}.${last}`
    .normalize('NFKD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase()
  return `${first} ${last} <${local}${index}@${domains[index % domains.length]}>`
}

/** A message and its answer every so often, over two years; with every third somebody it stopped long ago. */
const messagesWith = (index: number, isWaiting: boolean) => {
  const person = personNumbered(index)
  const rhythm = 9 + 2 * index
  const silence = index % 3 === 0 ? 5 * rhythm : index % 11
  const me = `${owner.name} <${owner.address}>`
  const times = Math.min(24, Math.floor((700 - silence) / rhythm))
  return Array.from({ length: Math.max(1, times) }, (_, turn) => {
    const at = Date.now() - (silence + turn * rhythm) * day
    const id = `${index}-${turn}`
    return [
      message({ from: person, to: me, at: at - day / 4, id: `${id}a`, answers: null }),
      ...(isWaiting && turn === 0 ? [] : [message({ from: me, to: person, at, id: `${id}b`, answers: `${id}a` })]),
    ]
  }).flat()
}

const message = (of: {
  readonly from: string
  readonly to: string
  readonly at: number
  readonly id: string
  readonly answers: string | null
}) => {
  const date = new Date(of.at).toUTCString()
  const headers = [
    `From: ${of.from}`,
    `To: ${of.to}`,
    `Date: ${date}`,
    `Message-ID: <${of.id}@mail.example>`,
    ...(of.answers === null ? [] : [`In-Reply-To: <${of.answers}@mail.example>`]),
    `Subject: ${of.answers === null ? '' : 'Re: '}Kelp tariff review`,
  ]
  return { at: of.at, text: `From someone@mail.example ${date}\n${headers.join('\n')}\n\nHello\n` }
}
