/**
 * People and things that mail and calendars mix up: names of many traditions, namesakes, other addresses of the owner's own, and
 * programs and rooms among the guests of a meeting. All of them are on good terms and in rhythm, so no report is about them.
 */
import type { Correspondence } from './correspondence.ts'
import { type Correspondent, correspondent, mailbox } from './correspondents.ts'
import { planMail } from './letter-plan.ts'
import { mailClients } from './mail-clients.ts'
import { heldMeeting } from './meetings.ts'
import { herself, owner } from './owner.ts'
import { apart, type Setting } from './setting.ts'
import { keepInTouch } from './story-ties.ts'

/** A person whose name is written otherwise than given name first, or is no two words of ASCII. */
export interface NamedOtherwise {
  readonly name: string
  readonly address: string
  /** What a friend would greet them with. */
  readonly given: string
}

export const peopleNamedOtherwise: readonly NamedOtherwise[] = [
  { name: 'Nguyễn Thị Minh Khai', address: 'minhkhai.nguyen@song-hong.example', given: 'Khai' },
  { name: 'Trần Văn Đức', address: 'duc.tran@webmail.example', given: 'Đức' },
  { name: '김민준', address: 'minjun.kim@hangang.example', given: '민준' },
  { name: 'Park Ji-won', address: 'jiwon.park@hangang.example', given: 'Ji-won' },
  { name: 'Szabó Katalin', address: 'szabo.katalin@dunapart.example', given: 'Katalin' },
  { name: '王小明', address: 'xiaoming.wang@changjiang.example', given: '小明' },
  { name: 'CHEN Meiling', address: 'meiling.chen@changjiang.example', given: 'Meiling' },
  { name: '山田 太郎', address: 'taro.yamada@asagao.example', given: '太郎' },
  { name: 'María del Carmen García Márquez', address: 'mcarmen.garcia@correo.example', given: 'María del Carmen' },
  { name: 'João dos Santos Pereira', address: 'joao.pereira@correo.example', given: 'João' },
  { name: 'Jan van der Berg', address: 'jan.vanderberg@grachtenhuis.example', given: 'Jan' },
  { name: 'Jón Þór Gunnarsson', address: 'jon.thor@postbox.example', given: 'Jón Þór' },
  { name: 'Yusuf al-Rashid', address: 'yusuf.alrashid@mailhaus.example', given: 'Yusuf' },
]

/** Two people of one name, in touch in the same weeks. */
export const samelyNamed: readonly NamedOtherwise[] = [
  { name: 'Julia Neumann', address: 'julia.neumann@openfields.example', given: 'Julia' },
  { name: 'Julia Neumann', address: 'j.neumann@paperkite.example', given: 'Julia' },
]

/** Addresses that reach the owner, or are hers elsewhere, and from which nothing in this mailbox was sent. */
export const addressesOfHerOwn = {
  /** Only receives. */
  alias: 'hello@marquardt.example',
  tagged: 'lena+talks@marquardt.example',
  /** A mailbox of hers at another host. */
  elsewhere: 'lena.marquardt@postbox.example',
}

/** Guests that are no people: programs that take notes, and rooms invited like anybody else. */
export const guestsThatAreNobody: readonly { readonly name: string; readonly address: string }[] = [
  { name: "Lena's Notetaker (Scribe.test)", address: 'fred@scribe.test' },
  { name: 'Otto AI Meeting Assistant', address: 'hey@otto-notes.test' },
  { name: 'Meeting Recorder', address: 'recorder@meetings.test' },
  { name: 'Boardroom 2 (8 seats)', address: 'boardroom2@marquardt.example' },
]

export const tellOthers = (setting: Setting): Correspondence => {
  const ties = everyone.map((who, index) => tieWith(who, index, apart(setting, who.address)))
  const [first, second] = everyone
  const own = first === undefined || second === undefined ? [] : ofHerOwn([first, second], apart(setting, 'own'))
  return {
    mails: [...ties.flatMap(({ mails }) => mails), ...own],
    meetings: [...ties.flatMap(({ meetings }) => meetings), ...withNobody(apart(setting, 'guests'))],
  }
}

const clients = [mailClients.webMail, mailClients.apple, mailClients.phone, mailClients.thunderbird]

const everyone: readonly Correspondent[] = [...peopleNamedOtherwise, ...samelyNamed].map(({ name, address }, index) =>
  correspondent({ name, address, client: clients[index % clients.length] ?? mailClients.webMail }),
)

const tieWith = (who: Correspondent, index: number, setting: Setting): Correspondence =>
  keepInTouch(
    { who, first: -330, last: -8 - 2 * (index % 8), gapDays: 55, jitterDays: 5, meets: 0, topic: 'friend' },
    setting,
  )

/** What friends send to her other addresses, and what she sends herself from elsewhere. */
const ofHerOwn = ([one, other]: readonly [Correspondent, Correspondent], setting: Setting) => {
  const { days, chance } = setting
  const { alias, tagged, elsewhere } = addressesOfHerOwn
  const herElsewhere = correspondent({ name: owner.name, address: elsewhere, client: mailClients.phone })
  const to = [mailbox('Lena', alias, herself.client.encoding)]
  const note = { from: herElsewhere, to: [herself.mailbox], subject: 'Note to self' }
  return [
    planMail({ at: days.at(-118, 10.5), from: one, to, subject: 'Found you through your page' }, chance),
    planMail(
      { at: days.at(-96, 11.2), from: one, to: [herself.mailbox, ...to], subject: 'Both of your addresses' },
      chance,
    ),
    planMail({ at: days.at(-75, 16.1), from: other, to: [tagged], subject: 'The slides you asked for' }, chance),
    planMail(
      { at: days.at(-61, 9.4), from: other, to: [herself.mailbox], cc: [herElsewhere.mailbox], subject: 'In copy' },
      chance,
    ),
    ...[-52, -33, -14].map((day) => planMail({ ...note, at: days.at(day, 21.3) }, chance)),
  ]
}

/** A monthly talk of two, at which a program or a room is a guest too. */
const withNobody = (setting: Setting) =>
  everyone.slice(2, 2 + guestsThatAreNobody.length).map((who, index) => {
    const { name, address } = guestsThatAreNobody[index] ?? { name: '', address: '' }
    const guest = correspondent({ name, address, client: mailClients.webMail })
    const day = setting.days.workday(-20 - index)
    const talk = {
      day,
      hour: 15,
      minutes: 45,
      summary: 'Catching up',
      others: [who, guest],
      organizer: 'owner' as const,
    }
    return heldMeeting(talk, setting)
  })
