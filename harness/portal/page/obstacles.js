// What stands in a person's way on the page as it is: maintenance, a riddle, a sign-in. Words, or "" for none.
const SHUT = /(?:đang|tạm)\s+(?:được\s+)?(?:bảo trì|nâng cấp)|tạm (?:ngừng|dừng) (?:phục vụ|hoạt động|cung cấp)|under maintenance|scheduled maintenance/iu;
const RIDDLE = /captcha|turnstile|mã bảo vệ|ký tự (?:trong|trên) hình|không phải là (?:người máy|robot)|i'?m not a robot/iu;
const ENTRY = /^(?:đăng nhập|sign in|log ?in|yêu cầu đăng nhập)(?!\S)/iu;
const obstacle = () => {
  const titles = [document.title, ...every(document, "h1, h2, [role=heading], [role=alert], dialog").filter(shown).map((el) => say(el))].map(norm);
  const whole = norm(document.body?.innerText || "");
  const shut = titles.find((words) => SHUT.test(words)) || (whole.length < 400 && SHUT.test(whole) ? whole : "");
  const fields = every(document, "input:not([type=hidden]), select, textarea").filter(shown);
  const riddles = every(document, "iframe, img, canvas, label, input, [class*=captcha i], [id*=captcha i]").filter(shown)
    .map((el) => [el.src, el.alt, el.title, el.name, el.id, el.tagName === "LABEL" ? say(el) : "", String(el.className?.baseVal ?? el.className), el.placeholder].filter(Boolean).join(" "))
    .find((words) => RIDDLE.test(words)) || "";
  const entry = titles.find((words) => ENTRY.test(words)) || (fields.some((el) => el.type === "password") ? "ô mật khẩu" : "");
  const refused = inspect().filter((c) => c.validity).map((c) => ({ label: c.names[0]?.text || "", message: norm(c.validity) }));
  return { shut: fields.length > 2 ? "" : shut, riddle: riddles && norm(riddles), entry, refused };
};
window.__kiemthu.obstacle = obstacle;
