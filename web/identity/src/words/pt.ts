import type { Words } from '../words.js';

export const portuguese: Words = {
  title: 'Verificação de identidade',
  close: 'Fechar',
  loading: 'Um momento…',
  verify: 'Verificar minha identidade',
  errors: {
    consent_declined:
      'Você não aceitou a verificação das suas imagens. Peça outra forma de mostrar quem é.',
    device_unsupported:
      'Esta verificação precisa de uma câmera e este aparelho não tem nenhuma. Abra-a em um telefone.',
    under_supported_age:
      'Você precisa ser mais velho para usar esta verificação. Peça outra forma de mostrar quem é.',
    phone_otp_declined:
      'Não foi possível confirmar seu número de telefone. Peça outra forma de mostrar quem é.',
    email_verification_declined:
      'Não foi possível confirmar seu e-mail. Peça outra forma de mostrar quem é.',
    session_cancelled:
      'A verificação foi fechada antes de terminar. Abra-a de novo para continuar.',
    link_used: 'Esta verificação foi aberta em outro navegador. Continue lá ou comece de novo.',
    link_expired: 'Esta verificação é antiga demais. Comece de novo.',
    link_unknown: 'Esta verificação não foi encontrada. Comece de novo.',
    session_closed: 'Esta verificação foi cancelada.',
    page_unreachable: 'Não foi possível abrir a verificação. Tente de novo um pouco mais tarde.',
  },
};
