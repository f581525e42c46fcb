// Before the first paint, so that a dark page never flashes white. A file of its own: the content security policy forbids inline script.
(function () {
  var kept = null
  try {
    kept = localStorage.getItem('touchstone.theme')
  } catch (unavailable) {
    // Storage may be switched off: the system's choice then holds.
  }
  var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
