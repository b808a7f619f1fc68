/**
 * Lets the links of a check-in open mail clients with the text as the reader changed it, copies the text, and offers the
 * subject of the last conversation. The page works without this script. A trusted click tells the server that a person
 * opened the check-in: a mail scanner's click is not trusted.
 */

/** @template {HTMLElement} T @param {string} id @param {new () => T} type @returns {T} */
const byId = (id, type) => {
  const element = document.getElementById(id)
  if (element instanceof type) return element
  throw new Error(`The page has no ${id}`)
}

const page = byId('check-in', HTMLElement)
const subject = byId('subject', HTMLInputElement)
const text = byId('text', HTMLTextAreaElement)
const copy = byId('copy', HTMLButtonElement)
const tooLong = byId('too-long', HTMLElement)
const askForReply = document.getElementById('ask-for-reply')
/** @type {HTMLAnchorElement[]} */
const ways = [...document.querySelectorAll('a')].filter((link) => 'template' in link.dataset)
const maxLinkLength = Number(page.dataset.maxLinkLength)

/** @param {string} value */
const encode = (value) => encodeURIComponent(value.toWellFormed())

/**
 * The same placeholders as on the server.
 * @param {string} template @param {string} body
 */
const fill = (template, body) =>
  template
    .replace('{subject}', () => encode(subject.value))
    .replace('{body}', () => encode(body))
    .replace('{crlfBody}', () => encode(body.replace(/\n/g, '\r\n')))

/**
 * The longest beginning of the text that fits into a link and ends with a word.
 * @param {string} template @param {string} body @returns {string}
 */
const beginning = (template, body) => {
  const excess = fill(template, body).length - maxLinkLength
  if (excess <= 0 || body === '') return body
  // A character takes at most nine: fewer than this cannot be enough.
  const shorter = body.slice(0, Math.max(0, body.length - Math.max(1, Math.ceil(excess / 9))))
  return beginning(template, shorter.slice(0, Math.max(0, shorter.search(/\s\S*$/))).trimEnd())
}

const refresh = () => {
  const body = text.value.trimEnd()
  const cut = ways.map((way) => {
    const template = way.dataset.template ?? ''
    const fitting = beginning(template, body)
    way.href = fill(template, fitting)
    return fitting !== body
  })
  tooLong.hidden = !cut.includes(true)
}

/** @param {Event} event */
const tellOpened = (event) => {
  if (event.isTrusted) navigator.sendBeacon(`${page.dataset.path}/opened`)
}

/** @param {string} value @param {string} label */
const subjectButton = (value, label) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button plain small'
  button.textContent = label
  button.addEventListener('click', () => {
    subject.value = value
    refresh()
  })
  return button
}

/** @param {string} reply */
const offerReply = (reply) => {
  const line = byId('subjects', HTMLElement)
  const fresh = subjectButton(subject.dataset.fresh ?? '', line.dataset.freshLabel ?? '')
  line.append(subjectButton(reply, reply), ' ', fresh)
  line.hidden = false
}

/** Without an answer the page stays as it is. */
const lookUpReply = async () => {
  try {
    const response = await fetch(`${page.dataset.path}/subject`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    })
    if (!response.ok) return
    /** @type {{ reply: string | null }} */
    const { reply } = await response.json()
    if (reply !== null && reply !== '') offerReply(reply)
  } catch {}
}

text.addEventListener('input', refresh)
subject.addEventListener('input', refresh)
for (const way of ways) way.addEventListener('click', tellOpened)
copy.hidden = false
copy.addEventListener('click', async (event) => {
  await navigator.clipboard.writeText(text.value)
  copy.textContent = copy.dataset.copiedLabel ?? ''
  tellOpened(event)
})
if (askForReply) {
  askForReply.hidden = true
  lookUpReply()
}
if ('opensItself' in page.dataset && ways[0]) location.href = ways[0].href
