//! `_io`: the classes of files and of texts and bytes in memory. `runtime/lib/io.py` adds the abstract classes.
const object = @import("../object.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const rc = @import("../rc.zig");
const str = @import("../str.zig");
const file = @import("../file.zig");
const file_open = @import("../file_open.zig");
const file_methods = @import("../file_methods.zig");
const singletons = @import("../singletons.zig");
const container = @import("../container.zig");
const native = @import("native.zig");
const strings = @import("io_string.zig");
const bytes = @import("io_bytes.zig");
const Word = object.Word;

pub const name = "_io";
pub const doc = "The io module provides the Python interfaces to stream handling.";
pub const functions = .{
    .{ "open", file_open.open, 0, -1, .keywords },
    .{ "open_code", openCode, 1, 1 },
    .{ "text_encoding", textEncoding, 1, 2 },
};
pub const classes = .{
    .{ "StringIO", &strings.string_type, strings.methods },
    .{ "BytesIO", &bytes.bytes_type, bytes.methods },
    .{ "_BytesIOBuffer", &bytes.exported_type, .{} },
};

pub fn setup(m: *native.Module) container.Raised!void {
    native.define(m, "DEFAULT_BUFFER_SIZE", int.fromI64(8192));
    native.define(m, "BlockingIOError", object.word(err.typeOf(.BlockingIOError)));
    const unsupported = file.unsupportedClass();
    if (unsupported == 0) return error.Raised;
    native.define(m, "UnsupportedOperation", rc.retain(unsupported));
    native.define(m, "TextIOWrapper", object.word(&file_methods.file_type));
    native.define(m, "BufferedReader", object.word(&file_methods.binary_file_type));
    native.define(m, "BufferedWriter", object.word(&file_methods.writer_file_type));
    native.define(m, "BufferedRandom", object.word(&file_methods.random_file_type));
    native.define(m, "FileIO", object.word(&file_methods.raw_file_type));
}

fn openCode(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return file_open.open(0, &.{ args[0], str.intern("rb") }, 2, 0);
}
fn textEncoding(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (singletons.isNone(args[0])) str.intern("locale") else rc.retain(args[0]);
}
