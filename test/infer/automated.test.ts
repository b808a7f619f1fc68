import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { classifyMessage } from '../../src/infer/automated.ts'
import { parseAddresses } from '../../src/model/address.ts'
import type { Headers } from '../../src/model/message.ts'
import { classify } from '../eval/classify.ts'
import { readHeaderBlocks } from '../eval/header-blocks.ts'

const classified = (headers: Headers, from = 'Bo Ek <bo@example.com>', to = 'ann@example.org') =>
  classifyMessage({
    headers: [['From', from], ['To', to], ...headers],
    from: parseAddresses(from)[0] ?? null,
    to: parseAddresses(to),
    cc: [],
  })

test('a plain message is a person’s', () => {
  expect(
    classified([
      ['Subject', 'Lunch on Friday?'],
      ['Message-Id', '<1@example.com>'],
    ]),
  ).toMatchObject({ human: true })
})

test('a missing header never speaks', () => {
  expect(classified([])).toMatchObject({ human: true })
})

describe('decisive rules', () => {
  test.each<[string, Headers]>([
    ['Auto-Submitted', [['auto-submitted', 'auto-replied (vacation)']]],
    ['a null return path', [['Return-Path', '<>']]],
    ['a delivery report', [['Content-Type', 'multipart/report; report-type=delivery-status']]],
    ['a list', [['List-Id', '<devs.lists.example>']]],
    ['Precedence: bulk', [['Precedence', 'bulk']]],
    ['an invitation', [['Content-Type', 'text/calendar; method=REQUEST']]],
    ['an accepted invitation', [['Subject', 'Accepted: Plans @ Mon 23 Nov']]],
    ['an out-of-office reply', [['Subject', 'Automatic reply: Plans']]],
  ])('%s', (_name, headers) => {
    expect(classified(headers)).toMatchObject({ human: false, isCertain: true })
  })

  test('Auto-Submitted: no is what it says', () => {
    expect(classified([['Auto-Submitted', 'no']])).toMatchObject({ human: true })
  })
})

describe('senders', () => {
  test.each([
    'noreply@example.com',
    'no-reply@example.com',
    'do_not_reply@example.com',
    'newsletter@example.com',
    'notifications@example.com',
    'mailer-daemon@example.com',
    'nicht-antworten@example.com',
  ])('%s is automated', (from) => {
    expect(classified([], from).human).toBe(false)
  })

  test.each(['info@example.com', 'hello@example.com', 'office@example.com'])('%s may be a person', (from) => {
    expect(classified([], from).human).toBe(true)
  })

  test.each(['Ann Norton <ann.norton@example.com>', 'Newsome <j.newsome@example.com>', 'Bott <bottrop@example.com>'])(
    '%s is not taken for a system by the letters in the name',
    (from) => {
      expect(classified([], from).human).toBe(true)
    },
  )
})

test('weak rules add up', () => {
  expect(classified([['X-SES-Outgoing', '1']]).human).toBe(true)
  expect(
    classified([
      ['X-SES-Outgoing', '1'],
      ['X-Auto-Response-Suppress', 'All'],
    ]).human,
  ).toBe(false)
})

const cases = new URL('../cases/', import.meta.url).pathname
const blocks = readdirSync(cases, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('letters.headers'))
  .flatMap((path) => readHeaderBlocks(cases + path))

describe('blocks of headers', () => {
  test.each(blocks.filter(({ expected }) => expected === 'human'))('a person: $title', ({ headers }) => {
    expect(classify([...headers])).toMatchObject({ human: true })
  })

  test.each(blocks.filter(({ expected }) => expected === 'machine'))('a program: $title', ({ headers }) => {
    expect(classify([...headers])).toMatchObject({ human: false })
  })
})

describe('a gateway’s tag hides nothing', () => {
  const tags = [
    '[External] ',
    '[EXT]',
    '{Spam?} ',
    '*** SPAM *** ',
    'CAUTION: ',
    'EXTERNAL EMAIL: ',
    '【外部】',
    '[EXT] [SPAM] ',
  ]

  test.each(tags)('%s before an automatic reply', (tag) => {
    expect(classified([['Subject', `${tag}Automatic reply: Plans`]])).toMatchObject({ human: false, isCertain: true })
  })

  test.each(tags)('%s before a person’s words', (tag) => {
    expect(classified([['Subject', `${tag}Plans for spring`]]).human).toBe(true)
  })

  test.each(tags)('%s before an answer to an automatic reply', (tag) => {
    expect(classified([['Subject', `${tag}Re: Automatic reply: Plans`]]).human).toBe(true)
  })
})

