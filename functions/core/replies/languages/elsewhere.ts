/** "Stop" in languages of which we know no more than that; it counts when it is all that is said. */
export const ELSEWHERE = `配信停止, 配信停止(してください|をお願いします|お願いします|希望), 購読解除, 退订, 取消订阅, 退訂, 取消訂閱, 수신거부, 구독취소, 구독 취소,
  отписаться, отпишите меня, отписка, стоп, відписатися, rezygnuję, wypisz mnie, wypisać, odhlásit, avregistrera, avsluta prenumeration,
  afmeld, avmeld, avslutt abonnement, peruuta tilaus, leiratkozás, dezabonare, dezabonează mă, abonelikten çık, aboneliği iptal,
  διαγραφή, הסר, הסירו אותי, إلغاء الاشتراك, hủy đăng ký, berhenti berlangganan`;
