//! Tuples with named fields, such as `sys.version_info`.
//!
//! Invariant: an instance has the layout of a tuple of exactly its class's fields; each class is made once and lives for ever.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const text = @import("text.zig");
const lookup = @import("lookup.zig");
const tuple_ = @import("tuple.zig");
const instance = @import("instance.zig");
const methods_ = @import("methods.zig");
const Word = object.Word;
const Tuple = object.Tuple;

fn Reader(comptime index: usize) type {
    return struct {
        fn get(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return rc.retain(object.ptr(Tuple, self).items()[index]);
        }
    };
}

fn Class(comptime module: []const u8, comptime name: [:0]const u8, comptime fields: []const []const u8) type {
    return struct {
        var class: types.Type = .{
            .h = types.static_header,
            .base = &tuple_.tuple_type,
            .c_name = name,
            .fixed_size = @sizeOf(Tuple),
            .slots = .{ .repr = repr, .new = new },
        };
        var ready = false;

        const rows: [fields.len]object.MethodRow = blk: {
            var out: [fields.len]object.MethodRow = undefined;
            for (fields, 0..) |field, i| out[i] = methods_.row(.{ field, Reader(i).get, 0, 0, .getset });
            break :blk out;
        };

        fn prepare() void {
            if (ready) return;
            ready = true;
            class.shape = instance.newShapeId();
            class.module = str.intern(module);
            class.methods = &rows;
            class.method_count = rows.len;
            types.ready(&class);
            class.version = lookup.nextVersion();
        }

        fn repr(self: Word) callconv(.c) Word {
            var b: text.Buffer = .{};
            defer b.deinit();
            b.append(module ++ "." ++ name ++ "(");
            inline for (fields, 0..) |field, i| {
                b.append((if (i == 0) "" else ", ") ++ field ++ "=");
                if (!b.appendRepr(object.ptr(Tuple, self).items()[i])) return 0;
            }
            b.append(")");
            return b.toWord();
        }

        fn new(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return err.raise(.TypeError, "cannot create '" ++ module ++ "." ++ name ++ "' instances", .{});
        }
    };
}

/// An instance with these field values (consumed).
pub fn make(comptime module: []const u8, comptime name: [:0]const u8, comptime fields: []const []const u8, values: []const Word) Word {
    const C = Class(module, name, fields);
    C.prepare();
    const t = alloc.object(Tuple, C.class.shape, fields.len * @sizeOf(Word));
    t.len = fields.len;
    @memcpy(t.slice(), values);
    return object.word(t);
}
