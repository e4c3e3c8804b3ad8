//! The objects that exist once: None, True, False, NotImplemented, Ellipsis.
//!
//! Invariant: each is a static immortal object; identity of addresses is identity of the value. Releasing or retaining
//! one never writes to it.
const object = @import("object.zig");
const Word = object.Word;
const Header = object.Header;
const Bool = object.Bool;

fn header(comptime shape: object.ShapeId) Header {
    return .{ .rc = object.rc_immortal, .shape = @intFromEnum(shape) };
}

pub var none: Header align(8) = header(.none);
pub var ellipsis: Header align(8) = header(.ellipsis);
pub var not_implemented: Header align(8) = header(.not_implemented);
pub var true_: Bool = .{ .h = header(.bool_), .value = 1 };
pub var false_: Bool = .{ .h = header(.bool_), .value = 0 };

comptime {
    @export(&none, .{ .name = "pyrt_none" });
    @export(&ellipsis, .{ .name = "pyrt_ellipsis" });
    @export(&not_implemented, .{ .name = "pyrt_not_implemented" });
    @export(&true_, .{ .name = "pyrt_true" });
    @export(&false_, .{ .name = "pyrt_false" });
}

/// The word of `None` (immortal: need not be retained).
pub inline fn noneWord() Word {
    return object.word(&none);
}
pub inline fn trueWord() Word {
    return object.word(&true_);
}
pub inline fn falseWord() Word {
    return object.word(&false_);
}
pub inline fn notImplementedWord() Word {
    return object.word(&not_implemented);
}
pub inline fn ellipsisWord() Word {
    return object.word(&ellipsis);
}
/// `True` or `False`.
pub inline fn boolWord(b: bool) Word {
    return if (b) trueWord() else falseWord();
}
pub inline fn isNone(w: Word) bool {
    return w == noneWord();
}
pub inline fn isNotImplemented(w: Word) bool {
    return w == notImplementedWord();
}
