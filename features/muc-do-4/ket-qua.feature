# language: vi
@nhom:ket-qua
Tính năng: Kết quả giải quyết

  @L4-RES-01
  Tình huống: Tải được kết quả trực tuyến từ tài khoản
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì người nộp tải được kết quả từ tài khoản

  @L4-RES-03
  Tình huống: Tệp kết quả hợp lệ, không rỗng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì tệp kết quả mở được và có nội dung

  @L4-RES-04
  Tình huống: Kết quả có chữ ký số hợp lệ, toàn vẹn của cơ quan
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì kết quả có chữ ký số hợp lệ của cơ quan trên toàn bộ tệp

  @L4-RES-06
  Tình huống: Kết quả không phải là tệp người dân đã nộp
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì tệp kết quả khác mọi tệp người dân đã nộp

  @L4-RES-09
  Tình huống: Nội dung kết quả đúng người, đúng dữ liệu
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì kết quả ghi đúng họ tên, định danh và tên kết quả

  @L4-RES-14
  Tình huống: Liên kết kết quả bền, https, tên miền công khai
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì đường dẫn kết quả gửi đi là địa chỉ công khai, https

  @L4-RES-16
  Tình huống: Báo khi có kết quả
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì người nộp được báo khi có kết quả

  @L4-RES-02
  Tình huống: Kết quả đúng loại đã công bố
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì kết quả đúng loại đã công bố

  @L4-RES-07
  Tình huống: Mã kết quả lập theo mã hồ sơ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì mã kết quả lập theo mã hồ sơ

  @L4-RES-08
  Tình huống: Kết quả có mã QR
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì kết quả có mã QR ghi đúng hồ sơ

  @L4-RES-10
  Tình huống: Cách trả kết quả đúng mức độ dịch vụ
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì kết quả được trả trực tuyến hoặc qua bưu chính

  @L4-RES-12
  Tình huống: Kết quả xác minh được bất kỳ lúc nào
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì ai cũng xác minh được kết quả bằng mã
    Và mã không có thật bị từ chối

  @L4-RES-13
  Tình huống: Bản in từ kết quả điện tử đủ điều kiện
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì bản in kết quả ghi tên hệ thống, mã và người ký

  @L4-RES-05
  Tình huống: Hình ảnh chữ ký, con dấu đúng quy định
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì chữ ký số hiện trên trang, có tên cơ quan và thời gian ký
