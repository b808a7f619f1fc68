/**
 * The keyboard of the triage page: up and down move, 1 2 3 choose, U takes the last choice back, Enter is done. The page
 * works without this script.
 */

/** @typedef {{ chosen: HTMLInputElement, before: HTMLInputElement }} Choice */

const people = [...document.querySelectorAll('.triage fieldset')]
const form = document.getElementById('triage')
const keys = document.getElementById('keys')
if (keys) keys.hidden = false

/** @type {Choice[]} */
const choices = []

/** @param {Element} person @returns {HTMLInputElement[]} */
const radiosOf = (person) => [...person.querySelectorAll('input')]

/** @param {Element} person */
const checkedIn = (person) => radiosOf(person).find((radio) => radio.checked)

/** @type {WeakMap<Element, HTMLInputElement>} */
const checkedBefore = new WeakMap()
for (const person of people) {
  const checked = checkedIn(person)
  if (checked) checkedBefore.set(person, checked)
  person.addEventListener('change', () => {
    const before = checkedBefore.get(person)
    const chosen = checkedIn(person)
    if (before && chosen) choices.push({ chosen, before })
    if (chosen) checkedBefore.set(person, chosen)
  })
}

const current = () => people.findIndex((person) => person.contains(document.activeElement))

/** @param {number} index */
const moveTo = (index) => {
  const person = people[Math.max(0, Math.min(people.length - 1, index))]
  if (person) checkedIn(person)?.focus()
}

/** @param {HTMLInputElement} radio */
const choose = (radio) => {
  radio.focus()
  if (!radio.checked) radio.click()
}

const undo = () => {
  const last = choices.pop()
  if (!last) return
  choose(last.before)
  // Choosing it was a change too.
  choices.pop()
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const index = current()
  const key = event.key.toLowerCase()
  const choice = ['1', '2', '3'].indexOf(key)
  if (key === 'arrowdown') moveTo(index + 1)
  else if (key === 'arrowup') moveTo(index - 1)
  else if (choice >= 0 && index >= 0) {
    const radio = radiosOf(people[index] ?? document.body)[choice]
    if (radio) choose(radio)
  } else if (key === 'u') undo()
  else if (key === 'enter' && index >= 0 && form instanceof HTMLFormElement) form.requestSubmit()
  else return
  event.preventDefault()
})
