// One configuration for every run; `kiemthu report` gives the results and the output folder.
import { defineConfig } from "allure";

export default defineConfig({
  name: "Kiểm thử dịch vụ công trực tuyến",
  categories: {
    // Only a check fails a test; a blank names who must act; what names an exception is our own mistake.
    rules: [
      { name: "Dịch vụ không đạt tiêu chí", matchers: { statuses: ["failed"] } },
      { name: "Chưa kiểm được", matchers: { statuses: ["broken"], message: /^Chưa kiểm được/ } },
      { name: "Lỗi bộ kiểm thử", matchers: { statuses: ["broken"] } },
    ],
  },
  plugins: {
    awesome: {
      options: {
        reportName: "Kiểm thử dịch vụ công trực tuyến",
        reportLanguage: "en",
        // One file: it opens from disk, where the pages of a report in many files cannot load each other.
        singleFile: true,
        groupBy: ["epic", "feature", "story"],
      },
    },
  },
});
