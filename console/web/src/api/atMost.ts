/** Runs so many tasks at once and lets the others wait in order; who gives up waiting is left out. */
export function atMost(limit: number) {
  let running = 0
  const waiting: (() => void)[] = []
  const release = () => {
    const next = waiting.shift()
    if (next === undefined) {
      running--
    } else {
      next()
    }
  }
  return async <T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    if (running < limit) {
      running++
    } else {
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    try {
      signal?.throwIfAborted()
      return await task()
    } finally {
      release()
    }
  }
}
