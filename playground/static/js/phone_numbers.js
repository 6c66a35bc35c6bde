/** Phone numbers as Indonesians write them, and as Telegram keeps them. */

/** 0812-3456-7890, from whatever form of it. */
export function readablePhone(phone) {
  const digits = phone.replace(/\D/g, "").replace(/^62/, "0");
  const match = /^(08\d{2})(\d{4})(\d{2,5})$/.exec(digits);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : phone;
}

/** +62812…, or "" when there is no digit in it. */
export function internationalPhone(phone) {
  const digits = phone.replace(/\D/g, "").replace(/^0/, "62");
  return digits ? `+${digits}` : "";
}
