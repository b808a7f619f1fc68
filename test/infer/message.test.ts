/**
 * Letters as today's programs and services write them, the traces of the way included. Every one of people must pass and
 * every one of machines must not, in full, with the headers we ask Gmail for, and people's also with nothing but the
 * envelope, as Outlook may tell it.
 */
import { describe, expect, test } from 'vitest'
import { classifyMessage } from '../../src/infer/automated.ts'
import { parseAddresses } from '../../src/model/address.ts'
import { type Headers, headersWorthReading } from '../../src/model/message.ts'

/** One header a line, as a mail server holds them. */
const headersOf = (text: string): Headers =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const
    })

const classified = (headers: Headers) => {
  const addresses = (wanted: string) =>
    headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? parseAddresses(value) : []))
  return classifyMessage({ headers, from: addresses('from')[0] ?? null, to: addresses('to'), cc: addresses('cc') })
}

const worth = new Set(headersWorthReading.map((name) => name.toLowerCase()))
const envelope = new Set(['from', 'to', 'cc', 'subject', 'date'])
const only = (headers: Headers, names: ReadonlySet<string>): Headers =>
  headers.filter(([name]) => names.has(name.toLowerCase()))

/** What Google's and Microsoft's servers write on the way, on whatever they carry. */
const throughGoogle = `
  Delivered-To: ann@example.org
  Received: by 2002:a05:6e02:1a63:b0:3a1:9d2c:1b with SMTP id w3csp1234567ilv; Mon, 23 Nov 2026 01:12:13 -0800 (PST)
  X-Google-Smtp-Source: AGHT+IGcQ0zvJq8
  X-Received: by 2002:a05:6512:3d8c with SMTP id k12mr1234567lfv.12.1732352533; Mon, 23 Nov 2026 01:12:13 -0800 (PST)
  ARC-Seal: i=1; a=rsa-sha256; t=1732352533; cv=none; d=google.com; s=arc-20240605; b=...
  ARC-Authentication-Results: i=1; mx.google.com; dkim=pass header.i=@example.com; spf=pass; dmarc=pass
  Authentication-Results: mx.google.com; dkim=pass header.i=@example.com; spf=pass; dmarc=pass`
const throughMicrosoft = `
  Received: from AM0PR08MB1234.eurprd08.prod.outlook.com by DB9PR08MB4321.eurprd08.prod.outlook.com with HTTPS; Mon, 23 Nov 2026 09:12:13 +0000
  Authentication-Results: spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com; dmarc=pass; compauth=pass reason=100
  X-MS-PublicTrafficType: Email
  X-MS-Office365-Filtering-Correlation-Id: 0c1d2e3f-0000-4000-8000-08dd0b9a1234
  X-MS-Exchange-Organization-AuthSource: DB1PEPF00012345.eurprd03.prod.outlook.com
  X-MS-Exchange-CrossTenant-Id: 12345678-1234-1234-1234-123456789abc
  X-Microsoft-Antispam: BCL:0;ARA:13230040|366016
  X-Microsoft-Antispam-Message-Info: abc123def456abc123def456==`

