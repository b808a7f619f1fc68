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

/**
 * Copies the text, has the links open mail clients with the text as it was changed, offers the subject of the last
 * conversation once it is found, and tells when somebody's hand opened the letter: a click is no scanner's.
 */
export const checkInScript = `
const page = document.getElementById('check-in')
const text = document.getElementById('text')
const subject = document.getElementById('subject')
const copy = document.getElementById('copy')
const tooLong = document.getElementById('too-long')
const ways = [...document.querySelectorAll('[data-way]')]
const longest = 2000
const fill = (way, body) => {
  const [name, lines] = way.dataset.way.split(' ')
  const fields = { [name]: subject.value, body: lines === 'crlf' ? body.replace(/\\n/g, '\\r\\n') : body }
  const [path, query = ''] = way.href.split('?')
  const kept = query.split('&').filter((pair) => !(pair.split('=')[0] in fields))
  return path + '?' + [...kept, ...Object.entries(fields).map(([key, value]) => key + '=' + encodeURIComponent(value.toWellFormed()))].join('&')
}
const change = () => {
  let isCut = false
  for (const way of ways) {
    let body = text.value.trimEnd()
    let link = fill(way, body)
    while (link.length > longest && body !== '') {
      isCut = true
      const shorter = body.slice(0, Math.max(0, body.length - Math.max(1, Math.ceil((link.length - longest) / 9))))
      body = shorter.slice(0, Math.max(0, shorter.search(/\\s\\S*$/))).trimEnd()
      link = fill(way, body)
    }
    way.href = link
  }
  tooLong.hidden = !isCut
}
const opened = () => navigator.sendBeacon(page.dataset.path + '/opened')
text.addEventListener('input', change)
subject.addEventListener('input', change)
for (const way of ways) way.addEventListener('click', (event) => { if (event.isTrusted) opened() })
copy.hidden = false
copy.addEventListener('click', async (event) => {
  await navigator.clipboard.writeText(text.value)
  copy.textContent = 'Copied'
  if (event.isTrusted) opened()
})
const look = document.getElementById('look')
const offer = (reply) => {
  const line = document.getElementById('subjects')
  for (const [value, label] of [[reply, reply], [subject.dataset.fresh, 'A fresh subject']]) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button plain small'
    button.textContent = label
    button.addEventListener('click', () => { subject.value = value; change() })
    line.append(button, ' ')
  }
  line.hidden = false
}
if (look) {
  look.hidden = true
  fetch(page.dataset.path + '/subject', { method: 'POST', headers: { accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : { reply: null }))
    .then(({ reply }) => { if (reply) offer(reply) })
    .catch(() => {})
}
if ('opensItself' in page.dataset && ways[0]) location.href = ways[0].href
`
