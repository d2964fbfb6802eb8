// One configuration for every run; `kiemthu report` says in KIEMTHU_ALLURE which run, and where its history is.
import { readFileSync } from "node:fs";
import { defineConfig } from "allure";

const { name, historyPath, variables, groupBy } = JSON.parse(readFileSync(process.env.KIEMTHU_ALLURE, "utf8"));
const judged = (words) => ({ labels: { "kết luận": words } });

export default defineConfig({
  name,
  historyPath,
  variables,
  categories: {
    // Only a check fails a test; a blank names who must act; what names an exception is our own mistake.
    rules: [
      { name: "Dịch vụ không đạt tiêu chí", matchers: [{ statuses: ["failed"] }], groupBy: ["severity", "owner"] },
      { name: "Cổng đã đổi so với bộ kết nối", matchers: [judged("cổng đã đổi")] },
      { name: "Bên thứ ba hoặc môi trường", matchers: [judged("bên thứ ba")] },
      { name: "Chờ người xét", matchers: [judged("chờ người xét")] },
      { name: "Chưa kiểm được", matchers: [judged("chưa kiểm được")] },
      { name: "Lỗi bộ kiểm thử", matchers: [{ statuses: ["broken"] }] },
    ],
  },
  plugins: {
    awesome: {
      options: {
        reportName: name,
        reportLanguage: "en", // Allure has no Vietnamese; all that we write into it is
        // One file: it opens from disk, where the pages of a report in many files cannot load each other.
        singleFile: true,
        groupBy,
        sections: ["categories", "charts"],
      },
    },
  },
});
