// Whatever a run leaves lying about: its processes, its folders, its small disks. Gone at the end, and on Ctrl-C.
import { type ChildProcess, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const children = new Set<ChildProcess>()
const folders = new Set<string>()
const disks = new Set<string>()

export function keep<Child extends ChildProcess>(child: Child): Child {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** In memory where there is room for it: processes die here, the machine does not. */
export function newFolder(): string {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'guichet-chaos-'))
  folders.add(folder)
  return folder
}

export function removeFolder(folder: string): void {
  for (const disk of disks) if (disk.startsWith(folder)) unmount(disk)
  rmSync(folder, { recursive: true, force: true })
  folders.delete(folder)
}

/** Somebody wants to look into it. */
export function keepFolder(folder: string): void {
  folders.delete(folder)
  console.error(`Kept: ${folder}`)
}

/** A disk of its own that can be filled, or false where this user may not mount one. */
export function smallDisk(path: string, megabytes: number): boolean {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', path])
  if (status === 0) disks.add(path)
  return status === 0
}

function unmount(disk: string): void {
  if (spawnSync('umount', [disk]).status !== 0) spawnSync('umount', ['-l', disk])
  disks.delete(disk)
}

export function leaveNothing(): void {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) removeFolder(folder)
}

process.once('exit', leaveNothing)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
