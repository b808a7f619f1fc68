/**
 * Copies the text of a check-in as the reader changed it, and opens a mail program where the link asked for one. The page
 * works without this script. A trusted click tells the server that a person opened the check-in: a mail scanner's click is
 * not trusted.
 */

/** @template {HTMLElement} T @param {string} id @param {new () => T} type @returns {T} */
const byId = (id, type) => {
  const element = document.getElementById(id)
  if (element instanceof type) return element
  throw new Error(`The page has no ${id}`)
}

const page = byId('check-in', HTMLElement)
const text = byId('text', HTMLTextAreaElement)
const copy = byId('copy', HTMLButtonElement)

copy.hidden = false
copy.addEventListener('click', async (event) => {
  await navigator.clipboard.writeText(text.value)
  copy.textContent = copy.dataset.copiedLabel ?? ''
  if (event.isTrusted) navigator.sendBeacon(`${page.dataset.path}/opened`)
})
if (page.dataset.opens !== undefined) location.href = page.dataset.opens
