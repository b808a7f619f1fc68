/** Which accounts may sign in under an address of the identity platform: `/{tenant}/…`. Pure. */
import type { Mailbox, World } from '../world.ts'
import { accountOf, personalTenant } from './account.ts'

/** The accounts that a tenant names, or null where there is no such tenant. */
export const mailboxesOf = (world: World, tenant: string): readonly Mailbox[] | null => {
  const all = world.mailboxesAt('microsoft')
  const ofKind = (kind: 'work' | 'personal') => all.filter(({ owner }) => accountOf(owner).kind === kind)
  switch (tenant.toLowerCase()) {
    case 'common':
      return all
    case 'organizations':
      return ofKind('work')
    case 'consumers':
    case personalTenant:
      return ofKind('personal')
    default: {
      const members = all.filter(({ owner }) => accountOf(owner).tenantId === tenant.toLowerCase())
      return members.length === 0 ? null : members
    }
  }
}

/** The issuer that discovery tells: a pattern where accounts of many directories may sign in. */
export const issuerTenantOf = (tenant: string): string => {
  switch (tenant.toLowerCase()) {
    case 'common':
    case 'organizations':
      return '{tenantid}'
    case 'consumers':
      return personalTenant
    default:
      return tenant.toLowerCase()
  }
}
