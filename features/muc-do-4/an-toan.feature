# language: vi
@nhom:an-toan
Tính năng: An toàn thông tin và dữ liệu cá nhân

  @L4-SEC-02
  Tình huống: Cookie của phiên có HttpOnly và Secure
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì cookie của phiên đăng nhập có HttpOnly và Secure

  @L4-SEC-04
  Tình huống: Không xem được hồ sơ, tệp, kết quả, biên lai của người khác
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Khi người lạ mở từng địa chỉ mà chủ hồ sơ đã thấy
    Thì người lạ không xem được gì của chủ hồ sơ

  @L4-SEC-11
  Tình huống: Tra cứu công khai che dữ liệu cá nhân
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì trang tra cứu công khai không hiện dữ liệu cá nhân đầy đủ

  @L4-SEC-14
  Tình huống: Không có liên kết http/IP nội bộ trong dữ liệu đồng bộ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì đường dẫn trong gói tin là địa chỉ công khai, https

  @L4-SEC-09
  Tình huống: Nhật ký truy cập, nộp, thanh toán được giữ ít nhất ba tháng
    Biết người có trách nhiệm đã được hỏi
    Thì nhật ký truy cập, nộp, thanh toán được giữ ít nhất ba tháng

  @L4-SEC-12
  Tình huống: Hồ sơ cấp độ an toàn thông tin đã được phê duyệt
    Biết người có trách nhiệm đã được hỏi
    Thì hồ sơ cấp độ an toàn thông tin đã được phê duyệt

  @L4-SEC-07
  Tình huống: Trang lỗi không lộ thông tin kỹ thuật
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì trang lỗi không lộ chi tiết kỹ thuật

  @L4-SEC-15
  Tình huống: Không lộ khóa tích hợp trong mã phía khách
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì mã gửi tới trình duyệt không có khóa bí mật

  @L4-SEC-05
  Tình huống: Chặn tệp độc hại, tệp giả định dạng
    Khi người nộp thử đính kèm các tệp đúng và sai quy định
    Thì tệp độc hại và tệp giả định dạng bị từ chối

  @L4-SEC-08
  Tình huống: Giới hạn tra cứu công khai, captcha có phương án khác
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì tra cứu công khai không cho dò từng mã hồ sơ

  @L4-SEC-10
  Tình huống: Xin đồng ý xử lý dữ liệu cá nhân đúng cách
    Khi người nộp thử từng ô của tờ khai
    Thì ô đồng ý xử lý dữ liệu cá nhân nêu mục đích và không tích sẵn

  @L4-SEC-06
  Tình huống: Chuỗi đánh dấu trong tờ khai không chạy ở trang người nộp lẫn trang cán bộ
    Biết người nộp rút một hồ sơ chưa được tiếp nhận
    Và mạng đứt lúc người nộp gửi hồ sơ
    Thì đoạn mã gõ vào tờ khai chỉ hiện như chữ
    Và chuỗi đánh dấu người nộp đã nhập chỉ là chữ trên trang cán bộ

  @L4-SEC-13
  Tình huống: Phiên cán bộ hết hạn, tài khoản cán bộ khóa sau nhiều lần sai
    Biết người nộp rút một hồ sơ chưa được tiếp nhận
    Thì tài khoản cán bộ bị khóa sau nhiều lần sai mật khẩu
    Và phiên của cán bộ tự hết hạn

  @L4-SEC-03
  Tình huống: Chống giả mạo yêu cầu (CSRF)
    Khi người nộp bấm nộp hai lần và nộp từ hai thẻ
    Thì yêu cầu nộp hồ sơ giả mạo bị từ chối
