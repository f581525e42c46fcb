import { Button, Form, Input } from 'antd'
import { useChangePassword, useSignOut } from '../../api/session'
import { useWords } from '../../text/useWords'
import { Icon } from '../../ui/Icon'

interface Values {
  current: string
  next: string
  again: string
}

const LEAST = 12

/** The one-time password has to be replaced before anything else. */
export function PasswordPage() {
  const { t } = useWords()
  const change = useChangePassword()
  const signOut = useSignOut()
  const [form] = Form.useForm<Values>()
  return (
    <main className="alone">
      <section className="card sign-in">
        <h1>{t('password.title')}</h1>
        <p className="secondary">{t('password.why')}</p>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ current, next }) => change.mutate({ current, next })}
        >
          <Form.Item label={t('password.current')} name="current" rules={[{ required: true, message: t('session.passwordMissing') }]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Form.Item
            label={t('password.next')}
            name="next"
            extra={t('password.rule', { least: LEAST })}
            rules={[{ required: true, min: LEAST, message: t('password.rule', { least: LEAST }) }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            label={t('password.again')}
            name="again"
            dependencies={['next']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('password.differs'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          {change.error !== null && (
            <p className="form-error" role="alert">
              <Icon name="error" />{' '}
              {change.error.failure.kind === 'problem' ? <bdi>{change.error.failure.detail}</bdi> : t('failed.network')}
            </p>
          )}
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            {t('password.save')}
          </Button>
        </Form>
        <Button type="link" size="small" onClick={() => signOut.mutate()}>
          {t('session.signOut')}
        </Button>
      </section>
    </main>
  )
}
