//! Tuples with named fields that programs can also make from a sequence: `time.struct_time`, `os.stat_result` and the like.
//!
//! Invariant: an instance is a tuple of the `visible` first fields; the words of the others follow the tuple's items and are
//! owned like them.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const dict = @import("../dict.zig");
const text = @import("../text.zig");
const tuple_ = @import("../tuple.zig");
const args_ = @import("../args.zig");
const methods_ = @import("../methods.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Tuple = object.Tuple;
const Raised = container.Raised;

/// `fields` with "" for those without a name.
pub fn Class(comptime c_name: [:0]const u8, comptime fields: []const []const u8, comptime visible: usize) type {
    return struct {
        pub var class: types.Type = .{
            .h = types.static_header,
            .base = &tuple_.tuple_type,
            .c_name = c_name,
            .fixed_size = @sizeOf(Tuple),
            .slots = .{ .repr = repr, .new = new, .dealloc = dealloc, .traverse = traverse },
        };
        const named = blk: {
            var n = 0;
            for (fields) |f| n += @intFromBool(f.len > 0);
            break :blk n;
        };
        pub const rows: [named + 7]object.MethodRow = blk: {
            @setEvalBranchQuota(10_000);
            var out: [named + 7]object.MethodRow = undefined;
            var n = 0;
            for (fields, 0..) |field, i| {
                if (field.len == 0) continue;
                out[n] = methods_.row(.{ field, Reader(i).get, 0, 0, .member });
                n += 1;
            }
            out[n] = methods_.row(.{ "n_fields", Number(fields.len).get, 0, 0, .class_method });
            out[n + 1] = methods_.row(.{ "n_sequence_fields", Number(visible).get, 0, 0, .class_method });
            out[n + 2] = methods_.row(.{ "n_unnamed_fields", Number(fields.len - named).get, 0, 0, .class_method });
            out[n + 3] = methods_.row(.{ "__match_args__", matchArgs, 0, 0, .class_method });
            out[n + 4] = methods_.row(.{ "__reduce__", reduce, 0, 0 });
            out[n + 5] = methods_.row(.{ "__replace__", replace, 0, 0, .keywords });
            out[n + 6] = methods_.row(.{ "__class_getitem__", native.class_getitem[1], 1, 1, .class_method });
            break :blk out;
        };

        pub fn prepare() void {
            native.ready(&class, &rows);
            // Plain attributes of the class, no methods.
            const d = @import("../lookup.zig").typeDict(&class);
            const none: [1]Word = .{0};
            for (rows[named .. named + 4]) |*row| {
                const value = row.function(object.word(&class), &none, 0, 0);
                dict.setStr(d, str.intern(row.name.slice()), value);
                rc.release(value);
            }
        }

        /// An instance of these values, one for each field; consumed.
        pub fn make(values: []const Word) Word {
            const t = alloc.object(Tuple, class.shape, fields.len * @sizeOf(Word));
            t.len = visible;
            @memcpy(t.items()[0..fields.len], values);
            return object.word(t);
        }

        fn Reader(comptime index: usize) type {
            return struct {
                fn get(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
                    return rc.retain(object.ptr(Tuple, self).items()[index]);
                }
            };
        }
        fn Number(comptime n: usize) type {
            return struct {
                fn get(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
                    return object.makeSmall(n);
                }
            };
        }
        fn matchArgs(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const t = tuple_.create(visible);
            var n: usize = 0;
            inline for (fields[0..visible]) |field| {
                if (field.len > 0) {
                    t.items()[n] = str.intern(field);
                    n += 1;
                }
            }
            t.len = n;
            return object.word(t);
        }

        fn dealloc(self: Word) callconv(.c) void {
            for (object.ptr(Tuple, self).items()[visible..fields.len]) |w| rc.release(w);
            tuple_.tuple_type.slots.dealloc.?(self);
        }
        fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
            for (object.ptr(Tuple, self).items()[0..fields.len]) |w| visit(w, context);
        }

        fn repr(self: Word) callconv(.c) Word {
            var b: text.Buffer = .{};
            defer b.deinit();
            b.append(c_name ++ "(");
            // As CPython: the names of the fields that have one, beside the values of the first fields.
            comptime var shown: usize = 0;
            inline for (fields) |field| {
                if (field.len == 0 or shown == visible) continue;
                b.append((if (shown == 0) "" else ", ") ++ field ++ "=");
                if (!b.appendRepr(object.ptr(Tuple, self).items()[shown])) return 0;
                shown += 1;
            }
            b.append(")");
            return b.toWord();
        }

        const new_sig: args_.Signature = .{
            .name = "structseq",
            .params = &.{ "sequence", "dict" },
            .positional = 2,
            .required = 1,
        };
        fn new(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            var given: [2]Word = undefined;
            if (!args_.bind(new_sig, args, nargs, kwnames, &given)) return 0;
            return container.wordOf(fromSequence(given[0], given[1]));
        }
        fn fromSequence(source: Word, extra: Word) Raised!Word {
            if (extra != 0 and !dict.isDict(extra)) {
                return container.fail(.TypeError, c_name ++ "() takes a dict as second arg, if any", .{});
            }
            const items = tuple_.fromIterable(source);
            if (items == 0) {
                err.clear();
                return container.fail(.TypeError, "constructor requires a sequence", .{});
            }
            defer rc.release(items);
            const n = tuple_.len(items);
            const least: []const u8 = if (fields.len > visible) "an at least " else "a ";
            if (n < visible) {
                return container.fail(.TypeError, c_name ++ "() takes {s}{d}-sequence ({d}-sequence given)", .{ least, visible, n });
            }
            if (n > fields.len) {
                const most: []const u8 = if (fields.len > visible) "an at most " else "a ";
                return container.fail(.TypeError, c_name ++ "() takes {s}{d}-sequence ({d}-sequence given)", .{ most, fields.len, n });
            }
            var values: [fields.len]Word = undefined;
            inline for (fields, 0..) |field, i| {
                values[i] = singletons.noneWord();
                if (i < n) {
                    values[i] = rc.retain(tuple_.items(items)[i]);
                } else if (extra != 0 and field.len > 0) {
                    const found = dict.getStr(extra, str.intern(field));
                    if (found != 0) values[i] = rc.retain(found);
                }
            }
            return make(&values);
        }
        fn hidden(self: Word) Word {
            const d = dict.new();
            inline for (fields[visible..], visible..) |field, i| {
                if (field.len > 0) dict.setStr(d, str.intern(field), object.ptr(Tuple, self).items()[i]);
            }
            return d;
        }
        fn reduce(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const all = tuple_.fromSlice(tuple_.items(self));
            return tuple_.fromOwned(&.{ object.word(&class), tuple_.fromOwned(&.{ all, hidden(self) }) });
        }
        fn replace(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            var values: [fields.len]Word = undefined;
            @memcpy(&values, object.ptr(Tuple, self).items()[0..fields.len]);
            for (args_.keywordNames(kwnames), 0..) |key, k| {
                const at = inline for (fields, 0..) |field, i| {
                    if (field.len > 0 and str.eqlSlice(key, field)) break i;
                } else return err.raise(.TypeError, "Got unexpected field name(s): [{r}]", .{key});
                values[at] = args[nargs + k];
            }
            for (values) |w| _ = rc.retain(w);
            return make(&values);
        }
    };
}
