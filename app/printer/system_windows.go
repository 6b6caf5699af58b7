package printer

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Values of the printing interface, winspool.h.
const (
	enumLocal       = 2
	enumConnections = 4
	nameLevel       = 4 // the level of detail that asks no printer over the network
)

// nameInfo is PRINTER_INFO_4W.
type nameInfo struct {
	name, server *uint16
	attributes   uint32
}

func printers(ctx context.Context) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	enum := windows.NewLazySystemDLL("winspool.drv").NewProc("EnumPrintersW")
	if err := enum.Find(); err != nil {
		return nil, err
	}
	var needed, count uint32
	var buffer []uint64 // not of pointers: the names' letters follow the entries
	// The first call says how much memory the second needs; a printer may be
	// added between them.
	for range 3 {
		ok, _, err := enum.Call(enumLocal|enumConnections, 0, nameLevel, uintptr(unsafe.Pointer(unsafe.SliceData(buffer))),
			uintptr(8*len(buffer)), uintptr(unsafe.Pointer(&needed)), uintptr(unsafe.Pointer(&count)))
		if ok != 0 {
			return namesIn(buffer, int(count)), nil
		}
		if !errors.Is(err, windows.ERROR_INSUFFICIENT_BUFFER) {
			return nil, err
		}
		buffer = make([]uint64, needed/8+1)
	}
	return nil, windows.ERROR_INSUFFICIENT_BUFFER
}

func namesIn(buffer []uint64, count int) []string {
	names := make([]string, 0, count)
	for _, info := range unsafe.Slice((*nameInfo)(unsafe.Pointer(unsafe.SliceData(buffer))), count) {
		names = append(names, windows.UTF16PtrToString(info.name))
	}
	runtime.KeepAlive(buffer)
	return names
}

// submit asks the program that shows the file to print it: Windows itself
// prints no PDF.
func submit(ctx context.Context, file string, o Options) (string, error) {
	if o.Printer == "" {
		return "", shell(ctx, "print", file, "")
	}
	return "", shell(ctx, "printto", file, syscall.EscapeArg(o.Printer))
}

func show(ctx context.Context, file string) error { return shell(ctx, "open", file, "") }

// reveal gives Explorer a command line of its own kind: the comma stands
// outside of the quotes. A file's name cannot hold a quote on Windows.
func reveal(ctx context.Context, file string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	command := exec.Command("explorer.exe")
	command.SysProcAttr = &syscall.SysProcAttr{CmdLine: `explorer.exe /select,"` + file + `"`}
	if err := command.Start(); err != nil {
		return fmt.Errorf("%w: %w", ErrNoViewer, err)
	}
	return command.Process.Release() // its exit code says nothing
}

func shell(ctx context.Context, verb, file, args string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var texts [3]*uint16
	for i, text := range []string{verb, file, args} {
		var err error
		if texts[i], err = windows.UTF16PtrFromString(text); err != nil {
			return err
		}
	}
	if args == "" {
		texts[2] = nil
	}
	err := windows.ShellExecute(0, texts[0], texts[1], texts[2], nil, windows.SW_SHOWNORMAL)
	if errors.Is(err, windows.ERROR_NO_ASSOCIATION) {
		return fmt.Errorf("%w: %w", ErrNoViewer, err)
	}
	return err
}
