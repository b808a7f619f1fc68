/** Joins the parts of an export into one file, and cuts a large file into parts to import. The page works without this script. */

const fileEnd = '\n]}\n'
const cutBytes = 512 * 1024

/** @param {string} text */
const linesOf = (text) => text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n]}'))

/** @param {HTMLElement} area */
const offerJoined = (area) => {
  const { joining = '', failed = '', label = '' } = area.dataset
  const status = area.querySelector('[role=status]')
  const links = [...area.querySelectorAll('a')]
  const button = document.createElement('button')
  button.className = 'button'
  button.textContent = label
  area.prepend(button)
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      /** @type {string[]} */
      const pieces = []
      for (const [index, link] of links.entries()) {
        if (status) status.textContent = joining.replace('-1', String(index + 1))
        const response = await fetch(link.href)
        if (!response.ok) throw new Error(String(response.status))
        const text = await response.text()
        if (index === 0) pieces.push(text.slice(0, text.indexOf('\n') + 1))
        const lines = linesOf(text)
        if (lines !== '') pieces.push(pieces.length > 1 ? `,\n${lines}` : lines)
      }
      const file = new Blob([...pieces, fileEnd], { type: 'application/json' })
      const save = document.createElement('a')
      save.href = URL.createObjectURL(file)
      save.download = `perennial-${new Date().toISOString().slice(0, 10)}.json`
      save.click()
      if (status) status.textContent = ''
    } catch {
      if (status) status.textContent = failed
    }
    button.disabled = false
  })
}

/** @param {HTMLFormElement} form */
const cutLarge = (form) => {
  const field = form.querySelector('input[type=file]')
  const status = form.querySelector('[role=status]')
  if (!(field instanceof HTMLInputElement)) return
  form.addEventListener('submit', async (event) => {
    const [file] = field.files ?? []
    if (!file || file.size <= 2 * cutBytes) return
    event.preventDefault()
    const lines = (await file.text()).trim().split('\n')
    const head = `${lines[0]}\n`
    /** @type {string[]} */
    let part = []
    let length = 0
    let isFirst = true
    /** @param {boolean} hasMore */
    const send = async (hasMore) => {
      const body = new FormData(form)
      const records = part.map((line) => line.replace(/,$/, '')).join(',\n')
      body.set('file', new Blob([head, records, fileEnd], { type: 'application/json' }), file.name)
      if (!isFirst) body.set('continued', 'yes')
      if (hasMore) body.set('more', 'yes')
      const response = await fetch(form.action, { method: 'POST', body })
      if (response.status === 400) {
        document.open()
        document.write(await response.text())
        document.close()
        throw new Error('refused')
      }
      if (!response.ok) throw new Error(String(response.status))
      isFirst = false
      part = []
      length = 0
    }
    try {
      for (const [index, line] of lines.slice(1, -1).entries()) {
        part.push(line)
        length += line.length
        if (length < cutBytes) continue
        if (status) status.textContent = `${Math.floor((100 * index) / lines.length)}%`
        await send(true)
      }
      await send(false)
      location.assign('/your-data')
    } catch {}
  })
}

const area = document.getElementById('export')
if (area) offerJoined(area)
const form = document.querySelector('form[action="/your-data/import"]')
if (form instanceof HTMLFormElement) cutLarge(form)
