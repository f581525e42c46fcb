import type { RequestFailed } from '../api/problem'
import { useWords } from '../text/useWords'
import { failureText } from './failure'
import { Icon } from './Icon'
import { ServerText } from './ServerText'

interface Props {
  error: RequestFailed
  /** What codes mean in this form, where that is more than they mean everywhere. */
  words: Record<string, string>
}

/** Why a form was not taken. */
export function FormError({ error: { failure }, words }: Props) {
  const { t } = useWords()
  const own = failure.kind === 'problem' ? words[failure.code] : undefined
  return (
    <div className="form-error" role="alert">
      <p>
        <Icon name="error" /> {own ?? failureText(failure, t)}
      </p>
      {own === undefined && <ServerText failure={failure} />}
    </div>
  )
}
