/** The habits of mail programs: which fields they write, in which order, spelled how. All of it data. */
import { base32, type Chance, hexadecimal } from './chance.ts'
import type { Encoding } from './encoded-word.ts'

export type Field = 'from' | 'to' | 'cc' | 'subject' | 'date' | 'messageId' | 'inReplyTo' | 'references' | 'contentType'

export interface MailClient {
  readonly name: string
  /** A field as the client spells its name, or a whole line of its own. */
  readonly lines: readonly (string | readonly [spelling: string, field: Field])[]
  readonly encoding: Encoding
  /** What it puts before the subject of an answer. */
  readonly replyPrefix: string
  readonly messageId: (chance: Chance, domain: string) => string
  readonly contentType: (chance: Chance) => string
}

const utf8B: Encoding = { charset: 'utf-8', scheme: 'B' }
const utf8Q: Encoding = { charset: 'utf-8', scheme: 'Q' }

const uuid = (chance: Chance): string => [8, 4, 4, 4, 12].map((length) => chance.token(length, hexadecimal)).join('-')

const alternative = (boundary: string): string => `multipart/alternative; boundary="${boundary}"`

/** The web mail the owner herself writes in, as many of her friends do. */
export const webMail: MailClient = {
  name: 'web mail',
  lines: [
    'MIME-Version: 1.0',
    ['References', 'references'],
    ['In-Reply-To', 'inReplyTo'],
    ['From', 'from'],
    ['Date', 'date'],
    ['Message-ID', 'messageId'],
    ['Subject', 'subject'],
    ['To', 'to'],
    ['Cc', 'cc'],
    ['Content-Type', 'contentType'],
  ],
  encoding: utf8Q,
  replyPrefix: 'Re: ',
  messageId: (chance) => `<CA${chance.token(26)}@mail.webmail.example>`,
  contentType: (chance) => alternative(`000000000000${chance.token(16, hexadecimal)}`),
}

const appleMail: MailClient = {
  name: 'Apple Mail',
  lines: [
    ['From', 'from'],
    ['Content-Type', 'contentType'],
    'Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3826.400.131.1.6\\))',
    ['Subject', 'subject'],
    ['Message-Id', 'messageId'],
    ['References', 'references'],
    ['In-Reply-To', 'inReplyTo'],
    ['Date', 'date'],
    ['Cc', 'cc'],
    ['To', 'to'],
    'X-Mailer: Apple Mail (2.3826.400.131.1.6)',
  ],
  encoding: utf8Q,
  replyPrefix: 'Re: ',
  messageId: (chance, domain) => `<${uuid(chance).toUpperCase()}@${domain}>`,
  contentType: (chance) => alternative(`Apple-Mail=_${uuid(chance).toUpperCase()}`),
}

const phoneMail: MailClient = {
  ...appleMail,
  name: 'phone',
  lines: [
    ['Content-Type', 'contentType'],
    'Content-Transfer-Encoding: quoted-printable',
    ['From', 'from'],
    'Mime-Version: 1.0 (1.0)',
    ['Date', 'date'],
    ['Subject', 'subject'],
    ['Message-Id', 'messageId'],
    ['References', 'references'],
    ['In-Reply-To', 'inReplyTo'],
    ['To', 'to'],
    ['Cc', 'cc'],
    'X-Mailer: iPhone Mail (22F76)',
  ],
  contentType: () => 'text/plain; charset=utf-8',
}

/** Exchange, and the Outlook in front of it. */
const outlook: MailClient = {
  name: 'Outlook',
  lines: [
    ['From', 'from'],
    ['To', 'to'],
    ['CC', 'cc'],
    ['Subject', 'subject'],
    ['Date', 'date'],
    ['Message-ID', 'messageId'],
    ['References', 'references'],
    ['In-Reply-To', 'inReplyTo'],
    'Accept-Language: de-DE, en-US',
    'Content-Language: de-DE',
    'X-MS-Has-Attach:',
    'X-MS-TNEF-Correlator:',
    ['Content-Type', 'contentType'],
    'MIME-Version: 1.0',
  ],
  encoding: { charset: 'iso-8859-1', scheme: 'Q' },
  replyPrefix: 'RE: ',
  messageId: (chance) => {
    const host = `DB9PR0${chance.whole(1, 9)}MB${chance.whole(1000, 9999)}`
    return `<${host}${chance.token(16, hexadecimal).toUpperCase()}@${host}.eurprd0${chance.whole(1, 9)}.outlook.example>`
  },
  contentType: (chance) => alternative(`_000_DB9PR0${chance.token(16, hexadecimal).toUpperCase()}eurp_`),
}

