/**
 * Stands in the bundle for `google-auth-library` (see `wrangler.toml`), which Google's SDK loads whole to look for
 * credentials on the machine it runs on. Ours come from a person's grant and are handed to each call; the library would be
 * a sixth of the Worker, and never asked.
 */
export class GoogleAuth {
  constructor() {
    throw new Error('Google’s SDK looked for credentials of its own. Give the call its access token.')
  }
}
