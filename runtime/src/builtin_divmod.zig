//! `divmod(a, b)`.
const object = @import("object.zig");
const types = @import("type.zig");
const prune = @import("prune.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// What the slots of both classes make of it, asked in the order of a binary operator; 0 raised.
pub fn divmod(a: Word, b: Word) Word {
    prune.reads("divmod");
    const left = types.typeOf(a);
    const right = types.typeOf(b);
    const f = left.slots.divmod;
    var g = if (left == right or right.slots.divmod == f) null else right.slots.divmod;
    if (f) |own| {
        if (g) |other| {
            if (types.isSubtype(right, left)) {
                const result = other(a, b);
                if (result == 0 or !singletons.isNotImplemented(result)) return result;
                rc.release(result);
                g = null;
            }
        }
        const result = own(a, b);
        if (result == 0 or !singletons.isNotImplemented(result)) return result;
        rc.release(result);
    }
    if (g) |other| {
        const result = other(a, b);
        if (result == 0 or !singletons.isNotImplemented(result)) return result;
        rc.release(result);
    }
    return err.raise(.TypeError, "unsupported operand type(s) for divmod(): '{t}' and '{t}'", .{ a, b });
}
