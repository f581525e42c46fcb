import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import './text/i18n'
import './app/base.css'

const root = document.getElementById('root')
if (root === null) {
  throw new Error('root: absent (expected: an element of that id)')
}
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
