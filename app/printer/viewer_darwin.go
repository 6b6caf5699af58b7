package printer

import "context"

func show(ctx context.Context, file string) error { return start(ctx, "open", file) }

func reveal(ctx context.Context, file string) error { return start(ctx, "open", "-R", file) }
