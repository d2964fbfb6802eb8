# language: vi
@nhom:giam-sat
Tính năng: Đánh giá, phản ánh và giám sát

  @L4-MON-01
  Tình huống: Người nộp đánh giá được sự hài lòng với ít nhất ba mức
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì người nộp chọn được Rất hài lòng, Hài lòng, Chưa hài lòng
    Và đánh giá đã gửi được ghi nhận

  @L4-MON-02
  Tình huống: Có kênh phản ánh, kiến nghị
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì gửi phản ánh, kiến nghị được và có lời xác nhận

  @L4-MON-03
  Tình huống: Công khai thống kê
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì thống kê công khai có số hồ sơ nhận, giải quyết, đúng hạn của dịch vụ
    Và số liệu trên từng dòng thống kê không mâu thuẫn

  @L4-MON-06
  Tình huống: Công khai danh sách dịch vụ toàn trình và dịch vụ đã tích hợp
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì danh sách ghi đúng mức độ và việc tích hợp Cổng DVC quốc gia

  @L4-MON-07
  Tình huống: Tính được chỉ số 766 của dịch vụ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì tính được các chỉ số theo QĐ 766 từ dữ liệu đã đồng bộ
