//! `types.SimpleNamespace`: an object that is nothing but its attributes.
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const str = @import("str.zig");
const dict = @import("dict.zig");
const text = @import("text.zig");
const args_ = @import("args.zig");
const instance = @import("instance.zig");
const container = @import("container.zig");
const ops_compare = @import("ops_compare.zig");
const object_type = @import("object_type.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// `ext` is the attribute dict or 0.
pub const Namespace = extern struct { h: object.Header, ext: Word };

/// A namespace with these attributes; values are consumed.
pub fn make(comptime names: []const []const u8, values: []const Word) Word {
    const n = alloc.object(Namespace, .simple_namespace, 0);
    n.ext = dict.new();
    inline for (names, 0..) |name, i| {
        dict.setStr(n.ext, str.intern(name), values[i]);
        rc.release(values[i]);
    }
    return object.word(n);
}

fn new(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = instance.allocate(Namespace, class);
    n.ext = dict.new();
    return object.word(n);
}

fn init(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (nargs > 1) return err.fail(.TypeError, "{t} expected at most 1 argument, got {d}", .{ self, nargs });
    const d = instance.dictOf(self);
    if (nargs == 1 and dict.update(d, args[0]) < 0) return -1;
    for (args_.keywordNames(kwnames), 0..) |name, i| dict.setStr(d, str.internWord(name), args[nargs + i]);
    return 0;
}

fn repr(self: Word) callconv(.c) Word {
    var b: text.Buffer = .{};
    defer b.deinit();
    const exact = object.isExact(self, .simple_namespace);
    b.append(if (exact) "namespace" else types.nameOfClass(types.typeOf(self)));
    b.append("(");
    if (container.enterRepr(self)) {
        defer container.leaveRepr(self);
        var at: usize = 0;
        var first = true;
        while (dict.next(instance.dictOf(self), &at)) |item| {
            if (!str.isStr(item.key)) continue;
            if (!first) b.append(", ");
            first = false;
            b.append(str.slice(item.key));
            b.append("=");
            if (!b.appendRepr(item.value)) return 0;
        }
    } else {
        if (err.pending()) return 0;
        b.append("...");
    }
    b.append(")");
    return b.toWord();
}

fn compare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    const of = &simple_namespace_type;
    if (!types.isInstance(left, of) or !types.isInstance(right, of)) return singletons.notImplementedWord();
    if (op != .eq and op != .ne) return singletons.notImplementedWord();
    return ops_compare.compare(instance.dictOf(left), instance.dictOf(right), op);
}

fn dealloc(self: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(Namespace, self).ext);
    alloc.free(object.header(self));
}

fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const ext = object.ptr(Namespace, self).ext;
    if (ext != 0) visit(ext, context);
}

fn clear(self: Word) callconv(.c) void {
    const n = object.ptr(Namespace, self);
    const old = n.ext;
    n.ext = 0;
    rc.releaseMaybe(old);
}

/// `copy.replace`: a new namespace of the same class with some attributes changed.
fn replace(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs > 0) return err.raise(.TypeError, "__replace__() takes no positional arguments", .{});
    const copy = call.call(object.word(types.typeOf(self)), &.{});
    if (copy == 0) return 0;
    const d = instance.dictOf(copy);
    if (dict.update(d, instance.dictOf(self)) < 0) {
        rc.release(copy);
        return 0;
    }
    for (args_.keywordNames(kwnames), 0..) |name, i| dict.setStr(d, str.internWord(name), args[i]);
    return copy;
}
pub const methods = .{
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset },
    .{ "__replace__", replace, 0, -1, .keywords },
};

pub var simple_namespace_type: types.Type = .{
    .h = types.static_header,
    .base = &object_type.object_type,
    .c_name = "types.SimpleNamespace",
    .shape = @intFromEnum(object.ShapeId.simple_namespace),
    .fixed_size = @sizeOf(Namespace),
    .slot_offset = @sizeOf(Namespace),
    .ext_offset = @offsetOf(Namespace, "ext"),
    .flags = .{ .base = true, .has_dict = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clear,
        .repr = repr,
        .compare = compare,
        .new = new,
        .init = init,
    },
};
