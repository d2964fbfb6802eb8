# language: vi
@nhom:tiep-can
Tính năng: Tìm thấy và đọc được dịch vụ

  @L4-ACC-01
  Tình huống: Tìm thấy dịch vụ sau tối đa 03 lần bấm chuột từ trang chủ
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì từ trang chủ tới dịch vụ không quá 03 lần bấm

  @L4-ACC-02
  Tình huống: Tìm được bằng ô tìm kiếm theo tên, theo mã, không dấu
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì ô tìm kiếm tìm ra dịch vụ theo tên, theo mã, không dấu và theo một phần tên

  @L4-ACC-06
  Tình huống: Trang công khai và tờ khai đạt chuẩn tiếp cận WCAG 2.0
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Và người nộp đã mở từng trang của tờ khai
    Thì không trang nào có lỗi tiếp cận mức A, AA

  @L4-ACC-11
  Tình huống: Mọi trang khai báo ngôn ngữ là tiếng Việt
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Và người nộp đã mở từng trang của tờ khai
    Thì mọi trang khai báo ngôn ngữ là tiếng Việt

  @L4-ACC-07
  Tình huống: Độ tương phản đủ
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Và người nộp đã mở từng trang của tờ khai
    Thì chữ trên mọi trang đủ tương phản

  @L4-ACC-08
  Tình huống: Không có chữ nhấp nháy, tự chuyển động
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Và người nộp đã mở từng trang của tờ khai
    Thì không trang nào có chữ nhấp nháy hay chạy

  @L4-ACC-09
  Tình huống: Ảnh/nút có văn bản thay thế
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Và người nộp đã mở từng trang của tờ khai
    Thì hình và nút trên mọi trang có văn bản thay thế

  @L4-ACC-10
  Tình huống: Liên kết có nội dung có nghĩa, trang có tiêu đề
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Và người nộp đã mở từng trang của tờ khai
    Thì mọi trang có tiêu đề, mọi liên kết có chữ

  @L4-ACC-13
  Tình huống: Chữ Việt trên trang không lỗi phông
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì chữ tiếng Việt trên các trang không hỏng phông, không sai bảng mã

  @L4-ACC-17
  Tình huống: Không lỗi script, không tệp hỏng trên đường chính
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì không trang nào trên đường đi báo lỗi script hay thiếu tệp

  @L4-ACC-03
  Tình huống: Công cụ tìm kiếm phổ biến tìm được
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì robots.txt và trang dịch vụ không cấm máy tìm kiếm
    Và máy tìm kiếm đọc được tên dịch vụ khi không chạy script

  @L4-ACC-14
  Tình huống: Trang hiện nhanh
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì các trang hiện nhanh theo ngưỡng của Bộ tiêu chí 2025

  @L4-ACC-15
  Tình huống: Máy chủ trả lời trong ngưỡng
    Biết trang công khai của dịch vụ đã được mở mà không đăng nhập
    Thì máy chủ trả lời trung bình và lâu nhất trong ngưỡng

  @L4-ACC-12
  Tình huống: Thao tác được bằng bàn phím
    Khi người nộp khai chỉ bằng bàn phím
    Thì khai, sang trang chỉ bằng bàn phím và thấy rõ đang ở ô nào

  @L4-ACC-19
  Tình huống: Có chỉ báo đang xử lý, không cho bấm lặp
    Khi người nộp bấm nộp hai lần và nộp từ hai thẻ
    Thì trong lúc gửi trang có chỉ báo và không cho bấm lặp

  @L4-ACC-20
  Tình huống: Báo trước khi hết phiên và không mất dữ liệu
    Khi phiên đăng nhập mất giữa chừng và người nộp đăng nhập lại
    Thì trang báo trước khi hết phiên và không mất gì đã khai

  @L4-ACC-05
  Tình huống: Dùng được trên điện thoại
    Khi người nộp khai trên điện thoại tới trang xem lại
    Thì không trang nào phải cuộn ngang, chỗ bấm nào cũng vừa đầu ngón tay

  @L4-ACC-04
  Tình huống: Chạy trên nhiều trình duyệt
    Biết hồ sơ đã đi trọn quy trình trực tuyến
    Và người nộp khai trên Firefox tới trang xem lại
    Thì Firefox đi được tới đâu Chromium đi được
