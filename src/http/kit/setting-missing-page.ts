/** The answer of a Worker that cannot start for want of a setting. `sentence` names the setting. */

export const settingMissingPage = ({ sentence }: { readonly sentence: string }): Response =>
  new Response(`Perennial is not set up yet. ${sentence}\n`, {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
