import type { Words } from '../words.js';

export const japanese: Words = {
  title: '本人確認',
  close: '閉じる',
  loading: 'お待ちください…',
  verify: '本人確認をする',
  errors: {
    consent_declined: '画像の確認に同意いただけませんでした。ほかの本人確認の方法をお問い合わせください。',
    device_unsupported: 'この確認にはカメラが必要ですが、この端末にはありません。スマートフォンで開いてください。',
    under_supported_age: 'この確認を利用できる年齢に達していません。ほかの本人確認の方法をお問い合わせください。',
    phone_otp_declined: '電話番号を確認できませんでした。ほかの本人確認の方法をお問い合わせください。',
    email_verification_declined: 'メールアドレスを確認できませんでした。ほかの本人確認の方法をお問い合わせください。',
    session_cancelled: '確認が終わる前に閉じられました。続けるには、もう一度開いてください。',
    link_used: 'この確認は別のブラウザーで開かれました。そちらで続けるか、最初からやり直してください。',
    link_expired: 'この確認は古すぎます。最初からやり直してください。',
    link_unknown: 'この確認が見つかりません。最初からやり直してください。',
    session_closed: 'この確認は取り消されました。',
    page_unreachable: '確認を開けませんでした。少し待ってから、もう一度お試しください。',
  },
};
