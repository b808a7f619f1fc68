/** The registry: every provider this installation is set up for. A new one is its folder and a line here. */
import type { Message } from '../model/message.ts'
import type { Outside } from '../outside.ts'
import { createGoogle, type GoogleSettings } from './google/index.ts'
import { createMicrosoft, type MicrosoftSettings } from './microsoft/index.ts'
import type { Provider } from './provider.ts'

export interface ProviderSettings {
  readonly google: GoogleSettings | null
  readonly microsoft: MicrosoftSettings | null
}

export interface Surroundings {
  readonly fetch: Outside['fetch']
  /** Whether headers that cost extra could change what a letter counts as, decided by what is known without them. */
  readonly headersMatter: (message: Message) => boolean
}

export const createProviders = (
  { google, microsoft }: ProviderSettings,
  { fetch, headersMatter }: Surroundings,
): readonly Provider[] => [
  ...(google === null ? [] : [createGoogle(google, fetch)]),
  ...(microsoft === null ? [] : [createMicrosoft(microsoft, fetch, headersMatter)]),
]
