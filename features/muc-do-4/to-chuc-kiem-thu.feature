# language: vi
@nhom:to-chuc-kiem-thu
Tính năng: Tổ chức kiểm thử trước khi công bố

  @L4-TST-09
  Tình huống: Thủ tục đã được đánh giá đủ điều kiện lên toàn trình
    Biết người có trách nhiệm đã được hỏi
    Thì thủ tục đã được đánh giá đủ điều kiện làm trực tuyến toàn trình
