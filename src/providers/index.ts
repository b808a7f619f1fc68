/** The registry: every provider this installation is set up for. A new one is its folder and a line here. */
import type { Outside } from '../outside.ts'
import { createGoogle, type GoogleSettings } from './google/index.ts'
import { createMicrosoft, type MicrosoftSettings } from './microsoft/index.ts'
import type { Provider } from './provider.ts'

export interface ProviderSettings {
  readonly google: GoogleSettings | null
  readonly microsoft: MicrosoftSettings | null
}

export const createProviders = (
  { google, microsoft }: ProviderSettings,
  fetch: Outside['fetch'],
): readonly Provider[] => [
  ...(google === null ? [] : [createGoogle(google, fetch)]),
  ...(microsoft === null ? [] : [createMicrosoft(microsoft, fetch)]),
]