const germanOutlook: MailClient = { ...outlook, name: 'Outlook, German', replyPrefix: 'AW: ' }

const thunderbird: MailClient = {
  name: 'Thunderbird',
  lines: [
    ['Message-ID', 'messageId'],
    ['Date', 'date'],
    'MIME-Version: 1.0',
    'User-Agent: Mozilla Thunderbird',
    ['Subject', 'subject'],
    'Content-Language: en-US',
    ['To', 'to'],
    ['Cc', 'cc'],
    ['References', 'references'],
    ['From', 'from'],
    ['In-Reply-To', 'inReplyTo'],
    ['Content-Type', 'contentType'],
  ],
  encoding: utf8Q,
  replyPrefix: 'Re: ',
  messageId: (chance, domain) => `<${uuid(chance)}@${domain}>`,
  contentType: () => 'text/plain; charset=UTF-8; format=flowed',
}

const mutt: MailClient = {
  name: 'Mutt',
  lines: [
    ['Date', 'date'],
    ['From', 'from'],
    ['To', 'to'],
    ['Cc', 'cc'],
    ['Subject', 'subject'],
    ['Message-ID', 'messageId'],
    ['References', 'references'],
    'MIME-Version: 1.0',
    ['Content-Type', 'contentType'],
    'Content-Disposition: inline',
    ['In-Reply-To', 'inReplyTo'],
    'User-Agent: Mutt/2.2.13 (2024-03-09)',
  ],
  encoding: { charset: 'iso-8859-1', scheme: 'Q' },
  replyPrefix: 'Re: ',
  messageId: (chance, domain) => `<${chance.token(16)}@${domain}>`,
  contentType: () => 'text/plain; charset=us-ascii',
}

/** A hosted web mail of the smaller kind. */
const postbox: MailClient = {
  name: 'Postbox web',
  lines: [
    'X-ME-Sender: <xms:webui>',
    'User-Agent: Postbox-Web/4.12',
    'Mime-Version: 1.0',
    ['Message-Id', 'messageId'],
    ['In-Reply-To', 'inReplyTo'],
    ['References', 'references'],
    ['Date', 'date'],
    ['From', 'from'],
    ['To', 'to'],
    ['Cc', 'cc'],
    ['Subject', 'subject'],
    ['Content-Type', 'contentType'],
  ],
  encoding: utf8B,
  replyPrefix: 'Re: ',
  messageId: (chance) => `<${uuid(chance)}@app.postbox.example>`,
  contentType: () => 'text/plain;charset=utf-8',
}

/** What machines send with: scripts, shops, newsletter services. */
export const automatedSender: MailClient = {
  name: 'machine',
  lines: [
    ['Date', 'date'],
    ['From', 'from'],
    ['To', 'to'],
    ['Message-ID', 'messageId'],
    ['In-Reply-To', 'inReplyTo'],
    ['References', 'references'],
    ['Subject', 'subject'],
    'Mime-Version: 1.0',
    ['Content-Type', 'contentType'],
  ],
  encoding: utf8B,
  replyPrefix: 'Re: ',
  messageId: (chance, domain) => `<${chance.token(24, base32)}@mta.${domain}>`,
  contentType: (chance) => alternative(`--==_mimepart_${chance.token(20, hexadecimal)}`),
}

export const mailClients = { apple: appleMail, outlook, phone: phoneMail, thunderbird, webMail }

/** What people write with, by how many do. */
export const personalClients: readonly { readonly weight: number; readonly client: MailClient }[] = [
  { weight: 30, client: webMail },
  { weight: 18, client: appleMail },
  { weight: 14, client: phoneMail },
  { weight: 12, client: outlook },
  { weight: 10, client: germanOutlook },
  { weight: 8, client: thunderbird },
  { weight: 5, client: postbox },
  { weight: 3, client: mutt },
]

/** What offices write with. */
export const officeClients: readonly { readonly weight: number; readonly client: MailClient }[] = [
  { weight: 40, client: outlook },
  { weight: 25, client: germanOutlook },
  { weight: 20, client: webMail },
  { weight: 15, client: appleMail },
]
