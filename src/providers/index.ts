/** The registry: every provider this installation is set up for. A new one is its folder and a line here. */
import type { Outside } from '../outside.ts'
import { createGoogle, type GoogleSettings } from './google/index.ts'
import type { Provider } from './provider.ts'

export interface ProviderSettings {
  readonly google: GoogleSettings | null
}

export const createProviders = (settings: ProviderSettings, fetch: Outside['fetch']): readonly Provider[] => [
  ...(settings.google === null ? [] : [createGoogle(settings.google, fetch)]),
]
