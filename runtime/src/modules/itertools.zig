//! `itertools`: the list of its classes, and what they share.
//!
//! Invariant: an iterator that has ended holds no source any more and stays ended; a step that raised leaves it usable.
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const iter = @import("../iter.zig");
const tuple = @import("../tuple.zig");
const native = @import("native.zig");
const endless = @import("itertools_endless.zig");
const select = @import("itertools_select.zig");
const joined = @import("itertools_join.zig");
const group = @import("itertools_group.zig");
const combine = @import("itertools_combine.zig");
const Word = object.Word;
const Type = types.Type;

pub const name = "itertools";
pub const doc = "Functional tools for creating and using iterators.";

pub const New = @typeInfo(@FieldType(types.Slots, "new")).optional.child;

/// An iterator class over the layout `T`, whose words are the named fields.
pub fn class(
    comptime T: type,
    comptime c_name: [*:0]const u8,
    comptime fields: []const []const u8,
    comptime next: types.UnaryFn,
    comptime new: New,
) Type {
    const Life = native.Life(T, fields);
    return .{
        .h = types.static_header,
        .c_name = c_name,
        .fixed_size = @sizeOf(T),
        .flags = .{ .base = true, .immutable = true, .default_getattr = true },
        .slots = .{ .dealloc = Life.dealloc, .traverse = Life.traverse, .iter = iter.self, .next = next, .new = new },
    };
}

/// Drops a word that the iterator no longer needs.
pub inline fn drop(place: *Word) void {
    const old = place.*;
    place.* = 0;
    rc.releaseMaybe(old);
}

/// The items of a result tuple that may be changed in place: the iterator's own, or a copy if anyone else has it.
pub fn writable(place: *Word) []Word {
    if (rc.isUnique(place.*)) {
        // The cycle collector may have found that it can be in no cycle; new contents can.
        const h = object.header(place.*);
        if (h.rc & object.rc_color_mask == 0) h.rc &= ~object.rc_quiet;
    } else {
        const copy = tuple.fromSlice(tuple.items(place.*));
        rc.release(place.*);
        place.* = copy;
    }
    return object.ptr(object.Tuple, place.*).slice();
}

/// Replaces an item of `writable`; consumes nothing, retains the value.
pub inline fn put(items: []Word, i: usize, value: Word) void {
    const old = items[i];
    items[i] = rc.retain(value);
    rc.release(old);
}

pub const functions = .{.{ "tee", group.tee, 1, 2 }};

pub const classes = .{
    .{ "_tee_dataobject", &group.block_type, .{} },
    .{ "_tee", &group.tee_type, group.tee_methods },
    .{ "accumulate", &joined.accumulate_type, .{} },
    .{ "batched", &joined.batched_type, .{} },
    .{ "chain", &joined.chain_type, joined.chain_methods },
    .{ "combinations", &combine.combinations_type, combine.methods },
    .{ "combinations_with_replacement", &combine.replacement_type, combine.methods },
    .{ "compress", &select.compress_type, .{} },
    .{ "count", &endless.count_type, .{} },
    .{ "cycle", &endless.cycle_type, .{} },
    .{ "dropwhile", &select.dropwhile_type, .{} },
    .{ "filterfalse", &select.filterfalse_type, .{} },
    .{ "groupby", &group.groupby_type, .{} },
    .{ "_grouper", &group.grouper_type, .{} },
    .{ "islice", &select.islice_type, .{} },
    .{ "pairwise", &joined.pairwise_type, .{} },
    .{ "permutations", &combine.permutations_type, combine.methods },
    .{ "product", &combine.product_type, combine.methods },
    .{ "repeat", &endless.repeat_type, endless.repeat_methods },
    .{ "starmap", &select.starmap_type, .{} },
    .{ "takewhile", &select.takewhile_type, .{} },
    .{ "zip_longest", &joined.zip_longest_type, .{} },
};
