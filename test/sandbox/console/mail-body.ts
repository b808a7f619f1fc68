/** The HTML of a mail as a document of its own, from which nothing runs and nothing is fetched. Pure. */

/**
 * The mail as it came, but for one word to the browser: its links open in a tab of their own. The tag goes where the
 * document would have it, because anything before the doctype would change how the whole mail is laid out.
 */
export const mailDocument = (html: string): string => {
  const head = /<head(?:\s[^>]*)?>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html)
  const end = head === null ? 0 : head.index + head[0].length
  return html.slice(0, end) + linksInTabs + html.slice(end)
}

/** Pictures from elsewhere would leave this machine, and tell their sender that the mail was opened. */
export const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
].join('; ')

const linksInTabs = '<base target="_blank">'
