//! `mappingproxy`: a read-only view of a mapping (`cls.__dict__`).
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const args_ = @import("args.zig");
const call = @import("call.zig");
const iter = @import("iter.zig");
const ops = @import("ops.zig");
const repr_ = @import("repr.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

pub const MappingProxy = extern struct { h: object.Header, mapping: Word };

fn inner(self: Word) Word {
    return object.ptr(MappingProxy, self).mapping;
}

/// A proxy of a borrowed mapping.
pub fn new(mapping: Word) Word {
    const p = alloc.object(MappingProxy, .mapping_proxy, 0);
    p.mapping = rc.retain(mapping);
    return object.word(p);
}
fn newSlot(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("mappingproxy", kwnames) or !args_.checkCount("mappingproxy", nargs, 1, 1)) return 0;
    const t = types.typeOf(args[0]);
    if (t.slots.getitem == null or t.flags.list_subclass or t.flags.tuple_subclass) {
        return err.raise(.TypeError, "mappingproxy() argument must be a mapping, not {t}", .{args[0]});
    }
    return new(args[0]);
}
fn dealloc(self: Word) callconv(.c) void {
    rc.release(inner(self));
    alloc.free(object.header(self));
}
fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(inner(self), context);
}
fn repr(self: Word) callconv(.c) Word {
    const text = repr_.repr(inner(self));
    if (text == 0) return 0;
    defer rc.release(text);
    var b: str.Builder = .init(64);
    b.append("mappingproxy(");
    b.append(str.slice(text));
    b.append(")");
    return b.finish();
}
fn strSlot(self: Word) callconv(.c) Word {
    return repr_.str(inner(self));
}
fn getitem(self: Word, key: Word) callconv(.c) Word {
    return ops.slotItem(inner(self), key);
}
fn length(self: Word) callconv(.c) i64 {
    return ops.len(inner(self));
}
fn contains(self: Word, key: Word) callconv(.c) i32 {
    return ops.contains(inner(self), key);
}
fn iterSlot(self: Word) callconv(.c) Word {
    return iter.iter(inner(self));
}
fn hash(self: Word) callconv(.c) i64 {
    return ops.hash(inner(self));
}
fn unwrap(w: Word) Word {
    return if (object.isExact(w, .mapping_proxy)) inner(w) else w;
}
fn compare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    return ops.compare(inner(left), right, op);
}
fn either(left: Word, right: Word) callconv(.c) Word {
    return ops.binary(.or_, unwrap(left), unwrap(right));
}
fn inplaceRefused(left: Word, _: Word) callconv(.c) Word {
    rc.release(left);
    return err.raise(.TypeError, "'|=' is not supported by mappingproxy; use '|' instead", .{});
}
fn orSlot() [13]?types.BinaryFn {
    var out: [13]?types.BinaryFn = @splat(null);
    out[@intFromEnum(types.BinaryOp.or_)] = either;
    return out;
}

/// A method that the mapping does itself.
fn forward(comptime name: []const u8) object.NativeFn {
    return struct {
        fn run(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
            return call.method(inner(self), name, args[0..nargs]);
        }
    }.run;
}
pub const methods = .{
    .{ "get", forward("get"), 1, 2 },
    .{ "keys", forward("keys"), 0, 0 },
    .{ "values", forward("values"), 0, 0 },
    .{ "items", forward("items"), 0, 0 },
    .{ "copy", forward("copy"), 0, 0 },
    .{ "__reversed__", forward("__reversed__"), 0, 0 },
};

pub var mappingproxy_type: types.Type = .{
    .h = types.static_header,
    .c_name = "mappingproxy",
    .shape = @intFromEnum(object.ShapeId.mapping_proxy),
    .fixed_size = @sizeOf(MappingProxy),
    .base = &@import("object_type.zig").object_type,
    .flags = .{ .mapping = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .repr = repr,
        .str = strSlot,
        .getitem = getitem,
        .length = length,
        .contains = contains,
        .iter = iterSlot,
        .compare = compare,
        .hash = hash,
        .binary = orSlot(),
        .inplace = @import("container.zig").binarySlots(.{ .or_ = inplaceRefused }),
        .new = newSlot,
    },
};
