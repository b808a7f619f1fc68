/** Searches the list of everyone while somebody types. The page works without this script: the form has a button. */

const list = document.getElementById('list')
const form = list?.querySelector('form')
const pauseMilliseconds = 200

/** What of the list is shown anew: the form stays, with the cursor in it. @param {ParentNode} from */
const resultIn = (from) =>
  [...from.children].filter((child) => child.matches('table, p, div') && !child.matches('form'))

let latest = 0

const search = async () => {
  if (!list || !form) return
  const turn = ++latest
  const parameters = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') parameters.set(name, value)
  const path = `/people?${parameters}`
  const response = await fetch(path)
  if (!response.ok || turn !== latest) return
  const found = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('list')
  if (!found || turn !== latest) return
  for (const child of resultIn(list)) child.remove()
  list.append(...resultIn(found))
  history.replaceState(null, '', `${path}#everyone`)
}

let timer = 0
form?.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => search().catch(() => form.requestSubmit()), pauseMilliseconds)
})
