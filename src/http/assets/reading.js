/** Keeps the numbers of the reading page moving. The page works without this script: it reloads by itself then. */

/** @typedef {{ lines: Record<string, string>, share: number | null, isDone: boolean }} ReadingState */

const firstAfter = 800
const thenEvery = 1200

/** @param {ReadingState} state */
const show = ({ lines, share }) => {
  for (const [id, text] of Object.entries(lines)) {
    const element = document.getElementById(id)
    if (element) element.textContent = text
  }
  const bar = document.getElementById('bar')
  if (bar instanceof HTMLProgressElement && share !== null) bar.value = share
}

/** A page that cannot be reached is asked for again. */
const follow = async () => {
  try {
    const response = await fetch('/reading/state', { headers: { accept: 'application/json' } })
    if (response.ok) {
      /** @type {ReadingState} */
      const state = await response.json()
      show(state)
      if (state.isDone) return
    }
  } catch {}
  setTimeout(follow, thenEvery)
}

setTimeout(follow, firstAfter)
