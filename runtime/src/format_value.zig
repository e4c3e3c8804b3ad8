//! `format(value, spec)`, the conversions `!s !r !a`, and the f-string entry point.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const repr = @import("repr.zig");
const call = @import("call.zig");
const int_text = @import("int_text.zig");
const float_text = @import("float_text.zig");
const number = @import("format_number.zig");
const text = @import("format_text.zig");
const Word = object.Word;
const Builder = str.Builder;

/// The value after a conversion (0, 's', 'r', 'a'), owned; ValueError for another one.
pub fn convert(w: Word, conversion: u21) Word {
    return switch (conversion) {
        0 => rc.retain(w),
        's' => repr.str(w),
        'r' => repr.repr(w),
        'a' => repr.ascii(w),
        else => if (conversion > 32 and conversion < 127)
            err.raise(.ValueError, "Unknown conversion specifier {s}", .{@as([]const u8, &.{@intCast(conversion)})})
        else
            err.raise(.ValueError, "Unknown conversion specifier \\x{x}", .{@as(u64, conversion)}),
    };
}

/// Appends `format(w, spec)`; false: raised.
pub fn append(b: *Builder, w: Word, spec: []const u8) bool {
    if (object.isSmall(w)) {
        if (spec.len > 0) return number.appendInt(b, w, spec);
        var buf: [24]u8 = undefined;
        b.append(int_text.writeSmall(object.smallValue(w), &buf));
        return true;
    }
    if (object.isExact(w, .str)) {
        const s = object.ptr(object.Str, w);
        if (spec.len > 0) return text.appendStr(b, s, spec);
        b.append(s.slice());
        return true;
    }
    if (object.isExact(w, .float)) {
        if (spec.len > 0) return number.appendFloat(b, w, spec);
        float_text.appendRepr(b, object.ptr(object.Float, w).value, true);
        return true;
    }
    const spec_word = str.fromSlice(spec);
    defer rc.release(spec_word);
    const r = format(w, spec_word);
    if (r == 0) return false;
    defer rc.release(r);
    b.appendWord(r);
    return true;
}

/// `format(w, spec)` (borrowed; 0: empty spec), an owned str.
pub fn format(w: Word, spec: Word) Word {
    const spec_text: []const u8 = if (spec == 0) "" else str.slice(spec);
    if (spec_text.len == 0 and (object.isExact(w, .str) or object.isSmall(w) or object.isExact(w, .int) or object.isExact(w, .float))) {
        return repr.str(w);
    }
    if (object.isSmall(w) or object.isExact(w, .int)) return number.formatInt(w, spec_text);
    if (object.isExact(w, .float)) return number.formatFloat(w, spec_text);
    if (object.isExact(w, .str)) return text.formatStr(object.ptr(object.Str, w), spec_text);
    if (object.isExact(w, .bool_)) return number.formatInt(w, spec_text);
    if (object.isExact(w, .complex)) return number.formatComplex(w, spec_text);
    const r = call.specialMethod(w, .__format__, &.{if (spec == 0) str.empty() else spec});
    if (r == 0 or str.isStr(r)) return r;
    defer rc.release(r);
    return err.raise(.TypeError, "__format__ must return a str, not {t}", .{r});
}

/// `object.__format__`.
pub fn objectFormat(w: Word, spec: Word) Word {
    const s = str.of(spec) orelse return err.raise(.TypeError, "__format__() argument must be str, not {n}", .{spec});
    if (s.bytes > 0) return err.raise(.TypeError, "unsupported format string passed to {t}.__format__", .{w});
    return repr.str(w);
}

/// (value, conversion: 0 none, 's', 'r', 'a', format spec str or absent) → str
pub export fn pyrt_format_value(w: Word, conversion: i64, spec: Word) callconv(.c) Word {
    if (conversion == 0) return format(w, spec);
    const shown = convert(w, @intCast(conversion));
    if (shown == 0 or spec == 0) return shown;
    defer rc.release(shown);
    return format(shown, spec);
}
