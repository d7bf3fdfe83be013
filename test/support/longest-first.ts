// What takes longest begins first, so that the others run beside it: by itself it would be left for the end, since its
// files are small.

import { BaseSequencer, type TestSpecification } from 'vitest/node'

const long = /every-page-in-|chaos\.test|timing\/measure/

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