describe('an automatic reply says so in the language of its mailbox', () => {
  test.each([
    'Automatische Antwort: Plans',
    'Réponse automatique : Plans',
    'Respuesta automática: Plans',
    'Resposta automàtica: Plans',
    'Risposta automatica: Plans',
    'Automatisch antwoord: Plans',
    'Autosvar: Plans',
    'Automaattinen vastaus: Plans',
    'Automaatvastus: Plans',
    'Automātiskā atbilde: Plans',
    'Automatinis atsakymas: Plans',
    'Automatická odpověď: Plans',
    'Automatická odpoveď: Plans',
    'Odpowiedź automatyczna: Plans',
    'Automatikus válasz: Plans',
    'Răspuns automat: Plans',
    'Automatski odgovor: Plans',
    'Samodejni odgovor: Plans',
    'Автоматический ответ: Plans',
    'Автоматична відповідь: Plans',
    'Автоматичен отговор: Plans',
    'Αυτόματη απάντηση: Plans',
    'Otomatik yanıt: Plans',
    'Balasan otomatis: Plans',
    'Trả lời tự động: Plans',
    'ตอบกลับอัตโนมัติ: Plans',
    'תשובה אוטומטית: Plans',
    'رد تلقائي: Plans',
    '自動応答: Plans',
    '自动回复: Plans',
    '자동 회신: Plans',
    'Out of Office reply',
    'Auto Response',
  ])('%s', (subject) => {
    expect(classified([['Subject', subject]])).toMatchObject({ human: false, isCertain: true })
  })

  test.each(['Automatic doors: which ones?', 'Automatik oder Schaltung: was meinst du?', 'Auto: noch zu haben?'])(
    '%s is what a person asks',
    (subject) => {
      expect(classified([['Subject', subject]]).human).toBe(true)
    },
  )
})

describe('an answer by its headers, and none by its subject', () => {
  const answering = (subject: string, client = '') =>
    classified([
      ['Subject', subject],
      ['In-Reply-To', '<1@example.org>'],
      ['X-Mailer', client],
    ]).human

  test.each([
    'Out-of-Office: Plans',
    'OOO Re: Plans',
    'Abwesenheitsnotiz',
    'Ich bin bis 12.1. nicht im Büro',
    'Je suis absent jusqu’au 12 mai',
    'Réponse d’absence : Plans',
    'Ihre Nachricht ist bei uns eingegangen',
    'We received your message',
    'Your message to Bo awaits moderator approval',
  ])('%s: a program wrote it', (subject) => {
    expect(answering(subject)).toBe(false)
  })

  test.each(['Re: OOO: who covers?', 'AW: Abwesend: wer vertritt dich?', 'Re: We received your message', 'Your mail'])(
    '%s: a person did',
    (subject) => {
      expect(answering(subject)).toBe(true)
    },
  )

  test('a first message about an absence is a person’s where their program names itself', () => {
    expect(
      classified([
        ['Subject', 'Absence: who minds the shop?'],
        ['X-Mailer', 'Apple Mail'],
      ]).human,
    ).toBe(true)
  })
})

describe('the reader’s address within the sender’s', () => {
  test.each([
    'news-ann=example.org@list.example',
    'ann.example.org.4711@list.example',
    'b_ann_example_org@list.example',
  ])('%s was made for one message', (from) => {
    expect(classified([], from)).toMatchObject({ human: false, evidence: { code: 'one_time_address' } })
  })

  test('a namesake of the reader is somebody', () => {
    expect(classified([], 'Ann Holm <ann@holm.example>').human).toBe(true)
  })
})

describe('programs and forms under ordinary accounts', () => {
  test.each(['oracle@db7.example', 'postgres@pg2.example', 'Backup <backup@nas.example>', 'svc_reports@works.example'])(
    '%s',
    (from) => {
      expect(classified([], from)).toMatchObject({ human: false, evidence: { code: 'service_account' } })
    },
  )

  test('a form has answers go to whoever filled it in', () => {
    const headers: Headers = [['Reply-To', 'cy.dee@z.example']]
    expect(classified(headers, 'Cy Dee <info@garden.example>').human).toBe(false)
    expect(classified(headers, 'Cy Dee <cy.dee@garden.example>').human).toBe(true)
  })

  test('a person may be called like a program', () => {
    expect(classified([], 'Oracle Jones <oracle.jones@example.com>').human).toBe(true)
  })
})

describe('campaign software is known by how its headers are called', () => {
  test.each(['X-CGUID', 'X-EMV-CampagneId', 'X-Mktg-Send', 'X-Mailer-RecptId', 'X-rpcampaign', 'X-Acme-CampaignID'])(
    '%s',
    (name) => {
      expect(classified([[name, '4711']])).toMatchObject({ human: false, evidence: { code: 'campaign_header' } })
    },
  )

  test.each([
    'X-Mailer-Plugin',
    'X-Content-ID',
    'X-SIBLING',
    'X-RPi-Mailer',
    'X-Campus-Relay',
    'X-Provags-ID',
    'X-ME-Sender',
    'X-Originating-IP',
    'X-Forwarded-Message-Id',
  ])('%s is a mailbox host’s', (name) => {
    expect(classified([[name, '4711']]).human).toBe(true)
  })
})

test('a brand with the address of a function is doubted, and answers as a person does', () => {
  const from = 'Tide & Timber <office@tidewood.example>'
  expect(classified([], from).human).toBe(false)
  expect(classified([['In-Reply-To', '<1@example.org>']], from).human).toBe(true)
})
