import { describe, expect, test } from 'vitest'
import { meaningOfMicrosoftRefusal, personalTenant, tenantsOf } from '../../../src/providers/microsoft/oauth.ts'
import { identityOf, isPersonal } from '../../../src/providers/microsoft/owner.ts'

describe('in whose name tokens are issued', () => {
  const issuerOf = (issuer: string) => tenantsOf(new URL(issuer))?.issuer

  test('for an alias of all tenants, in that of each', () => {
    expect(issuerOf('https://login.microsoftonline.com/common/v2.0')).toBe(
      'https://login.microsoftonline.com/{tenantid}/v2.0',
    )
    expect(issuerOf('http://localhost:8788/ms/organizations/v2.0/')).toBe('http://localhost:8788/ms/{tenantid}/v2.0')
  })

  test('for personal accounts, in that of their one tenant', () => {
    expect(issuerOf('https://login.microsoftonline.com/consumers/v2.0')).toBe(
      `https://login.microsoftonline.com/${personalTenant}/v2.0`,
    )
  })

  test('for one tenant, in its own', () => {
    expect(tenantsOf(new URL(`https://login.microsoftonline.com/${personalTenant}/v2.0`))).toBeNull()
  })
})

describe('the number of a refusal', () => {
  const refused = (code: number) => meaningOfMicrosoftRefusal({ error: 'invalid_grant', error_codes: [code] })

  test.each([7000215, 7000222, 7000218, 700016])('%i is the operator’s to mend', (code) => {
    expect(refused(code)).toMatchObject({ reason: 'blocked', by: 'operator' })
  })

  test.each([90094, 50105, 53003, 50057])('%i is an administrator’s', (code) => {
    expect(refused(code)).toMatchObject({ reason: 'blocked', by: 'administrator' })
  })

  test.each([90033])('%i is an outage, and no dead grant', (code) => {
    expect(refused(code)).toMatchObject({ reason: 'unavailable' })
  })

  test('asking too often is no dead grant either', () => {
    expect(refused(50196)).toMatchObject({ reason: 'rate_limited' })
  })

  test.each([700082, 50173, 65001, 70008])('%i says what its word says', (code) => {
    expect(refused(code)).toBeNull()
  })

  test('on the way back from consent it leads the description, and nothing else there counts', () => {
    const back = (error_description: string) => meaningOfMicrosoftRefusal({ error: 'access_denied', error_description })
    expect(back('AADSTS90094: The grant requires admin permission.')).toMatchObject({ by: 'administrator' })
    expect(back('AADSTS65004: User declined to consent (see AADSTS90094).')).toBeNull()
    expect(meaningOfMicrosoftRefusal({ error: 'access_denied' })).toBeNull()
  })
})

describe('who signed in', () => {
  const claims = { tid: 'tenant', oid: 'object', name: 'Ann Berg', preferred_username: 'ann@contoso.example' }
  const owner = { mail: 'Ann.Berg@contoso.example', userPrincipalName: 'ann@contoso.example', displayName: 'Ann' }

  test('is known by tenant and object', () => {
    expect(identityOf(claims, owner)).toEqual({
      ok: true,
      value: {
        subject: 'tenant.object',
        address: 'Ann.Berg@contoso.example',
        vouchedAddress: 'ann@contoso.example',
        name: 'Ann Berg',
      },
    })
  })

  test('has an address wherever one is known', () => {
    const addressOf = (from: object, of: object) => {
      const identity = identityOf({ tid: 't', oid: 'o', ...from }, { ...of })
      return identity.ok ? identity.value.address : identity.error.reason
    }
    expect(addressOf(claims, { mail: null, userPrincipalName: 'ann@outlook.example' })).toBe('ann@outlook.example')
    expect(addressOf(claims, { mail: null, userPrincipalName: 'ann_x.example#EXT#@y.example' })).toBe(
      'ann@contoso.example',
    )
    expect(addressOf({ email: 'ann@z.example' }, {})).toBe('ann@z.example')
    expect(addressOf({ preferred_username: '+49 170 000' }, {})).toBe('malformed')
    expect(addressOf({ ...claims, oid: undefined }, owner)).toBe('malformed')
  })

  test('nobody gets in by an address that an administrator merely wrote into their account', () => {
    const vouched = (of: object, tid = 'tenant') => {
      const identity = identityOf({ ...claims, tid, email: 'boss@victim.example' }, { ...owner, ...of })
      return identity.ok ? identity.value.vouchedAddress : 'error'
    }
    expect(vouched({ mail: 'boss@victim.example' })).toBe('ann@contoso.example')
    expect(vouched({ mail: 'boss@victim.example', userPrincipalName: null })).toBeNull()
    expect(vouched({ mail: 'ann@outlook.example' }, personalTenant)).toBe('ann@outlook.example')
  })

  test('a personal account is told from others by its tenant', () => {
    expect(isPersonal(`${personalTenant}.00000000-0000-0000-0000-000000000001`)).toBe(true)
    expect(isPersonal('tenant.object')).toBe(false)
  })
})
