import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AutomationEvidence,
  addLeftOut,
  automationCodes,
  decisiveStrength,
  leftOutPairs,
  packEvidence,
  strongerEvidence,
  unpackCode,
} from '../../src/model/automation.ts'

/** Stored by number: a new code is added at the end, and none ever moves or goes. */
const stored = `
  other auto_submitted null_return_path delivery_report
  mail_server auto_reply_header calendar_traffic mailing_list
  bulk_precedence no_reply_name bounce_subject auto_reply_subject
  invitation_subject automated_name tracker_header one_time_address
  list_sender automated_display_name unsubscribe_header campaign_service
  campaign_header replies_to_list failures_to_automated process_header
  automated_submitter transaction_name publisher_name bulk_domain
  script_client away_subject receipt_subject inviting_subject
  addressed_to_list replies_to_automated relayed_by_service many_recipients
  foreign_errors_address newsletter_subject notice_subject errors_address
  mail_service program_boundary ticket_subject named_for_domain
  delivery_priority no_auto_replies_wanted addressed_to_sender role_name
  no_recipients server_message_id html_only organisation_name
  serial_subject program_message_id failures_elsewhere replies_elsewhere
`

test('a code keeps its number for ever', () => {
  const numbered = stored.trim().split(/\s+/)
  expect(automationCodes.slice(0, numbered.length)).toEqual(numbered)
})

const evidence: fc.Arbitrary<AutomationEvidence> = fc.record({
  code: fc.constantFrom(...automationCodes),
  strength: fc.integer({ min: 0, max: decisiveStrength }),
})

const strongest = (found: readonly AutomationEvidence[]) => found.reduce(strongerEvidence)

describe('of several reasons for one sender', () => {
  test('the stronger wins, and of equal ones the code that comes first', () => {
    expect(
      strongerEvidence({ code: 'role_name', strength: 2 }, { code: 'no_reply_name', strength: decisiveStrength }).code,
    ).toBe('no_reply_name')
    expect(strongerEvidence({ code: 'role_name', strength: 2 }, { code: 'mail_service', strength: 2 }).code).toBe(
      'mail_service',
    )
  })

  test('the same one wins in whatever order they come', () => {
    const shuffled = fc
      .array(evidence, { minLength: 1, maxLength: 8 })
      .chain((found) => fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })))
    fc.assert(
      fc.property(shuffled, ([found, other]) => {
        expect(strongest(other)).toEqual(strongest(found))
      }),
    )
  })

  test('the same one wins wherever a page ends', () => {
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 2, maxLength: 8 }), fc.nat(), (found, at) => {
        const end = 1 + (at % (found.length - 1))
        const pages = [strongest(found.slice(0, end)), strongest(found.slice(end))]
        expect(strongest(pages)).toEqual(strongest(found))
      }),
    )
  })

  test('the greatest stored number is the strongest, and holds its code', () => {
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 8 }), (found) => {
        expect(unpackCode(Math.max(...found.map(packEvidence)))).toBe(strongest(found).code)
      }),
    )
  })
})

test('a number that holds no code stands for another reason', () => {
  expect(unpackCode(0)).toBe('other')
})

test('counts add up by code, and the most come first', () => {
  const sum = addLeftOut({ declined: 2 }, new Map([['declined', 1] as const, ['mailing_list', 7] as const]))
  expect(leftOutPairs(sum)).toEqual([
    ['mailing_list', 7],
    ['declined', 3],
  ])
})
