// Where a run leaves what it found: git ignores it.

const results = new URL('../../../test-results/a11y/', import.meta.url)

export const documents = new URL('documents/', results)
export const tableFile = new URL('table.txt', results)
