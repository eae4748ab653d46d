import type { Words } from '../words.js';

export const chinese: Words = {
  title: '身份验证',
  close: '关闭',
  loading: '请稍候…',
  verify: '验证我的身份',
  errors: {
    consent_declined: '你没有同意检查你的照片。请询问其他证明身份的方式。',
    device_unsupported: '此验证需要摄像头，而这台设备没有摄像头。请在手机上打开。',
    under_supported_age: '你的年龄未达到此验证的要求。请询问其他证明身份的方式。',
    phone_otp_declined: '无法确认你的电话号码。请询问其他证明身份的方式。',
    email_verification_declined: '无法确认你的电子邮箱。请询问其他证明身份的方式。',
    session_cancelled: '验证在完成前已关闭。请重新打开以继续。',
    link_used: '此验证已在另一个浏览器中打开。请在那里继续，或重新开始。',
    link_expired: '此验证已过期。请重新开始。',
    link_unknown: '找不到此验证。请重新开始。',
    session_closed: '此验证已取消。',
    page_unreachable: '无法打开验证。请稍后再试。',
  },
};
