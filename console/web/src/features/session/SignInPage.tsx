import { Button, Form, Input } from 'antd'
import { useSignIn, type Credentials } from '../../api/session'
import type { RequestFailed } from '../../api/problem'
import { useWords, type Words } from '../../text/useWords'
import { Icon } from '../../ui/Icon'
import { Mark } from '../../ui/Mark'

function reason(error: RequestFailed, t: Words['t']): string {
  const { failure } = error
  if (failure.kind === 'network') {
    return t('failed.network')
  }
  if (failure.kind === 'problem' && failure.code === 'sign_in_blocked') {
    return t('session.blocked')
  }
  if (failure.kind === 'problem' && failure.status >= 500) {
    return t('failed.server')
  }
  return t('session.wrong')
}

/** Name and password of a local account. */
export function SignInPage() {
  const { t, toggle } = useWords()
  const signIn = useSignIn()
  return (
    <main className="alone">
      <section className="card sign-in">
        <h1 className="brand">
          <Mark />
          {t('shell.name')}
        </h1>
        <p className="secondary">{t('session.welcome')}</p>
        <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
          <Form.Item label={t('session.username')} name="username" rules={[{ required: true, message: t('session.usernameMissing') }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item label={t('session.password')} name="password" rules={[{ required: true, message: t('session.passwordMissing') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {signIn.error !== null && (
            <p className="form-error" role="alert">
              <Icon name="error" /> {reason(signIn.error, t)}
            </p>
          )}
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('session.signIn')}
          </Button>
        </Form>
        <p className="meta">{t('session.firstTime')}</p>
        <Button type="link" size="small" onClick={toggle} lang={t('shell.otherLanguageCode')}>
          {t('shell.otherLanguage')}
        </Button>
      </section>
    </main>
  )
}
