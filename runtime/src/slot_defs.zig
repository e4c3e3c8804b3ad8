//! Which special method stands for which slot: one row for each name.
//!
//! Invariant: the rows of one slot are neighbours, in the order in which the slot's generic function looks them up. A
//! heap class's slot is the builtin function if all its names resolve to wrappers of that same function, else the
//! generic function, which calls the Python methods (`slot_generic.zig`).
const std = @import("std");
const types = @import("type.zig");
const names = @import("names.zig");
const generic = @import("slot_generic.zig");
const Slots = types.Slots;

/// How a wrapper descriptor calls the slot with Python arguments (`slot_wrap.zig`).
pub const Wrap = enum(u8) {
    unary,
    binary_left,
    binary_right,
    inplace,
    pow_left,
    compare,
    length,
    hash,
    predicate,
    call,
    getattribute,
    getattr_hook,
    setattr,
    delattr,
    next,
    getitem,
    setitem,
    delitem,
    contains,
    get,
    set,
    delete,
    new,
    init,
    del,
};

pub const Def = extern struct {
    name: names.Name,
    /// Index of the slot in `Slots`, in words.
    slot: u16,
    wrap: Wrap,
    /// `BinaryOp` or `CompareOp` where the wrap needs one.
    op: u8 = 0,
    generic: *const anyopaque,
};

fn at(comptime field: []const u8) u16 {
    return @offsetOf(Slots, field) / @sizeOf(usize);
}

const binary_names = [13][3]names.Name{
    .{ .__add__, .__radd__, .__iadd__ },
    .{ .__sub__, .__rsub__, .__isub__ },
    .{ .__mul__, .__rmul__, .__imul__ },
    .{ .__matmul__, .__rmatmul__, .__imatmul__ },
    .{ .__truediv__, .__rtruediv__, .__itruediv__ },
    .{ .__floordiv__, .__rfloordiv__, .__ifloordiv__ },
    .{ .__mod__, .__rmod__, .__imod__ },
    .{ .__pow__, .__rpow__, .__ipow__ },
    .{ .__lshift__, .__rlshift__, .__ilshift__ },
    .{ .__rshift__, .__rrshift__, .__irshift__ },
    .{ .__and__, .__rand__, .__iand__ },
    .{ .__or__, .__ror__, .__ior__ },
    .{ .__xor__, .__rxor__, .__ixor__ },
};
/// Left, reflected and in-place name of a binary operator.
pub fn binaryName(op: types.BinaryOp, which: usize) names.Name {
    return binary_names[@intFromEnum(op)][which];
}
const compare_names = [6]names.Name{ .__lt__, .__le__, .__eq__, .__ne__, .__gt__, .__ge__ };
pub fn compareName(op: types.CompareOp) names.Name {
    return compare_names[@intFromEnum(op)];
}

/// Exported, so that nobody knows its contents at compile time: what a program cannot reach is null in it (`prune.zig`).
export var pyrt_slot_defs = build();
pub const defs: []const Def = &pyrt_slot_defs;

