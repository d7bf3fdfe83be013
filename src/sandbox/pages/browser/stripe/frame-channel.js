// The conversation with one frame of the sandbox. Both ends check the other's origin and
// the channel id, which only the two of them know.
import { emitter } from './emitter.js'
import { sandboxOrigin } from './sandbox-origin.js'

export function newChannelId() {
  return crypto.randomUUID?.() ?? String(crypto.getRandomValues(new Uint32Array(4)))
}

export function openChannel(iframe, channel) {
  const { on, emit } = emitter()
  const waiting = new Map()
  let lastRequest = 0
  let greeted = false
  let queue = []

  const send = (type, payload) => {
    if (!greeted) return queue.push([type, payload])
    iframe.contentWindow?.postMessage({ channel, type, payload }, sandboxOrigin)
  }

  const listen = (event) => {
    if (event.origin !== sandboxOrigin || event.data?.channel !== channel) return
    if (event.source !== iframe.contentWindow) return
    const { type, payload } = event.data
    if (type === 'hello') greet()
    if (type === 'reply') return answer(payload)
    emit(type, payload)
  }

  const greet = () => {
    greeted = true
    const held = queue
    queue = []
    for (const [type, payload] of held) send(type, payload)
  }

  const answer = ({ request, result }) => {
    waiting.get(request)?.(result)
    waiting.delete(request)
  }

  window.addEventListener('message', listen)
  return {
    on,
    send,
    hasGreeted: () => greeted,
    request(method, params) {
      lastRequest += 1
      send('request', { request: lastRequest, method, params })
      return new Promise((resolve) => waiting.set(lastRequest, resolve))
    },
    // Whoever still waits is told that the line is dead.
    close() {
      window.removeEventListener('message', listen)
      for (const resolve of waiting.values()) resolve({ error: { type: 'api_connection_error' } })
      waiting.clear()
    },
  }
}
