# language: vi
@nhom:thanh-toan
Tính năng: Thanh toán phí, lệ phí trực tuyến

  @L4-PAY-01
  Tình huống: Có chức năng thanh toán trực tuyến khi có phí, lệ phí
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì hồ sơ có chức năng thanh toán dẫn tới cổng thanh toán

  @L4-PAY-02
  Tình huống: Dịch vụ không thu phí thì không có bước thanh toán
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì hồ sơ không qua bước thanh toán nào

  @L4-PAY-03
  Tình huống: Số tiền phải trả đúng mức phí đã công bố
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì số tiền ở trang bắt đầu, trang hồ sơ, cổng thanh toán, biên lai và gói tin đều bằng mức phí đã công bố

  @L4-PAY-10
  Tình huống: Thông báo thanh toán hợp lệ làm hồ sơ thành đã nộp tiền
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì cổng dịch vụ công xác nhận thông báo với mã "00"
    Và hồ sơ ở tình trạng đã thanh toán

  @L4-PAY-11
  Tình huống: Thông báo thanh toán giả chữ ký không làm hồ sơ thành đã nộp tiền
    Khi cổng thanh toán gửi thông báo có chữ ký sai cho hồ sơ chưa trả tiền
    Thì cổng dịch vụ công từ chối với mã "97"
    Và hồ sơ vẫn ở tình trạng chưa thanh toán

  @L4-PAY-12
  Tình huống: Thông báo thanh toán sai số tiền không làm hồ sơ thành đã nộp tiền
    Khi cổng thanh toán gửi thông báo có số tiền khác cho hồ sơ chưa trả tiền
    Thì cổng dịch vụ công từ chối với mã "04"
    Và hồ sơ vẫn ở tình trạng chưa thanh toán

  @L4-PAY-13
  Tình huống: Thông báo cho giao dịch không có thật bị từ chối
    Khi cổng thanh toán gửi thông báo cho giao dịch không có thật
    Thì cổng dịch vụ công từ chối với mã "01"

  @L4-PAY-14
  Tình huống: Thông báo thanh toán lặp lại không được ghi nhận hai lần
    Khi cổng thanh toán gửi lặp, cùng lúc, thông báo của hồ sơ đã trả tiền
    Thì chỉ một thông báo được xác nhận, các thông báo sau nhận mã "02"
    Và hồ sơ chỉ có một biên lai

  @L4-PAY-15
  Tình huống: Sửa địa chỉ quay về không làm hồ sơ thành đã nộp tiền
    Biết người nộp đã thử một lần trả tiền thật
    Khi người nộp mở địa chỉ quay về đã bị sửa thành giao dịch thành công
    Thì hồ sơ vẫn ở tình trạng chưa thanh toán
    Và lần trả tiền thật được cổng dịch vụ công ghi nhận

  @L4-PAY-16
  Tình huống: Hủy giao dịch thì chưa thanh toán và thử lại được
    Biết người nộp đã thử một lần trả tiền thật
    Khi người nộp hủy giao dịch ở cổng thanh toán
    Thì hồ sơ chưa thanh toán và người nộp được báo là giao dịch không thành
    Và người nộp thanh toán lại được trên chính hồ sơ đó
    Và lần trả tiền thật được cổng dịch vụ công ghi nhận

  @L4-PAY-17
  Tình huống: Đóng trình duyệt sau khi trả tiền vẫn được ghi nhận
    Khi người nộp trả tiền rồi đóng trình duyệt ở cổng thanh toán
    Thì hồ sơ ở tình trạng đã thanh toán

  @L4-PAY-18
  Tình huống: Mất thông báo thanh toán thì đối soát lại với cổng thanh toán
    Khi người nộp trả tiền mà thông báo của cổng thanh toán bị mất
    Thì cổng dịch vụ công hỏi lại cổng thanh toán và ghi nhận đã thanh toán

  @L4-PAY-21
  Tình huống: Cấp biên lai điện tử tải được, có chữ ký số, đúng số tiền
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì hồ sơ đã trả tiền có biên lai tải được
    Và biên lai ghi đúng hồ sơ, người nộp, khoản thu và số tiền đã trả
    Và biên lai có chữ ký số hợp lệ

  @L4-PAY-04
  Tình huống: Tách phí và lệ phí, có mã, tên
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì từng khoản phí, lệ phí trong gói tin có mã riêng
    Và tổng phí, lệ phí trong gói tin đúng số phải nộp

  @L4-PAY-09
  Tình huống: Chữ ký yêu cầu thanh toán đúng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì chữ ký của lệnh thanh toán đúng

  @L4-PAY-19
  Tình huống: Giao dịch nghi ngờ (07) không coi là đã trả
    Biết người nộp đã thử một lần trả tiền thật
    Khi cổng thanh toán báo giao dịch bị nghi ngờ cho hồ sơ chưa trả tiền
    Thì hồ sơ vẫn ở tình trạng chưa thanh toán
    Và lần trả tiền thật được cổng dịch vụ công ghi nhận

  @L4-PAY-23
  Tình huống: Đồng bộ tình trạng thanh toán lên Cổng DVCQG
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì tổng phí, lệ phí trong gói tin đúng số phải nộp
    Và gói tin cuối cùng ghi hồ sơ đã thanh toán trực tuyến

  @L4-PAY-31
  Tình huống: Mã giao dịch không trùng; nội dung không dấu
    Khi người nộp hủy giao dịch ở cổng thanh toán
    Thì nội dung thanh toán viết không dấu
    Và mỗi lần thanh toán có một mã giao dịch riêng

  @L4-PAY-05
  Tình huống: Nộp trực tuyến được mức thu trực tuyến
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì số tiền phải trả là mức nộp trực tuyến

  @L4-PAY-20
  Tình huống: Tình trạng thanh toán hiện ngay trên hồ sơ
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì hồ sơ ghi đã thanh toán ngay sau khi trả tiền

  @L4-PAY-28
  Tình huống: Không thu thêm khoản nào chưa nêu trước
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì cổng thanh toán không đòi thêm khoản nào chưa nêu trước

  @L4-PAY-25
  Tình huống: Nộp bổ sung nghĩa vụ tài chính giữa chừng
    Biết cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ
    Thì khoản phát sinh được báo số tiền và mọi nơi ghi hồ sơ chờ nộp
    Và nộp thêm đúng số tiền qua mạng rồi hồ sơ được xử lý tiếp

  @L4-PAY-26
  Tình huống: Hoàn phí khi từ chối
    Biết cán bộ từ chối một hồ sơ đã trả tiền
    Thì tiền đã nộp của hồ sơ bị từ chối được hoàn đủ và người nộp được báo

  @L4-PAY-34
  Tình huống: Báo cáo đối soát ngày, tháng
    Biết cán bộ từ chối một hồ sơ đã trả tiền
    Thì báo cáo đối soát có đủ giao dịch, đúng số tiền cổng thanh toán đã thu
    Và tổng trong báo cáo đối soát đúng bằng các giao dịch

  @L4-PAY-06
  Tình huống: Miễn, giảm phí đúng diện
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Khi người nộp thử từng ô của tờ khai
    Thì người thuộc diện miễn, giảm chỉ bị thu đúng mức của mình

  @L4-PAY-08
  Tình huống: Thanh toán được không cần đăng nhập
    Khi người khác nộp tiền theo mã hồ sơ mà không đăng nhập
    Thì nộp được đúng số tiền theo mã hồ sơ
    Và trang nộp theo mã hồ sơ không hiện dữ liệu của chủ hồ sơ

  @L4-PAY-24
  Tình huống: Không lấy gửi ảnh chuyển khoản làm cách thanh toán duy nhất
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì có cách thanh toán tự xác nhận, không phải gửi ảnh chuyển khoản

  @L4-PAY-27
  Tình huống: Người nộp tiền có thể khác chủ hồ sơ
    Khi người khác nộp tiền theo mã hồ sơ mà không đăng nhập
    Thì tiền do người khác nộp được ghi nhận cho hồ sơ

  @L4-PAY-30
  Tình huống: Không lộ khóa bí mật, số thẻ không nhập trên cổng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì trang chờ thanh toán không lộ khóa bí mật
    Và số thẻ chỉ nhập ở trang của cổng thanh toán

  @L4-PAY-33
  Tình huống: Tra cứu khoản phải nộp theo mã hồ sơ trả đúng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì tra khoản phải nộp theo mã hồ sơ trả đúng trước và sau khi trả tiền
