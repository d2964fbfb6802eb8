// Form.io's own words in Vietnamese; what is said of one field comes with the definition.
export const vi = {
  required: "Vui lòng nhập {{field}}.", pattern: "{{field}} không đúng dạng.", mask: "{{field}} không đúng dạng.",
  invalid_email: "{{field}} không đúng dạng, ví dụ: ten@example.vn.", maxLength: "{{field}} dài quá {{length}} ký tự.",
  min: "{{field}} không được nhỏ hơn {{min}}.", max: "{{field}} không được lớn hơn {{max}}.",
  integer: "{{field}} phải là số nguyên.", number: "{{field}} phải là số.",
  select: "Vui lòng chọn một giá trị trong danh sách {{field}}.",
  valueIsNotAvailable: "Vui lòng chọn một giá trị trong danh sách {{ field }}.",
  invalidOption: "Vui lòng chọn một giá trị trong danh sách {{field}}.",
  error: "Còn chỗ cần sửa trước khi chuyển bước:", submitError: "Vui lòng sửa các chỗ còn sai.",
  "numeric only": "chỉ nhập chữ số", autocomplete: "tự điền", typeToSearch: "Gõ để tìm", noResultsFound: "Không có mục nào",
"No choices to choose from": "Không có mục nào để chọn", "Loading...": "Đang tải…",
  "Please select": "Chọn một mục",
};
