# language: vi
@nhom:giam-sat
Tính năng: Đánh giá mức độ hài lòng

  @L4-MON-01
  Tình huống: Người nộp đánh giá được sự hài lòng với ít nhất ba mức
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì người nộp chọn được Rất hài lòng, Hài lòng, Chưa hài lòng
    Và đánh giá đã gửi được ghi nhận
