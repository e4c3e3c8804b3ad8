//! `repr()`, `str()` and `ascii()` of anything.
//!
//! Invariant: the result is an owned str (or instance of a subclass of str), 0 is raised. Deep nesting raises
//! RecursionError before the stack ends.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str_ = @import("str.zig");
const stack = @import("stack.zig");
const Word = object.Word;

pub fn repr(w: Word) Word {
    if (!stack.checkWhile(" while getting the repr of an object")) return 0;
    const slot = types.typeOf(w).slots.repr orelse return defaultRepr(w);
    return checked(slot(w), "__repr__");
}

pub fn str(w: Word) Word {
    if (object.isExact(w, .str)) return rc.retain(w);
    if (!stack.checkWhile(" while getting the str of an object")) return 0;
    const slots = &types.typeOf(w).slots;
    if (slots.str) |slot| return checked(slot(w), "__str__");
    return checked(unchecked(w), "__str__");
}

/// What `__repr__` gives, whatever it is: `object.__str__` leaves the test to who asked.
pub fn unchecked(w: Word) Word {
    const slot = types.typeOf(w).slots.repr orelse return defaultRepr(w);
    return slot(w);
}

fn checked(result: Word, comptime name: []const u8) Word {
    if (result == 0 or str_.isStr(result)) return result;
    _ = err.raise(.TypeError, name ++ " returned non-string (type {t})", .{result});
    rc.release(result);
    return 0;
}

/// `ascii(w)`: the repr with everything beyond ASCII escaped.
pub fn ascii(w: Word) Word {
    const text = repr(w);
    if (text == 0) return 0;
    const s = object.ptr(object.Str, text);
    if (s.isAscii()) return text;
    defer rc.release(text);
    var b: str_.Builder = .init(s.slice().len * 2);
    var i: usize = 0;
    const bytes = s.slice();
    while (i < bytes.len) {
        const cp = str_.decodeAt(bytes, i);
        i += str_.sequenceLength(bytes[i]);
        if (cp < 128) {
            b.append(&.{@intCast(cp)});
            continue;
        }
        const digits: usize = if (cp < 0x100) 2 else if (cp < 0x10000) 4 else 8;
        b.append(switch (digits) {
            2 => "\\x",
            4 => "\\u",
            else => "\\U",
        });
        appendHex(&b, cp, digits);
    }
    return b.finish();
}

fn appendHex(b: *str_.Builder, value: u64, digits: usize) void {
    var at = digits;
    while (at > 0) {
        at -= 1;
        const nibble: u6 = @intCast(at * 4);
        b.append(&.{"0123456789abcdef"[@intCast((value >> nibble) & 15)]});
    }
}

/// `0x7f…`, as CPython prints addresses.
pub fn appendAddress(b: *str_.Builder, w: Word) void {
    b.append("0x");
    var digits: usize = 1;
    while (digits < 16 and w >> @intCast(digits * 4) != 0) digits += 1;
    appendHex(b, w, digits);
}

/// `<module.Class object at 0x…>`.
pub fn defaultRepr(w: Word) Word {
    const t = types.typeOf(w);
    var b: str_.Builder = .init(64);
    b.append("<");
    appendQualified(&b, t);
    b.append(" object at ");
    appendAddress(&b, w);
    b.append(">");
    return b.finish();
}

/// `module.qualname` of a class, without the module for builtins.
pub fn appendQualified(b: *str_.Builder, t: *types.Type) void {
    const module = @import("type_object.zig").moduleName(t);
    if (module != 0 and str_.isStr(module) and !str_.eqlSlice(module, "builtins")) {
        b.append(str_.slice(module));
        b.append(".");
    }
    b.append(if (t.qualname != 0) str_.slice(t.qualname) else types.nameOf(t));
}
