# Visit Desk: `make run` and `make test` do everything on a fresh Debian machine.
# x11: Fyne's Wayland driver has no input method, so Chinese could not be typed.
# buildvcs: a copy of the tree that git distrusts or cannot read must build too.
export GOFLAGS := $(strip $(GOFLAGS) -tags=x11 -buildvcs=false)
export CGO_ENABLED := 1

# The sample is made for a day, so that its next visit is always tomorrow.
SAMPLE  := office/$(shell date +%F)
PROGRAM := bin/visitdesk

.PHONY: run test race bench build clean $(PROGRAM)

run: ## open the window with the sample office; without a display, print its briefing
	@.ci/system build run
	@$(MAKE) --no-print-directory $(PROGRAM)
	@test -e $(SAMPLE)/office.db || $(PROGRAM) sample -data $(SAMPLE)
	@if [ -n "$$DISPLAY" ]; then \
		exec $(PROGRAM) -data $(SAMPLE); \
	else \
		echo "No display here, so no window: printing the sample office's next briefing instead."; \
		$(PROGRAM) brief -data $(SAMPLE) -visit next -o briefing.pdf; \
	fi

test: ## format, vet, staticcheck and every test, the window's too
	@.ci/system build test
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "not gofmt'ed: $$unformatted"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go test -race -timeout 30m $$(go list ./... | grep -v -e /app$$ -e /app/ui -e /app/screens)
	@# A window's tests do all their work on one goroutine, where the race detector
	@# finds nothing and makes minutes of seconds; `make race` runs them under it.
	go test -timeout 30m ./app ./app/ui/... ./app/screens/...
	@# Ten thousand papers each, which the race detector would make hours of.
	go test -timeout 20m -run 'EveryBriefing|NothingOverlaps' ./app/papers/briefing ./app/typeset

race: ## the window's tests under the race detector: about half an hour
	@.ci/system build test
	go test -race -timeout 2h ./app ./app/ui/... ./app/screens/...

bench: ## what the design promises in figures
	@.ci/system build test
	go test -timeout 2h -run '^$$' -bench . -benchmem ./...

build: $(PROGRAM) ## the program, and the same without a window for computers without graphics
	CGO_ENABLED=0 go build -tags nowindow -trimpath -ldflags '-s -w' -o $(PROGRAM)-nowindow .

$(PROGRAM):
	go build -trimpath -ldflags '-s -w' -o $(PROGRAM) .

clean:
	rm -rf bin $(SAMPLE) briefing.pdf
