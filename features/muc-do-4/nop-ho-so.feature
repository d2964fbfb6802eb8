# language: vi
@nhom:nop-ho-so
Tính năng: Nộp hồ sơ, tiếp nhận và hẹn trả kết quả

  @L4-SUB-01
  Tình huống: Hồ sơ thiếu thì không gửi được và được nói rõ thiếu gì
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Khi người nộp lần lượt bỏ trống, nhập sai từng ô và bỏ từng giấy tờ bắt buộc
    Thì thiếu bất cứ điều bắt buộc nào cũng không gửi được
    Và trang nói rõ thiếu gì

  @L4-SUB-02
  Tình huống: Nộp xong được báo ngay mã hồ sơ và thời điểm tiếp nhận
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì màn hình xác nhận có mã hồ sơ và thời điểm tiếp nhận chính thức

  @L4-SUB-03
  Tình huống: Mã hồ sơ đúng cấu trúc, đúng ngày
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì mã hồ sơ đúng cấu trúc, mang ngày tiếp nhận và số thứ tự từ bốn chữ số

  @L4-SUB-05
  Tình huống: Có Giấy tiếp nhận hồ sơ và hẹn trả kết quả, ký số của tổ chức
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì giấy tiếp nhận có đủ nội dung Mẫu 01
    Và giấy tiếp nhận có chữ ký số hợp lệ của tổ chức

  @L4-SUB-08
  Tình huống: Ngày hẹn trả bằng ngày tiếp nhận cộng thời hạn, không tính ngày nghỉ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì ngày hẹn trả ở mọi nơi bằng ngày tiếp nhận cộng thời hạn giải quyết

  @L4-SUB-09
  Tình huống: Người nộp được báo qua tài khoản và thư điện tử
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì thư điện tử và thông báo trong tài khoản có mã hồ sơ

  @L4-SUB-16
  Tình huống: Tra cứu công khai tình trạng bằng mã hồ sơ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì chỉ cần mã hồ sơ là tra cứu được trạng thái và ngày hẹn trả

  @L4-SUB-19
  Tình huống: Không phải đến cơ quan để xác nhận việc nộp
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì không lời nào bắt người nộp đến cơ quan

  @L4-SUB-06
  Tình huống: Giấy tiếp nhận có mã QR
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì giấy tiếp nhận có mã QR đủ nội dung ở góc trên bên trái

  @L4-SUB-10
  Tình huống: Hồ sơ có trong Hồ sơ của tôi, tải được toàn bộ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì hồ sơ có trong danh sách của người nộp và tải được toàn bộ

  @L4-SUB-07
  Tình huống: Thông báo tiếp nhận trong 08 giờ làm việc
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì một cửa cho biết hạn thông báo tiếp nhận là 08 giờ làm việc
    Và một cửa báo quá hạn khi hồ sơ chưa được tiếp nhận

  @L4-SUB-11
  Tình huống: Cán bộ nhận đủ tệp như người dân đã gửi
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì cán bộ tải được đúng từng tệp người nộp đã gửi

  @L4-SUB-12
  Tình huống: Từ chối có phiếu (Mẫu 03) nêu lý do
    Biết cán bộ từ chối một hồ sơ đã trả tiền
    Thì phiếu từ chối ghi đúng hồ sơ, người nộp và lý do
    Và mọi nơi ghi hồ sơ không được tiếp nhận và người nộp được báo

  @L4-SUB-13
  Tình huống: Yêu cầu bổ sung một lần, đầy đủ, bằng phiếu (Mẫu 02)
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì phiếu yêu cầu bổ sung ghi đúng hồ sơ, người nộp và nội dung cần bổ sung
    Và mọi nơi ghi hồ sơ chờ bổ sung và người nộp được báo nội dung
    Và hệ thống không nhận yêu cầu bổ sung lần thứ hai

  @L4-SUB-14
  Tình huống: Bổ sung giữ nguyên mã hồ sơ và lịch sử sửa
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì hồ sơ đã bổ sung giữ nguyên mã
    Và giấy tờ đã gửi trước vẫn còn bên giấy tờ bổ sung
    Và lịch sử chỉ thêm dòng, không mất dòng cũ

  @L4-SUB-15
  Tình huống: Rút hồ sơ được
    Biết người nộp rút một hồ sơ chưa được tiếp nhận
    Thì người nộp rút được hồ sơ và mọi nơi ghi đã rút
    Và hồ sơ đã rút không được giải quyết tiếp

  @L4-SUB-18
  Tình huống: Không bắt nộp phí trước khi tiếp nhận
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì cổng không bắt trả tiền trước khi nộp hồ sơ

  @L4-SUB-04
  Tình huống: Bấm hai lần, nộp từ hai thẻ chỉ tạo một hồ sơ
    Khi người nộp bấm nộp hai lần và nộp từ hai thẻ
    Thì chỉ có một hồ sơ được tạo

  @L4-SUB-17
  Tình huống: Đứt mạng khi nộp: báo rõ, không mất dữ liệu, thử lại không trùng
    Biết mạng đứt lúc người nộp gửi hồ sơ
    Thì trang báo rõ, không mất dữ liệu, nộp lại chỉ thành một hồ sơ
