/** The script of two pages. Both work without it: it only saves a reload, or a few clicks. */

/** Keeps the numbers of the reading page moving, and goes on to the people when everything is read. */
export const readingScript = `
const put = (id, text) => { const element = document.getElementById(id); if (element) element.textContent = text }
const look = async () => {
  try {
    const response = await fetch('/reading/state', { headers: { accept: 'application/json' } })
    if (response.ok) {
      const { lines, share, isDone } = await response.json()
      for (const [id, text] of Object.entries(lines)) put(id, text)
      const bar = document.getElementById('bar')
      if (bar && share !== null) bar.value = share
      if (isDone) return
    }
  } catch {}
  setTimeout(look, 1200)
}
setTimeout(look, 800)
`

/** Copies the text, and has the link open the mail client with the text as it was changed. */
export const checkInScript = `
const text = document.getElementById('text')
const subject = document.getElementById('subject')
const open = document.getElementById('open')
const copy = document.getElementById('copy')
const change = () => {
  const url = new URL(open.href)
  const isMailto = url.protocol === 'mailto:'
  const fields = isMailto ? { subject: subject.value, body: text.value.replace(/\\n/g, '\\r\\n') } : { su: subject.value, body: text.value }
  const query = url.search.slice(1).split('&').filter((pair) => !(pair.split('=')[0] in fields))
  for (const [name, value] of Object.entries(fields)) query.push(name + '=' + encodeURIComponent(value))
  open.href = url.href.split('?')[0] + '?' + query.join('&')
}
text.addEventListener('input', change)
subject.addEventListener('input', change)
copy.hidden = false
copy.addEventListener('click', async () => {
  await navigator.clipboard.writeText(text.value)
  copy.textContent = 'Copied'
})
`
