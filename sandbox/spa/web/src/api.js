// Talks to the JSON API; a refusal is thrown with the server's sentence and the fields it is about.
export class Refusal extends Error {
  constructor(status, body) {
    super(body.loi || "Hệ thống đang bận. Ông/bà vui lòng thử lại sau ít phút.");
    this.status = status;
    this.fields = body.o || {};
  }
}
let token = "";
export const learn = (given) => { token = given; };

export async function ask(method, path, sent) {
  const options = { method, headers: { Accept: "application/json" } };
  if (method !== "GET") options.headers["X-CSRFToken"] = token;
  if (sent instanceof FormData) options.body = sent;
  else if (sent !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(sent);
  }
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Refusal(0, { loi: "Không kết nối được tới hệ thống. Ông/bà kiểm tra mạng rồi thử lại." });
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(answer.status, body);
  return body;
}
export const get = (path) => ask("GET", path);
export const post = (path, sent = {}) => ask("POST", path, sent);

// A file that only a signed-in person may fetch: taken as a blob, then saved under its name.
export async function save(address, name) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Refusal(answer.status, await answer.json().catch(() => ({})));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
