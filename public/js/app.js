// Menus by arrow keys, the dialog that asks before a card goes, and the focus that stays where people left it.
// Everything works without this file; with it, it works more smoothly.

document.addEventListener('keydown', (event) => {
  const menu = event.target.closest?.('.menu')
  const list = menu?.querySelector(':popover-open')
  if (!list || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return
  event.preventDefault()
  const items = [...list.querySelectorAll('a, button')]
  const at = items.indexOf(document.activeElement)
  const next = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? items.length - 1 : at - 1,
    Home: 0,
    End: items.length - 1,
  }
  items.at(next[event.key] % items.length).focus()
})

document.addEventListener('focusout', (event) => {
  const menu = event.target.closest?.('.menu')
  if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) {
    menu.querySelector(':popover-open')?.hidePopover()
  }
})

// A look that the page takes by itself would close the menu that somebody has open, and forget what they wait for: it
// waits until they are done.
const inUse = '#wallet :is(:popover-open, .htmx-request:not(.processing)), dialog[open]'

document.addEventListener('htmx:before:request', (event) => {
  if (!event.target.matches?.('.processing') || !document.querySelector(inUse)) return
  event.preventDefault()
  lookAgain(2000)
})

function lookAgain(delay) {
  setTimeout(() => document.querySelector('.processing')?.dispatchEvent(new Event('look')), delay)
}

// A part of a page speaks the page's language, whatever another tab has chosen since.
document.addEventListener('htmx:before:request', (event) => {
  event.detail.ctx.request.headers['HX-Page-Language'] = document.documentElement.lang
})

// The second press of a double click is meant for what the first one pressed, not for what lay beneath it.
let pressed

for (const type of ['mousedown', 'click'])
  document.addEventListener(
    type,
    (event) => {
      const control = event.target.closest?.('a, button, input, select, summary')
      if (event.detail < 2) pressed = control
      else if (control !== pressed) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    true,
  )

// Before htmx asks, the menu closes: that puts the focus on its button, which is there again afterwards.
document.addEventListener('htmx:before:request', (event) => {
  const list = event.target.closest?.('.menu')?.querySelector(':popover-open')
  if (!list) return
  list.hidePopover()
  list.parentElement.querySelector('.menu-button').focus()
})

// Changes wait for each other. One that waited while its own double was answered, because somebody clicked twice,
// has nothing left to ask.
let lastAsked

document.addEventListener('htmx:before:request', (event) => {
  const { sourceElement, request } = event.detail.ctx
  const asked = `${request.method} ${request.action} ${request.body}`
  if (!sourceElement.isConnected && asked === lastAsked) event.preventDefault()
  lastAsked = asked
})

// Stripe may take its time over what somebody asked for, or the way to us: after a moment their row says so, until the
// answer comes.
const noticeAfter = 1000

document.addEventListener('htmx:before:request', (event) => {
  const place = event.target.closest?.('.card, #dialog')
  const { request } = event.detail.ctx
  if (!place) return
  const { working, waiting } = document.body.dataset
  const note = textIn('p', request.method === 'GET' ? waiting : working)
  note.className = 'note'
  const timer = setTimeout(() => {
    ;(place.querySelector('.card-facts') ?? place).append(note)
    place.setAttribute('aria-busy', 'true')
  }, noticeAfter)
  event.detail.ctx.answered = () => {
    clearTimeout(timer)
    note.remove()
    place.removeAttribute('aria-busy')
  }
})

document.addEventListener('htmx:finally:request', (event) => event.detail.ctx.answered?.())

const dialog = document.getElementById('dialog')
// What goes wrong in the dialog is told by the page's title as long as the dialog is there.
let titleOutside

document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  if (dialog.open || !dialog.querySelector('form')) return
  // Whoever did something else meanwhile has another row by now, and htmx names the dialog in the old one's place.
  if (ctx.sourceElement !== dialog && !ctx.sourceElement.closest('.menu')) return
  dialog.setAttribute('aria-labelledby', 'dialog-heading')
  // The focus goes past what follows from a removal: it is read out with the question.
  dialog.setAttribute('aria-describedby', 'dialog-text dialog-undo')
  titleOutside = document.title
  dialog.showModal()
})