const people: readonly (readonly [string, string])[] = [
  [
    'Gmail in a browser',
    `${throughGoogle}
  Return-Path: <bo.ek@example.com>
  MIME-Version: 1.0
  From: Bo Ek <bo.ek@example.com>
  Date: Mon, 23 Nov 2026 10:12:00 +0100
  X-Gm-Features: AaiRm51abc
  Message-ID: <CAKx7fQ2bTqPz9Yw1v8mN4cR6sL0dH3jK5gF7aZ2xE9uB1tQ8wA@mail.gmail.com>
  Subject: Your talk on Friday
  To: Ann Berg <ann@example.org>
  Content-Type: multipart/alternative; boundary="0000000000001a2b3c0627abcdef"`,
  ],
  [
    'Gmail through a firm’s relay, from an address that is called hello',
    `Return-Path: <hello@lindqvist.example>
  From: Bo Lindqvist <hello@lindqvist.example>
  Message-ID: <CAJ3m9Zr0sT1uV2wX3yZ4aB5cD6eF7gH8iJ9kL0mN1oP2qR3sT4@mail.gmail.com>
  Subject: Re: The shelf
  In-Reply-To: <abc@example.org>
  To: ann@example.org
  Content-Type: text/plain; charset="UTF-8"`,
  ],
  [
    'Outlook at a firm, received at another',
    `${throughMicrosoft}
  From: "Ek, Bo (Berlin)" <Bo.Ek@example.com>
  To: Ann Berg <ann@example.org>
  CC: "Dee, Cy" <Cy.Dee@example.com>
  Subject: Budget for the second phase
  Thread-Topic: Budget for the second phase
  Thread-Index: AdtA1b2c3d4e5f==
  Date: Mon, 23 Nov 2026 09:12:00 +0000
  Message-ID: <AM0PR08MB1234A1B2C3D4E5F60718293A4B5C@AM0PR08MB1234.eurprd08.prod.outlook.com>
  Accept-Language: de-DE, en-US
  Content-Language: de-DE
  X-MS-Has-Attach:
  X-MS-TNEF-Correlator:
  x-ms-publictraffictype: Email
  Content-Type: multipart/alternative; boundary="_000_AM0PR08MB1234A1B2C3D4E5F6AM0PR08MB1234eurp_"
  MIME-Version: 1.0
  Return-Path: Bo.Ek@example.com`,
  ],
  [
    'Exchange on a firm’s own server, in HTML alone',
    `From: Bo Ek <b.ek@example.com>
  To: "'ann@example.org'" <ann@example.org>
  Subject: Angebot
  Message-ID: <8f14e45fceea167a5a36dedd4bea2543@EX01.firma.local>
  X-Originating-IP: [10.1.2.3]
  Content-Type: text/html; charset="utf-8"
  Return-Path: <b.ek@example.com>`,
  ],
  [
    'a phone of Apple’s',
    `${throughGoogle}
  From: Bo Ek <boek@example.com>
  Content-Type: text/plain; charset=utf-8
  Mime-Version: 1.0 (1.0)
  Subject: Late
  Message-Id: <6F9619FF-8B86-D011-B42D-00CF4FC964FF@example.com>
  To: Ann <ann@example.org>
  X-Mailer: iPhone Mail (22F76)
  Return-Path: <boek@example.com>`,
  ],
  [
    'Apple Mail, from a domain that is the family’s',
    `From: Max Mustermann <mail@mustermann.example>
  Content-Type: multipart/alternative; boundary="Apple-Mail=_0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9"
  Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3826.400.131.1.6\\))
  Subject: Photos
  Message-Id: <0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9@mustermann.example>
  To: ann@example.org
  X-Mailer: Apple Mail (2.3826.400.131.1.6)`,
  ],
  [
    'Proton, which gives letters a Feedback-ID',
    `Return-Path: <bo@example.com>
  To: Ann Berg <ann@example.org>
  From: Bo Ek <bo@example.com>
  Subject: Hello
  Message-ID: <L1Z5NdAqsKKxLye8RDhCz1zWm5IgwmdJwGHfy4ctcR6fhJctxyckoaci-ir_zuDKTFsWDKfnXdbxc-oyYGCGIw=@example.com>
  Feedback-ID: 12345678:user:proton
  X-Pm-Message-ID: 85d58c1602d30ea3aed636ce46367658fc6c3765
  Content-Type: text/plain; charset=utf-8`,
  ],
  [
    'Fastmail, likewise',
    `Return-Path: <bo@example.com>
  X-ME-Sender: <xms:oNstaK1U>
  X-ME-Proxy: <xmx:oNstaK1UbfweH4>
  Feedback-ID: i56a14606:Fastmail
  X-ThreadId: T1234abcd
  Date: Mon, 23 Nov 2026 10:12:00 +0100
  From: Bo Ek <bo@example.com>
  To: ann@example.org
  Message-Id: <0e7c4a1b-2d3f-4a5b-8c6d-7e8f9a0b1c2d@app.fastmail.com>
  Subject: Dinner
  User-Agent: Cyrus-JMAP/3.11.0-alpha0-123
  Content-Type: text/plain`,
  ],
  [
    'Zoho, likewise',
    `From: Bo Ek <bo@example.com>
  To: ann@example.org
  Message-ID: <193512ab34c.1234567890123.4567890123456789012@example.com>
  Subject: Plans
  Importance: Medium
  User-Agent: Zoho Mail
  X-Mailer: Zoho Mail
  Feedback-ID: rr08011227:zu08011227:rf0801122c:ZohoMail
  Content-Type: multipart/alternative; boundary="----=_Part_1234_567890123.1732352533"`,
  ],
  [
    'GMX in a browser, in HTML alone',
    `From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <trinity-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9-1732352533000@3c-app-gmx-bs01>
  Subject: Sonntag
  Content-Type: text/html; charset=UTF-8
  X-Provags-ID: V03:K1:abc
  Importance: normal
  Sensitivity: Normal
  X-Priority: 3`,
  ],
  [
    'Yahoo in a browser',
    `From: Bo Ek <bo_ek@example.com>
  To: Ann Berg <ann@example.org>
  Message-ID: <1234567890.1234567.1732352533000@mail.yahoo.com>
  Subject: Reunion
  Content-Type: multipart/alternative; boundary="----=_Part_1234567_890123456.1732352533000"
  References: <1234567890.1234567.1732352533000.ref@mail.yahoo.com>
  X-Mailer: WebService/1.1.22941 YMailNovation`,
  ],
  [
    'Thunderbird',
    `Message-ID: <0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9@example.com>
  User-Agent: Mozilla Thunderbird
  From: Bo Ek <post@example.com>
  To: ann@example.org
  Subject: The minutes
  Content-Type: text/plain; charset=UTF-8; format=flowed`,
  ],
  [
    'a program nobody has heard of, in answer',
    `Message-ID: <7a91f2@example.com>
  From: Bo Ek <info@example.com>
  To: ann@example.org
  Subject: Re: Rechnung 4711
  In-Reply-To: <1@example.org>
  References: <1@example.org>`,
  ],
  [
    'a letter that Gmail forwarded from an old account',
    `Return-Path: <old.ann+caf_=ann=example.org@gmail.com>
  From: Bo Ek <bo.ek@example.com>
  To: old.ann@gmail.com
  X-Forwarded-To: ann@example.org
  Message-ID: <0a1b2c3d@example.com>
  Subject: Long time`,
  ],
  [
    'a letter that Exchange forwarded',
    `Return-Path: <bounces+SRS=44ldt=IX@example.com>
  From: Bo Ek <bo.ek@example.net>
  To: ann@old.example
  Message-ID: <0a1b2c3d@example.net>
  Subject: Long time`,
  ],
  [
    'a letter that went through a forwarder and an antivirus gateway',
    `Return-Path: <SRS0=HHH=TT=example.com=bo.ek@forward.example>
  From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <0a1b2c3d@example.com>
  X-Proofpoint-GUID: abc
  X-Barracuda-Envelope-From: bo.ek@example.com
  X-Mimecast-Spam-Score: 0
  X-AntiAbuse: This header was added to track abuse, please include it with any abuse report
  X-Authenticated-Sender: host.example: bo.ek@example.com
  Subject: Long time`,
  ],
  [
    'an assistant for somebody',
    `Sender: Cy Dee <cy.dee@example.com>
  From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <AM0PR08MB1234A1B2C3D4E5F60718293A4B5C@AM0PR08MB1234.eurprd08.prod.outlook.com>
  Subject: Lunch with Bo`,
  ],
  [
    'a person whose sales tool adds an unsubscribe header',
    `${throughGoogle}
  From: Bo Ek <bo.ek@example.com>
  To: Ann Berg <ann@example.org>
  Message-ID: <CAKx7fQ2bTqPz9Yw1v8mN4cR6sL0dH3jK5gF7aZ2xE9uB1tQ8wA@mail.gmail.com>
  In-Reply-To: <1@example.org>
  Subject: Re: The offer
  List-Unsubscribe: <mailto:bo.ek@example.com?subject=unsubscribe>`,
  ],
  [
    'a person who writes of an invoice',
    `From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <AM0PR08MB1234A1B2C3D4E5F60718293A4B5C@AM0PR08MB1234.eurprd08.prod.outlook.com>
  Subject: Rechnung November`,
  ],
  [
    'a person who writes of a webinar, without a trace of their program',
    `From: Bo Ek <bek@example.com>
  To: ann@example.org
  Message-ID: <0a1b2c3d@example.com>
  Subject: Shall we do the webinar together?`,
  ],
  [
    'a person who has pictures of a vacation, and one who asks about the office',
    `From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <0a1b2c3d@example.com>
  Subject: Vacation pictures`,
  ],
  [
    'a person who invites in words',
    `From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9@example.com>
  Subject: Invitation: my fortieth`,
  ],
  [
    'a letter whose empty mark of an automatic reply says nothing',
    `From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  X-Autoreply:
  Subject: The minutes`,
  ],
]

