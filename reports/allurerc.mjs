// One configuration for every run; `kiemthu report` gives the results and the output folder.
import { defineConfig } from "allure";

export default defineConfig({
  name: "Kiểm thử dịch vụ công trực tuyến",
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