// What was asked in the dialog is under way: it closes, and the answer says where the focus goes.
// Unless the answer is another question, which comes up in the same place.
document.addEventListener('htmx:before:swap', (event) => {
  const { ctx } = event.detail
  ctx.answered?.()
  // What a proxy answers in our place is no part of a page; what we answer instead of a part says where it goes.
  if (ctx.response.status >= 400 && !ctx.hx?.retarget) {
    event.preventDefault()
    event.target.dispatchEvent(new CustomEvent('htmx:error', { bubbles: true, detail: { ctx } }))
    return
  }
  if (ctx.sourceElement.closest('#dialog') && ctx.hx?.retarget !== '#dialog') closeDialog()
})

// What had the focus may be gone with what was waited for: reading goes on from the heading.
let focused

document.addEventListener('htmx:before:swap', () => {
  focused = document.activeElement
})

document.addEventListener('htmx:after:swap', () => {
  if (!focused.isConnected) focusHeading()
})

function focusHeading() {
  if (document.activeElement !== document.body) return
  const heading = document.querySelector('h1')
  heading.tabIndex = -1
  heading.focus()
}

// Whoever tries again is not told any more that it failed before.
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
  if (ctx.sourceElement.matches('form, a')) unsay()
})

// Nor is anybody once a look has seen it come about.
document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  const isLook = ctx.request.action.includes('?look=')
  if (isLook && !document.querySelector('.processing') && document.querySelector('#said.error')) unsay()
})

function unsay() {
  const said = document.getElementById('said')
  if (!said) return
  said.remove()
  document.title = document.body.dataset.title
}

// Nobody answered what somebody asked for. A look that the page took by itself fails in silence, and is taken again.
document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
  lookAgain(10_000)
  if (!ctx?.sourceElement.matches('form, a')) return
  closeDialog()
  const { problem, unreachable, errorTitle } = document.body.dataset
  const banner = document.createElement('div')
  banner.className = 'banner error'
  banner.tabIndex = -1
  banner.id = 'said'
  banner.role = 'group'
  banner.setAttribute('aria-labelledby', 'said')
  banner.append(textIn('h2', problem), textIn('p', unreachable))
  document.getElementById('banner').replaceChildren(banner)
  banner.focus()
  document.title = errorTitle
})

dialog.addEventListener('click', (event) => {
  const away = event.target === dialog || event.target.closest('[data-close-dialog]')
  if (!away) return
  event.preventDefault()
  if (!asking()) dismiss()
})

// What was agreed to is under way: it cannot be called back by closing.
dialog.addEventListener('cancel', (event) => {
  event.preventDefault()
  if (!asking()) dismiss()
})

// The row that asked may be gone by now.
function dismiss() {
  closeDialog()
  focusHeading()
}

function asking() {
  return dialog.querySelector('.htmx-request, form[aria-busy]') !== null
}

dialog.addEventListener('close', () => {
  dialog.removeAttribute('aria-labelledby')
  dialog.removeAttribute('aria-describedby')
  dialog.replaceChildren()
})

function textIn(name, textContent) {
  return Object.assign(document.createElement(name), { textContent })
}

function closeDialog() {
  if (!dialog.open) return
  dialog.close()
  document.title = titleOutside
}

// What takes a while and must be asked once: the second press does nothing, and after a moment a line says that it lasts.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!form.matches?.('[data-once]')) return
  if (form.getAttribute('aria-busy') === 'true') return event.preventDefault()
  form.setAttribute('aria-busy', 'true')
  const status = form.querySelector('.status')
  if (!status) return
  setTimeout(() => {
    status.textContent = document.body.dataset.working
  }, noticeAfter)
})

// A page that comes back from the browser's store is asked anew.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('[data-once][aria-busy]')) form.removeAttribute('aria-busy')
})

// A second click on a button that is at its end, or on one that is busy, does nothing.
document.addEventListener(
  'submit',
  (event) => {
    if (event.submitter?.getAttribute('aria-disabled') !== 'true') return
    event.preventDefault()
    // htmx asks all the same when only the default is prevented.
    event.stopPropagation()
  },
  true,
)
