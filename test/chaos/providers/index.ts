/** Every simulated provider the fault run lets the weather loose on. A new one is its file and a line here. */
import { google } from './google.ts'
import { microsoft } from './microsoft.ts'
import type { ProviderInWeather } from './provider.ts'

export const providersInWeather: readonly ProviderInWeather[] = [google, microsoft]
