import { Button, Form, Input } from 'antd'
import { useSignIn, type Credentials } from '../../api/session'
import { useWords } from '../../text/useWords'
import { FormError } from '../../ui/FormError'
import { Mark } from '../../ui/Mark'

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
          {signIn.error !== null && <FormError error={signIn.error} words={{ sign_in_failed: t('session.wrong') }} />}
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
