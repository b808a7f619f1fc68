import { describe, expect, test } from 'vitest'
import { ann } from '../small-world.ts'
import { accountOf, personalTenant, userIdOf } from './account.ts'
import { annAtWork } from './stage.ts'

const at = (address: string, subject = ann.subject) => accountOf({ ...ann, address, subject })

describe('whoever says nothing of Microsoft', () => {
  test.each(['ann@gmail.example', 'ann@outlook.example', 'ann@hotmail.example', 'ann@live.example'])(
    'has a personal account with the address %s',
    (address) => {
      expect(at(address)).toMatchObject({ kind: 'personal', tenantId: personalTenant, userPrincipalName: address })
      expect(at(address).objectId).toMatch(/^00000000-0000-0000-[0-9a-f]{4}-[0-9a-f]{12}$/)
      expect(userIdOf(at(address))).toMatch(/^[0-9a-f]{16}$/)
    },
  )

  test('has a work account anywhere else, in one tenant with everyone of that domain', () => {
    const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/
    const [ada, bo, cy] = [at('ada@firm.example', '1'), at('bo@FIRM.example', '2'), at('cy@other.example', '3')]
    expect(ada).toMatchObject({ kind: 'work', tenantId: bo.tenantId, tellsAddress: false })
    expect(cy.tenantId).not.toBe(ada.tenantId)
    expect(new Set([ada, bo, cy].map(({ objectId }) => objectId)).size).toBe(3)
    for (const id of [ada.tenantId, ada.objectId, cy.tenantId]) expect(id).toMatch(guid)
    expect(at('ada@firm.example', '1')).toEqual(ada)
  })
})

test('whoever says what they are at Microsoft is that', () => {
  expect(accountOf(annAtWork)).toBe(annAtWork.microsoft)
})
