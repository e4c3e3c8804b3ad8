//! `divmod(a, b)`.
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const call = @import("call.zig");
const float = @import("float.zig");
const names = @import("names.zig");
const tuple = @import("tuple.zig");
const lookup = @import("lookup.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// Both results as a tuple; 0 raised. User classes decide by `__divmod__`/`__rdivmod__`.
pub fn divmod(a: Word, b: Word) Word {
    if (int.isInt(a) and int.isInt(b) and !isHeap(a) and !isHeap(b)) {
        const result = int.divmod(int.valueOf(a), int.valueOf(b)) orelse return 0;
        return tuple.fromOwned(&.{ result.q, result.r });
    }
    if (isNumber(a) and isNumber(b)) {
        const x = float.fromObject(a) orelse return 0;
        const y = float.fromObject(b) orelse return 0;
        const result = float.divmod(x, y) orelse return 0;
        return tuple.fromOwned(&.{ float.new(result.q), float.new(result.r) });
    }
    const left = types.typeOf(a);
    const right = types.typeOf(b);
    var f = lookup.special(a, .__divmod__);
    var g = if (left == right) 0 else lookup.special(b, .__rdivmod__);
    const right_first = g != 0 and g != lookup.special(a, .__rdivmod__) and types.isSubtype(right, left);
    if (right_first) {
        const result = call.special(b, g, &.{a});
        if (result == 0 or !singletons.isNotImplemented(result)) return result;
        g = 0;
    }
    if (f != 0) {
        const result = call.special(a, f, &.{b});
        if (result == 0 or !singletons.isNotImplemented(result)) return result;
        f = 0;
    }
    if (g != 0) {
        const result = call.special(b, g, &.{a});
        if (result == 0 or !singletons.isNotImplemented(result)) return result;
    }
    return err.raise(.TypeError, "unsupported operand type(s) for divmod(): '{t}' and '{t}'", .{ a, b });
}

fn isHeap(w: Word) bool {
    return !object.isSmall(w) and types.typeOf(w).flags.heap;
}

fn isNumber(w: Word) bool {
    return object.isExact(w, .float) or (int.isInt(w) and !isHeap(w));
}
