// The page that opened this frame, as the address says; it checks our origin and the channel id.
const { channel, origin } = document.body.dataset

export function tell(type) {
  if (channel && window.parent !== window) window.parent.postMessage({ channel, type }, origin)
}

export function listen(handlers) {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== origin || event.data?.channel !== channel) return
    handlers[event.data.type]?.()
  })
}
