# language: vi
@nhom:bieu-mau
Tính năng: Biểu mẫu điện tử và giấy tờ đính kèm

  @L4-FRM-02
  Tình huống: Tờ khai tự điền thông tin từ tài khoản
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì thông tin người nộp đã có trong tài khoản được điền sẵn

  @L4-FRM-09
  Tình huống: Ô bắt buộc được đánh dấu, lỗi được báo tức thời bằng tiếng Việt
    Khi người nộp lần lượt bỏ trống, nhập sai từng ô và bỏ từng giấy tờ bắt buộc
    Thì mọi ô bắt buộc được đánh dấu
    Và lỗi được báo bằng tiếng Việt ngay tại ô

  @L4-FRM-13
  Tình huống: Thành phần hồ sơ trên biểu mẫu đúng như trong thủ tục
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì biểu mẫu đòi đúng các giấy tờ của thủ tục, không thừa, không thiếu

  @L4-FRM-14
  Tình huống: Nêu định dạng, dung lượng tệp và báo lỗi rõ khi tệp sai
    Khi người nộp thử đính kèm các tệp đúng và sai quy định
    Thì trang nêu định dạng và dung lượng tệp được nhận
    Và tệp sai bị từ chối có lý do, tệp đúng được nhận

  @L4-FRM-15
  Tình huống: Tệp tải lên không bị hỏng
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì tệp tải lại trùng từng byte với tệp đã gửi

  @L4-FRM-21
  Tình huống: Chữ Việt, ký tự đặc biệt và đoạn dài không bị sai
    Khi người nộp nhập chữ Việt, ký tự đặc biệt và đoạn dài
    Thì nội dung hiện lại đúng như đã nhập

  @L4-FRM-23
  Tình huống: Có màn hình xem lại trước khi nộp
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì màn hình xem lại có mọi điều đã khai

  @L4-FRM-01
  Tình huống: Tờ khai là biểu mẫu điện tử tương tác (không tải-in-ký-quét)
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Và người nộp đã mở từng trang của tờ khai
    Thì tờ khai được khai trên biểu mẫu điện tử, không phải đính kèm

  @L4-FRM-17
  Tình huống: Không đòi giấy tờ mà dữ liệu đã thay thế (sổ hộ khẩu, bản sao CCCD…)
    Biết người nộp đã mở từng trang của tờ khai
    Thì không ô đính kèm bắt buộc nào đòi giấy tờ mà dữ liệu đã thay thế

  @L4-FRM-18
  Tình huống: Không đòi bản giấy/bản chính để đối chiếu
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Thì không chỗ nào đòi bản giấy, bản chính để đối chiếu

  @L4-FRM-03
  Tình huống: Không yêu cầu khai lại thông tin đã khai (trong cùng hồ sơ)
    Khi người nộp thử từng ô của tờ khai
    Thì điều đã khai một lần không bị hỏi lại

  @L4-FRM-05
  Tình huống: Dữ liệu đã có trong CSDL được đưa ra để chọn
    Khi người nộp thử từng ô của tờ khai
    Thì điều có trong danh mục được đưa ra để chọn, không phải gõ tay

  @L4-FRM-06
  Tình huống: Có hướng dẫn ngay tại từng ô
    Khi người nộp thử từng ô của tờ khai
    Thì ít nhất 90% số ô có nhãn và lời hướng dẫn

  @L4-FRM-08
  Tình huống: Lưu nháp, khôi phục sau mất mạng
    Khi người nộp thử từng ô của tờ khai
    Thì trang báo mất mạng
    Và mở lại tờ khai thì điều đang khai vẫn còn

  @L4-FRM-10
  Tình huống: Kiểm tra định dạng: số định danh 12 số, MST, ngày, SĐT, email
    Khi người nộp thử từng ô của tờ khai
    Thì giá trị sai định dạng bị từ chối, giá trị đúng được nhận

  @L4-FRM-11
  Tình huống: Ô chọn, ô tích hoạt động và trường phụ thuộc hiện đúng
    Khi người nộp thử từng ô của tờ khai
    Thì mọi lựa chọn đều chọn được và danh sách phụ thuộc có nội dung

  @L4-FRM-12
  Tình huống: Danh mục địa giới hiện hành (34 tỉnh, 2 cấp)
    Khi người nộp thử từng ô của tờ khai
    Thì tờ khai không hỏi cấp huyện
    Và danh mục tỉnh, thành phố là 34 đơn vị hiện hành

  @L4-FRM-22
  Tình huống: Trường tiền nhận từ 15 chữ số, phân cách đúng
    Khi người nộp thử từng ô của tờ khai
    Thì ô tiền nhận và giữ đủ 15 chữ số

  @L4-FRM-24
  Tình huống: Cho chọn cách nhận kết quả
    Khi người nộp thử từng ô của tờ khai
    Thì chọn được mọi cách nhận kết quả đã duyệt

  @L4-FRM-19
  Tình huống: Chỉ yêu cầu ký số khi pháp luật yêu cầu; có cổng ký số
    Khi người nộp thử đính kèm các tệp đúng và sai quy định
    Thì không bị đòi ký số khi thủ tục không yêu cầu

  @L4-FRM-07
  Tình huống: Lưu ra tệp, in nội dung đã khai và nội dung đúng
    Khi người nộp thử từng ô của tờ khai
    Thì tệp tờ khai lưu về có đủ điều đã khai

  @L4-FRM-16
  Tình huống: Chọn được giấy tờ từ Kho dữ liệu điện tử
    Khi người nộp thử từng ô của tờ khai
    Thì giấy tờ trong kho được chọn vào ô đính kèm

  @L4-FRM-20
  Tình huống: Bản in tờ khai khớp mẫu quy định
    Khi người nộp thử từng ô của tờ khai
    Thì bản in tờ khai mang tên mẫu quy định và đủ các mục

  @L4-FRM-25
  Tình huống: Khai được diện miễn, giảm phí
    Khi người nộp thử từng ô của tờ khai
    Thì khai được diện miễn, giảm và số tiền thay đổi theo

  @L4-FRM-04
  Tình huống: Không yêu cầu khai lại ở hồ sơ/dịch vụ thứ hai
    Khi người nộp thử từng ô của tờ khai
    Thì hồ sơ thứ hai mở ra có sẵn điều đã khai ở hồ sơ trước

  @L4-FRM-26
  Tình huống: Nộp được 24/7
    Khi người nộp thử từng ô của tờ khai
    Thì hồ sơ nộp lúc 23 giờ Chủ nhật được nhận
