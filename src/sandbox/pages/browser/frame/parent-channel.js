// The frame's end of the conversation with the merchant's page. What is sent here never holds card data.
const { channel, origin } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))

export function tell(type, payload) {
  if (channel && origin) window.parent.postMessage({ channel, type, payload }, origin)
}

export function listen(handlers) {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== origin || event.data?.channel !== channel) return
    const { type, payload } = event.data
    handlers[type]?.(payload)
  })
}

export function answerRequests(methods) {
  return async ({ request, method, params }) => {
    const result = (await methods[method]?.(params)) ?? {}
    tell('reply', { request, result })
  }
}
