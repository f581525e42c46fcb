import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By name: the first sign-in replaces the one-time password that the others then no longer know. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return [...files].sort((one, other) => one.moduleId.localeCompare(other.moduleId))
  }
}

// In a real browser against a running Touchstone: E2E_URL, E2E_DATA (its data folder) and E2E_PASSWORD (the one-time password).
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.e2e.ts'],
    fileParallelism: false,
    sequence: { concurrent: false, sequencer: ByName },
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
})
