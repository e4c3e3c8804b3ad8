//! The list of the native modules. A line here is all that the compiler needs to know of one: it reads `name`, `shadowable`
//! and `uses` from the table text in the archive.
//!
//! Invariant: nothing but a program's own record refers to `pyrt_module_<name>`, so a module that is not imported costs no byte.
const native = @import("native.zig");

pub const list = .{
    @import("math.zig"),
    @import("itertools.zig"),
    @import("collections.zig"),
    @import("functools.zig"),
    @import("operator.zig"),
    @import("time.zig"),
    @import("random.zig"),
    @import("bisect.zig"),
    @import("heapq.zig"),
    @import("errno.zig"),
    @import("atexit.zig"),
    @import("weakref.zig"),
    @import("gc.zig"),
    @import("sre.zig"),
    @import("posix.zig"),
    @import("io_module.zig"),
    @import("struct.zig"),
    @import("array.zig"),
    @import("thread.zig"),
    @import("json.zig"),
    @import("binascii.zig"),
    @import("csv.zig"),
    @import("signal.zig"),
    @import("hash.zig").md5,
    @import("hash.zig").sha1,
    @import("hash.zig").sha2,
    @import("hash.zig").sha3,
    @import("hash.zig").blake2,
    @import("string_format.zig"),
    @import("cmath.zig"),
    @import("zlib.zig"),
    @import("select.zig"),
    @import("posixsubprocess.zig"),
    @import("pwd.zig"),
    @import("unicodedata.zig"),
};

comptime {
    for (list) |M| native.exportModule(M);
}
