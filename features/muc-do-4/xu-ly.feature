# language: vi
@nhom:xu-ly
Tính năng: Trạng thái trong quá trình giải quyết

  @L4-PRC-01
  Tình huống: Mỗi bước hiển thị trạng thái tương ứng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì sau mỗi bước trang hồ sơ hiện trạng thái của bước đó

  @L4-PRC-02
  Tình huống: Trạng thái chuyển hợp lệ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì lịch sử trạng thái đúng thứ tự, không quay lui

  @L4-PRC-07
  Tình huống: Thông báo mỗi lần đổi trạng thái
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì mỗi lần đổi trạng thái người nộp được báo một lần

  @L4-PRC-10
  Tình huống: Ngày hẹn có giá trị, không ở quá khứ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì ngày hẹn trả có trên hồ sơ và ở sau ngày tiếp nhận

  @L4-PRC-03
  Tình huống: Lịch sử xử lý ghi ai làm, lúc nào
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì lịch sử xử lý ghi thời điểm và người thực hiện từng bước

  @L4-PRC-04
  Tình huống: Giải quyết đúng hạn
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì thời điểm xử lý xong không sau ngày hẹn trả

  @L4-PRC-05
  Tình huống: Chậm thì xin lỗi trước hạn, nêu lý do, hẹn ngày mới
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì một ngày trước hạn có thư xin lỗi nêu lý do và ngày hẹn lại
    Và ngày hẹn lại hiện ở mọi nơi và người nộp được báo lý do

  @L4-PRC-06
  Tình huống: Hẹn lại không quá một lần
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì hệ thống không nhận lần hẹn lại thứ hai

  @L4-PRC-08
  Tình huống: Trao đổi hai chiều giữa cán bộ và người dùng
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì mỗi bên đọc được tin của bên kia trên hồ sơ

  @L4-PRC-09
  Tình huống: Dừng xử lý phải nêu lý do bằng văn bản
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì thông báo dừng xử lý ghi đúng hồ sơ và lý do
    Và mọi nơi ghi hồ sơ dừng xử lý và người nộp được báo lý do

  @L4-PRC-11
  Tình huống: Thời gian chờ bổ sung được trừ, ngày hẹn được tính lại
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì ngày hẹn trả lùi đúng thời gian chờ bổ sung