fn build() [26 + 13 + 6 + 35]Def {
    @setEvalBranchQuota(10_000);
    var out: [26 + 13 + 6 + 35]Def = undefined;
    var n: usize = 0;
    for (binary_names, 0..) |three, i| {
        const left: Wrap = if (i == @intFromEnum(types.BinaryOp.pow)) .pow_left else .binary_left;
        const slot = at("binary") + i;
        out[n] = .{ .name = three[0], .slot = slot, .wrap = left, .op = i, .generic = generic.binary[i] };
        out[n + 1] = .{ .name = three[1], .slot = slot, .wrap = .binary_right, .op = i, .generic = generic.binary[i] };
        n += 2;
    }
    for (binary_names, 0..) |three, i| {
        out[n] = .{
            .name = three[2],
            .slot = at("inplace") + i,
            .wrap = .inplace,
            .op = i,
            .generic = generic.inplace[i],
        };
        n += 1;
    }
    for (compare_names, 0..) |name, i| {
        out[n] = .{ .name = name, .slot = at("compare"), .wrap = .compare, .op = i, .generic = &generic.compare };
        n += 1;
    }
    const rest = [_]Def{
        .{ .name = .__divmod__, .slot = at("divmod"), .wrap = .binary_left, .generic = &generic.divmod },
        .{ .name = .__rdivmod__, .slot = at("divmod"), .wrap = .binary_right, .generic = &generic.divmod },
        .{ .name = .__pow__, .slot = at("pow3"), .wrap = .pow_left, .generic = &generic.pow3 },
        unary("neg", .__neg__),
        unary("pos", .__pos__),
        unary("invert", .__invert__),
        unary("abs", .__abs__),
        unary("int", .__int__),
        unary("float", .__float__),
        unary("index", .__index__),
        unary("repr", .__repr__),
        unary("str", .__str__),
        .{ .name = .__hash__, .slot = at("hash"), .wrap = .hash, .generic = &generic.hash },
        .{ .name = .__call__, .slot = at("call"), .wrap = .call, .generic = &generic.call },
        .{ .name = .__getattribute__, .slot = at("getattro"), .wrap = .getattribute, .generic = &generic.getattro },
        .{ .name = .__getattr__, .slot = at("getattro"), .wrap = .getattr_hook, .generic = &generic.getattro },
        .{ .name = .__setattr__, .slot = at("setattro"), .wrap = .setattr, .generic = &generic.setattro },
        .{ .name = .__delattr__, .slot = at("setattro"), .wrap = .delattr, .generic = &generic.setattro },
        unary("iter", .__iter__),
        .{ .name = .__next__, .slot = at("next"), .wrap = .next, .generic = &generic.next },
        .{ .name = .__bool__, .slot = at("boolean"), .wrap = .predicate, .generic = &generic.boolean },
        .{ .name = .__len__, .slot = at("length"), .wrap = .length, .generic = &generic.length },
        .{ .name = .__getitem__, .slot = at("getitem"), .wrap = .getitem, .generic = &generic.getitem },
        .{ .name = .__setitem__, .slot = at("setitem"), .wrap = .setitem, .generic = &generic.setitem },
        .{ .name = .__delitem__, .slot = at("setitem"), .wrap = .delitem, .generic = &generic.setitem },
        .{ .name = .__contains__, .slot = at("contains"), .wrap = .contains, .generic = &generic.contains },
        .{ .name = .__get__, .slot = at("descr_get"), .wrap = .get, .generic = &generic.descrGet },
        .{ .name = .__set__, .slot = at("descr_set"), .wrap = .set, .generic = &generic.descrSet },
        .{ .name = .__delete__, .slot = at("descr_set"), .wrap = .delete, .generic = &generic.descrSet },
        .{ .name = .__new__, .slot = at("new"), .wrap = .new, .generic = &generic.new },
        .{ .name = .__init__, .slot = at("init"), .wrap = .init, .generic = &generic.init },
        .{ .name = .__del__, .slot = at("finalize"), .wrap = .del, .generic = &generic.finalize },
        unary("await_", .__await__),
        unary("aiter", .__aiter__),
        unary("anext", .__anext__),
    };
    for (rest) |def| {
        out[n] = def;
        n += 1;
    }
    if (n != out.len) @compileError("wrong number of slot rows");
    return out;
}

fn unary(comptime field: []const u8, comptime name: names.Name) Def {
    return .{ .name = name, .slot = at(field), .wrap = .unary, .generic = generic.unary(name) };
}

pub inline fn slotValue(t: *const types.Type, slot: u16) usize {
    const words: *const [types.slot_words]usize = @ptrCast(&t.slots);
    return words[slot];
}
pub inline fn setSlot(t: *types.Type, slot: u16, value: usize) void {
    const words: *[types.slot_words]usize = @ptrCast(&t.slots);
    words[slot] = value;
}

/// The name is that of a special method with a slot.
pub fn isSlotName(name: []const u8) bool {
    if (name.len < 5 or name[0] != '_' or name[1] != '_') return false;
    for (defs) |*def| if (std.mem.eql(u8, names.textOf(def.name), name)) return true;
    return false;
}
