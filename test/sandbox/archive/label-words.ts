/**
 * Takeout's words for Gmail's own labels, in English, German, French, Spanish, Italian, Portuguese, Dutch, Catalan, Polish,
 * Swedish, Danish, Norwegian, Finnish, Czech, Turkish, Russian, Japanese, Chinese and Korean. Exports seen in public and the
 * tables of programs that import them show the first seven, Catalan and Czech; the rest are the words of Gmail itself. Opened,
 * archived and the like name no label: the Gmail API has none for them.
 */

/** By the API's name; accents and case do not matter. */
export const labelWords: Readonly<Record<string, string>> = {
  INBOX:
    "Inbox|Posteingang|Boîte de réception|Recibidos|Bandeja de entrada|Posta in arrivo|Postvak IN|Caixa de entrada|Recebidos|Safata d'entrada|Rebuts|Odebrane|Skrzynka odbiorcza|Inkorg|Inkorgen|Indbakke|Indbakken|Innboks|Innboksen|Postilaatikko|Saapuneet|Doručené|Doručená pošta|Gelen Kutusu|Gelenler|Входящие|受信トレイ|收件箱|收件匣|받은편지함",
  SENT: 'Sent|Sent Mail|Gesendet|Gesendete Nachrichten|Envoyé|Envoyés|Messages envoyés|Enviados|Enviado|Inviata|Posta inviata|Inviati|Verzonden|E-mails enviados|Correio enviado|Enviats|Enviat|Wysłane|Wysłano|Skickat|Skickade|Sendt|Sendte|Sendt e-post|Sendte mails|Lähetetyt|Lähetetty|Odeslané|Odesláno|Odeslaná pošta|Gönderilmiş Postalar|Gönderilen|Gönderilenler|Gönderildi|Отправленные|Отправлено|送信済み|送信済みメール|已发送|已发邮件|已发送邮件|寄件備份|已傳送|寄件匣|보낸편지함|보낸 메일함',
  DRAFT:
    'Draft|Drafts|Entwurf|Entwürfe|Brouillon|Brouillons|Borrador|Borradores|Bozza|Bozze|Concept|Concepten|Rascunho|Rascunhos|Esborrany|Esborranys|Wersja robocza|Wersje robocze|Szkic|Szkice|Utkast|Kladde|Kladder|Udkast|Luonnos|Luonnokset|Koncept|Koncepty|Rozepsané|Taslak|Taslaklar|Черновик|Черновики|下書き|草稿|草稿箱|임시보관함|임시 보관함',
  TRASH:
    'Trash|Bin|Papierkorb|Corbeille|Papelera|Cestino|Prullenbak|Lixeira|Lixo|Reciclagem|Paperera|Kosz|Papperskorg|Papperskorgen|Papirkurv|Papirkurven|Papirkorg|Søppel|Roskakori|Koš|Çöp Kutusu|Çöp|Корзина|ゴミ箱|已删除|已删除邮件|回收站|垃圾箱|垃圾桶|휴지통',
  SPAM: 'Spam|Junk|Spamverdacht|Courrier indésirable|Pourriel|Correo no deseado|Posta indesiderata|Ongewenst|Spamberichten|Correu brossa|Brossa|Skräppost|Søppelpost|Uønsket e-post|Uønsket mail|Roskaposti|Nevyžádaná pošta|Önemsiz|Спам|迷惑メール|垃圾邮件|垃圾郵件|스팸함|스팸|스팸메일함',
  UNREAD:
    'Unread|Ungelesen|Non lu|Non lus|No leído|No leídos|Non letto|Non letti|Da leggere|Ongelezen|Não lida|Não lidas|Não lido|Não lidos|No llegit|No llegits|Per llegir|Nieprzeczytane|Nieprzeczytana|Oläst|Olästa|Ulæst|Ulæste|Ulest|Uleste|Lukematon|Lukemattomat|Lukematta|Nepřečtené|Okunmadı|Okunmamış|Непрочитанные|Непрочитанное|未読|未读|未讀|읽지않음|읽지 않음',
  STARRED:
    'Starred|Markiert|Suivi|Suivis|Messages suivis|Destacado|Destacados|Speciale|Speciali|Met ster|Com estrela|Destacats|Destacat|Oznaczone gwiazdką|Stjärnmärkt|Stjärnmärkta|Stjernemarkeret|Stjernemarkerede|Stjernemerket|Tähdellä merkityt|Tähdellinen|S hvězdičkou|Yıldızlı|Помеченные|スター付き|已加星标|已加星號|별표편지함|별표 편지함|중요표시',
  IMPORTANT:
    'Important|Wichtig|Importante|Importanti|Importants|Belangrijk|Ważne|Viktigt|Viktig|Vigtigt|Vigtig|Tärkeä|Tärkeät|Důležité|Önemli|Важное|Важные|重要|重要邮件|重要郵件|중요|중요편지함',
  CHAT: 'Chat|Chats|Xats',
}

/** What stands before the name of a category. */
export const categoryNames =
  'Category|Kategorie|Catégorie|Categoría|Categoria|Categorie|Kategoria|Kategorin|Kategori|Luokka|Категория|カテゴリ|类别|類別|카테고리'

export const categoryWords: Readonly<Record<string, string>> = {
  CATEGORY_PERSONAL:
    'Personal|Primary|Persönlich|Allgemein|Principale|E-mails personnels|Principal|Persoonlijk|Primair|Pessoal|Główne|Osobiste|Primär|Personlig|Primær|Yleiset|Ensisijainen|Osobní|Primární|Birincil|Kişisel|Несортированные|Личные|メイン|主要|个人|個人|기본|개인',
  CATEGORY_SOCIAL:
    'Social|Soziale Netzwerke|Soziale Medien|Réseaux sociaux|Sociale|Sociaal|Redes sociais|Xarxes socials|Społeczności|Socialt|Sociale medier|Sosialt|Yhteisöpalvelut|Sosiaalinen|Sociální sítě|Sosyal|Соцсети|Социальные сети|ソーシャル|社交|社交網路|소셜',
  CATEGORY_PROMOTIONS:
    'Promotions|Werbung|Promociones|Promozioni|Reclame|Promoções|Promocions|Oferty|Reklamer|Reklam|Kampanjer|Tilbud|Kampanjat|Tarjoukset|Promo akce|Reklamy|Tanıtımlar|Промоакции|プロモーション|推广|促銷內容|프로모션',
  CATEGORY_UPDATES:
    'Updates|Neuigkeiten|Benachrichtigungen|Notifications|Mises à jour|Notificaciones|Notifiche|Aggiornamenti|Atualizações|Actualitzacions|Novetats|Powiadomienia|Uppdateringar|Opdateringer|Oppdateringer|Päivitykset|Aktualizace|Güncellemeler|Обновления|Оповещения|新着|更新|最新快訊|動態更新|업데이트',
  CATEGORY_FORUMS:
    'Forums|Foren|Foros|Forum|Fóruns|Fòrums|Fora|Foorumit|Keskustelupalstat|Fóra|Diskuzní fóra|Forumlar|Форумы|フォーラム|论坛|論壇|포럼',
}
