//! Method resolution order: the C3 linearisation of the bases.
//!
//! Invariant: the result starts with the class itself, keeps the order of each base's MRO and of the list of bases, and
//! ends with `object`; where no such order exists TypeError names the bases in conflict.
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const lookup = @import("lookup.zig");
const tuple = @import("tuple.zig");
const Word = object.Word;
const Type = types.Type;

/// An owned tuple for `class` with these bases, or 0 (raised).
pub fn linearise(class: *Type, bases: []const Word) Word {
    var total: usize = 1 + bases.len;
    for (bases) |b| total += lookup.mro(object.ptr(Type, b)).len;
    for (bases, 0..) |b, i| {
        if (object.indexOf(bases[i + 1 ..], b) == null) continue;
        _ = err.raise(.TypeError, "duplicate base class {s}", .{types.nameOf(object.ptr(Type, b))});
        return 0;
    }
    const out = alloc.array(Word, total);
    defer alloc.free(out);
    out[0] = object.word(class);
    if (bases.len == 1) {
        const above = lookup.mro(object.ptr(Type, bases[0]));
        @memcpy(out[1 .. 1 + above.len], above);
        return tuple.fromSlice(out[0 .. 1 + above.len]);
    }
    // One remaining list for each base, and the list of bases itself.
    const lists = alloc.array([]const Word, bases.len + 1);
    defer alloc.free(lists);
    for (bases, 0..) |b, i| lists[i] = lookup.mro(object.ptr(Type, b));
    lists[bases.len] = bases;
    var n: usize = 1;
    while (true) {
        var left = false;
        const next = for (lists[0 .. bases.len + 1]) |list| {
            if (list.len == 0) continue;
            left = true;
            if (!inTail(lists[0 .. bases.len + 1], list[0])) break list[0];
        } else {
            if (!left) return tuple.fromSlice(out[0..n]);
            return inconsistent(lists[0 .. bases.len + 1]);
        };
        out[n] = next;
        n += 1;
        for (lists[0 .. bases.len + 1]) |*list| {
            if (list.len > 0 and list.*[0] == next) list.* = list.*[1..];
        }
    }
}

fn inTail(lists: []const []const Word, c: Word) bool {
    for (lists) |list| {
        if (list.len > 1 and object.indexOf(list[1..], c) != null) return true;
    }
    return false;
}

fn inconsistent(lists: []const []const Word) Word {
    var b: str.Builder = .init(128);
    defer b.deinit();
    b.append("Cannot create a consistent method resolution order (MRO) for bases ");
    var first = true;
    for (lists, 0..) |list, i| {
        if (list.len == 0) continue;
        const seen = for (lists[0..i]) |before| {
            if (before.len > 0 and before[0] == list[0]) break true;
        } else false;
        if (seen) continue;
        if (!first) b.append(", ");
        first = false;
        b.append(types.nameOf(object.ptr(Type, list[0])));
    }
    return err.raiseText(.TypeError, b.slice());
}
