/** The answer of a Worker that cannot start for want of a setting: one sentence that names it. */
import type { ConfigError } from '../../env.ts'

export const settingMissingPage = ({ sentence }: ConfigError): Response =>
  new Response(`Perennial is not set up yet. ${sentence}\n`, {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