const automatedSenders: readonly (readonly [string, string])[] = [
  [
    'a newsletter of the usual kind',
    `${throughGoogle}
  Return-Path: <bounce-mc.us1_1234.567-ann=example.org@mail1.shop.example>
  From: =?utf-8?Q?Shop?= <hello@shop.example>
  Reply-To: <hello@shop.example>
  To: <ann@example.org>
  Message-ID: <0a1b2c3d4e5f60718293a4b5c.0a1b2c3d.20261123@mail1.shop.example>
  X-MC-User: 0a1b2c3d4e5f
  Feedback-ID: 123456:123456.567:us1:mc
  List-ID: 0a1b2c list <0a1b2c.567.list-id.shop.example>
  List-Unsubscribe: <https://shop.example/u/1>, <mailto:u-1@shop.example>
  List-Unsubscribe-Post: List-Unsubscribe=One-Click
  Content-Type: multipart/alternative; boundary="_----------=_MCPart_1234567"`,
  ],
  [
    'a newsletter with a first name and no list',
    `From: Tom at Ledgerly <tom@ledgerly.example>
  To: ann@example.org
  Message-ID: <010001935a1b2c3d-0a1b2c3d-000000@email.amazonses.com>
  Return-Path: <010001935a1b2c3d-0a1b2c3d-000000@bounces.ledgerly.example>
  Feedback-ID: ::1.us-east-1.abc=:AmazonSES
  Subject: Quick question`,
  ],
  [
    'a receipt by a mail service',
    `From: Shop <orders@shop.example>
  To: ann@example.org
  Message-ID: <0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9@mtasv.net>
  X-PM-Message-Id: 0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9
  Subject: Your order 4711`,
  ],
  [
    'a receipt without a mark but its sender’s name',
    `From: "Railway" <buchung@railway.example>
  To: ann@example.org
  Subject: Ihre Fahrkarte, Auftrag 4711`,
  ],
  [
    'a tracker that writes in a person’s name',
    `From: Bo Ek <notifications@tracker.example>
  Reply-To: team/atlas <reply+ABCDEF1234567890@reply.tracker.example>
  To: team/atlas <atlas@noreply.tracker.example>
  Cc: Mention <mention@noreply.tracker.example>
  Message-ID: <team/atlas/issues/12/4567@tracker.example>
  In-Reply-To: <team/atlas/issues/12@tracker.example>
  Subject: Re: [team/atlas] Tab order in dialogs (#12)`,
  ],
  [
    'a document shared by a person through a service',
    `From: "Bo Ek (via Docs)" <drive-shares@docs.example>
  Reply-To: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <autogen-java-0a1b2c3d@docs.example>
  Subject: Document shared with you: “Workshop notes”`,
  ],
  [
    'a contract to sign',
    `From: "Bo Ek via Signly" <contracts@signly.example>
  Reply-To: bo.ek@example.com
  To: Ann Berg <ann@example.org>
  Subject: Complete: Contract 2026`,
  ],
  [
    'a network that writes in a person’s name',
    `From: Bo Ek <invitations@linkup.example>
  To: Ann Berg <ann@example.org>
  Subject: I’d like to add you to my network
  X-Linkup-Notification-Type: INVITE
  Content-Type: multipart/alternative; boundary="----=_Part_1_2.3"`,
  ],
  [
    'a booking page that announces a person’s appointment',
    `From: Bookly <notifications@bookly.example>
  Reply-To: bo.ek@example.com
  To: ann@example.org
  Subject: New Event: Bo Ek - 10:00 Mon, 23 Nov 2026 - 30 Minute Meeting`,
  ],
  [
    'a video service’s reminder',
    `From: Meetly <no-reply@meetly.example>
  To: ann@example.org
  Subject: Bo Ek has joined your meeting`,
  ],
  [
    'an invitation by a web calendar',
    `${throughGoogle}
  Reply-To: Bo Ek <bo.ek@example.com>
  Sender: Google Calendar <calendar-notification@google.com>
  Message-ID: <calendar-0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9@google.com>
  From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Subject: Invitation: Lunch @ Mon 23 Nov 2026 12:30 - 13:30 (CET) (ann@example.org)
  Content-Type: multipart/mixed; boundary="0000000000001a2b3c0627abcdef"`,
  ],
  [
    'an invitation by Exchange, whose subject says nothing',
    `${throughMicrosoft}
  From: Bo Ek <bo.ek@example.com>
  To: Ann Berg <ann@example.org>
  Subject: Lunch
  Message-ID: <AM0PR08MB1234A1B2C3D4E5F60718293A4B5C@AM0PR08MB1234.eurprd08.prod.outlook.com>
  X-MS-Exchange-Calendar-Originator-Id: 12345678;/o=ExchangeLabs
  Content-Type: multipart/alternative; boundary="_000_AM0PR08MB1234A1B2C3D4E5F6AM0PR08MB1234eurp_"`,
  ],
  ...[
    'Accepted: Lunch',
    'Zugesagt: Mittagessen',
    'Accepté : Déjeuner',
    'Aceptada: Comida',
    'Geaccepteerd: Lunch',
    '已接受: 午餐',
  ].map(
    (subject) =>
      [
        `an answer to an invitation: ${subject}`,
        `From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <AM0PR08MB1234A1B2C3D4E5F60718293A4B5C@AM0PR08MB1234.eurprd08.prod.outlook.com>
  Subject: ${subject}`,
      ] as const,
  ),
  ...[
    'Automatic reply: Lunch',
    'Automatische Antwort: Mittagessen',
    'Réponse automatique : Déjeuner',
    'Respuesta automática: Comida',
    'Automatiskt svar: Lunch',
    'Automatisch antwoord: Lunch',
    'Risposta automatica: Pranzo',
    'Автоматический ответ: Обед',
    '自動応答: ランチ',
    'Abwesend: Mittagessen',
  ].map(
    (subject) =>
      [
        `an away note: ${subject}`,
        `From: Bo Ek <bo.ek@example.com>
  To: ann@example.org
  Message-ID: <AM0PR08MB1234A1B2C3D4E5F60718293A4B5C@AM0PR08MB1234.eurprd08.prod.outlook.com>
  In-Reply-To: <1@example.org>
  Subject: ${subject}`,
      ] as const,
  ),
  [
    'a failure by Exchange, without a report at the top',
    `From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>
  To: ann@example.org
  Subject: Undeliverable: Lunch`,
  ],
  [
    'a help desk’s receipt',
    `From: Hostly Support <support@hostly.example>
  To: ann@example.org
  X-Hostly-Ticket-Id: 4711
  Subject: [Ticket #4711] Your request has been received`,
  ],
  [
    'what a shop’s program sends',
    `From: Wordshop <wordpress@wordshop.example>
  To: ann@example.org
  X-Mailer: PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)
  Message-ID: <AbCdEfGhIjKlMnOpQrStUvWxYz0123456789ABCD@wordshop.example>
  Subject: Welcome`,
  ],
  [
    'what a program of Rails’ sends',
    `From: Projectly <team@projectly.example>
  To: ann@example.org
  Message-ID: <6391f2a3b1c2d_12ab3cd4567@web-7f9c.mail>
  Subject: Bo Ek assigned you a task
  Content-Type: multipart/alternative; boundary="--==_mimepart_6391f2a3b1c2d_12ab"`,
  ],
]

describe('people', () => {
  test.each(people)('%s', (_name, text) => {
    const headers = headersOf(text)
    expect(classified(headers)).toMatchObject({ human: true })
    expect(classified(only(headers, worth))).toMatchObject({ human: true })
    expect(classified(only(headers, envelope))).toMatchObject({ human: true })
  })
})

describe('machines', () => {
  test.each(automatedSenders)('%s', (_name, text) => {
    const headers = headersOf(text)
    expect(classified(headers)).toMatchObject({ human: false })
    expect(classified(only(headers, worth))).toMatchObject({ human: false })
  })
})
