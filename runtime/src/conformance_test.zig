//! The runtime table's fifth guard: each row is called on inputs that nobody else holds and on inputs that others hold as well,
//! and the reference counts afterwards are compared with what the row says about them (`conventions` in abi.gen.zig):
//! a borrowed argument is as it was, a consumed one is gone, an owned result is the caller's to release. What is alive at the
//! end of a call must be what was alive before: one reference too many is an object that stays, one too few an object that is
//! released while it is still held.
//!
//! A row without a case is a compile error. What a row cannot be called with here is said with the reason in `excused`.
const std = @import("std");
const object = @import("object.zig");
const abi = @import("abi.gen.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const bytes = @import("bytes.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const dict = @import("dict.zig");
const set = @import("set.zig");
const builtin_types = @import("builtin_types.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

const Sample = enum { small, big, float, str, bytes, list, tuple, dict, set, none, absent, name, iterator };

/// What a parameter takes, by the letter in a case.
fn domain(comptime letter: u8) []const Sample {
    return switch (letter) {
        '*' => &.{ .small, .big, .float, .str, .bytes, .list, .tuple, .dict, .set, .none },
        // As `*`, for third arguments, so that the number of calls stays small.
        '+' => &.{ .small, .str, .list },
        // No big exponent or shift, which would take all memory.
        '-' => &.{ .small, .float, .str, .list, .none },
        'm' => &.{.small},
        'i' => &.{ .small, .big },
        's' => &.{.str},
        'l' => &.{.list},
        't' => &.{.tuple},
        'd' => &.{.dict},
        'e' => &.{.set},
        'n' => &.{.name},
        'x' => &.{.iterator},
        // Hashable, or missing.
        'k' => &.{ .small, .str, .tuple },
        '?' => &.{ .absent, .list, .tuple, .str },
        '0' => &.{.absent},
        else => @compileError("no such domain"),
    };
}

fn make(sample: Sample) Word {
    return switch (sample) {
        .small => int.fromI64(1),
        .big => int.fromI64(std.math.maxInt(i64)),
        .float => @extern(abi.T_float_from_f64, .{ .name = "pyrt_float_from_f64" })(1.5),
        .str => str.fromSlice("text that is no constant"),
        .bytes => bytes.fromSlice("bytes that are no constant"),
        .list => list.fromOwned(&.{ int.fromI64(1), str.fromSlice("an item of a list"), int.fromI64(2) }),
        .tuple => tuple.fromOwned(&.{ str.fromSlice("an item"), int.fromI64(7), int.fromI64(8) }),
        .dict => blk: {
            const w = dict.new();
            const key = str.fromSlice("a key that is no constant");
            const value = str.fromSlice("a value that is no constant");
            _ = dict.set(w, key, value);
            rc.release(key);
            rc.release(value);
            break :blk w;
        },
        .set => blk: {
            const w = set.new(.set);
            const item = str.fromSlice("an item of a set");
            set.add(set.of(w), item) catch unreachable; // a str has a hash
            rc.release(item);
            break :blk w;
        },
        .none => singletons.noneWord(),
        .absent => 0,
        .name => str.intern("append"),
        .iterator => blk: {
            const w = make(.list);
            defer rc.release(w);
            break :blk @extern(abi.T_obj_iter, .{ .name = "pyrt_obj_iter" })(w);
        },
    };
}

const Case = struct {
    name: []const u8,
    /// A domain for each word parameter; two elements are made for each array.
    domains: []const u8,
    /// The value of machine parameters.
    value: i64,
};

fn at(comptime name: []const u8, comptime domains: []const u8, comptime value: i64) Case {
    return .{ .name = name, .domains = domains, .value = value };
}

fn on(comptime name: []const u8, comptime domains: []const u8) Case {
    return at(name, domains, 0);
}

/// By name, or by the start of a name that ends in `*`; the first that fits counts.
const cases = [_]Case{
    on("obj_getattr", "*n"),
    on("obj_setattr", "*n+"),
    on("obj_setattr_f64", "*n"),
    on("obj_delattr", "*n"),
    on("obj_load_method", "*n"),
    at("obj_getitem_at", "*", 1),
    at("obj_setitem_at", "*+", 1),
    at("obj_setitem_f64", "*", 1),
    on("obj_setitem", "**+"),
    on("obj_call_method", "*n*"),
    on("obj_call", "**"),
    on("obj_call_ex", "*td"),
    on("obj_next", "x"),
    at("obj_unpack_ex", "*", 1),
    at("obj_unpack", "*", 3),
    on("obj_pow", "*-"),
    on("obj_ipow", "*-"),
    on("obj_lshift", "*-"),
    on("obj_ilshift", "*-"),
    on("obj_*", "**"),
    at("seq_item", "l", 1),
    on("tuple_new", "*"),
    on("tuple_from_iterable", "*"),
    on("list_new", "*"),
    on("list_new_flat", ""),
    on("list_append_f64", "l"),
    on("list_append", "l*"),
    on("list_extend", "l*"),
    on("list_to_tuple", "l"),
    on("set_new", "k"),
    on("set_add", "e*"),
    on("set_update", "e*"),
    on("dict_new", "k"),
    on("dict_set_fresh", "d*+"),
    on("dict_update", "d*"),
    on("slice_new", "*++"),
    on("str_build", "s"),
    on("format_value", "*0"),
    on("int_as_i64", "i"),
    on("int_pow", "im"),
    on("int_lshift", "im"),
    on("int_*", "ii"),
    on("cell_new", "?"),
    on("match_sequence", "*"),
    on("match_mapping", "*"),
    on("match_keys", "dt"),
    on("match_mapping_rest", "dt"),
    on("match_len", "l"),
    on("with_enter", "*"),
    on("async_enter", "*"),
    on("async_exit_lookup", "*"),
    on("async_with_start", "*"),
    on("sorted_keys", "*"),
    on("with_exit_lookup", "*"),
    on("aiter", "*"),
    on("anext", "*"),
    on("await_start", "*"),
    on("yield_from_start", "*"),
    on("import_from", "*n"),
    on("name_set", "dn*"),
    on("name_del", "dn"),
    at("range_new", "", 3),
    at("range_iter_new", "", 3),
    on("range_class", ""),
    on("bool_to_obj", ""),
    on("float_from_f64", ""),
    at("i64_*", "", 3),
    at("f64_*", "", 3),
    on("exc_pending", ""),
    on("exc_raise_assert", "*"),
    on("exc_raise", "*0"),
    on("raise_unbound", "n"),
};

/// Rows that are not called here, and why.
const excused = [_]struct { []const u8, []const u8 }{
    .{ "retain", "changes a count itself" },
    .{ "release", "changes a count itself" },
    .{ "release_maybe", "changes a count itself" },
    .{ "check_stack", "has no operands" },
    .{ "poll", "has no operands" },
    .{ "float_as_f64", "takes exact floats that inference proved" },
    .{ "obj_call_kw", "keyword names and values are a pair that generated code makes" },
    .{ "obj_call_method_kw", "keyword names and values are a pair that generated code makes" },
    .{ "obj_get_method", "the result goes with the next row" },
    .{ "obj_call_loaded", "takes what obj_get_method gave" },
    .{ "obj_call_loaded_kw", "takes what obj_get_method gave" },
    .{ "obj_call_append", "takes what obj_get_method gave" },
    .{ "obj_call_append_f64", "takes what obj_get_method gave" },
    .{ "in_set", "a set and a cache that generated code has checked" },
    .{ "has_layout", "a class and a cache that generated code has checked" },
    .{ "has_method", "a class and a cache that generated code has checked" },
    .{ "method_word", "a cache that generated code has checked" },
    .{ "makes_instance", "a class and a cache that generated code has checked" },
    .{ "instance_new", "a class whose layout generated code has checked" },
    .{ "init_result", "ends a call of __init__" },
    .{ "dynamic_*", "a frame of evaluated code" },
    .{ "source_*", "a static record of a source" },
    .{ "frame_call", "a frame of evaluated code" },
    .{ "display_value", "prints" },
    .{ "field_*", "an instance whose layout generated code has checked" },
    .{ "args_tuple", "takes the arguments of a call in progress" },
    .{ "dict_merge_kwargs", "names the function that is called" },
    .{ "global_*", "a module's static slots" },
    .{ "name_get", "a module's static slots" },
    .{ "class_*", "a class body in progress" },
    .{ "cell_get", "a cell and a code record" },
    .{ "cell_set", "a cell" },
    .{ "cell_del", "a cell and a code record" },
    .{ "function_*", "a static code record" },
    .{ "locals_dict", "a frame" },
    .{ "exc_*", "an exception that is being handled" },
    .{ "with_exit_call", "what with_exit_lookup gave" },
    .{ "generator_*", "a generator in progress" },
    .{ "yield_from_step", "what yield_from_start gave" },
    .{ "async_gen_wrap", "a generator in progress" },
    .{ "import_*", "the program's modules" },
    .{ "module_*", "a static module record" },
    .{ "match_class", "a class" },
    .{ "type_param_new", "a static code record" },
    .{ "type_alias_new", "a static code record" },
    .{ "generic_base", "type parameters in progress" },
    .{ "unbound_feature", "ends the program's way on purpose" },
    .{ "escaped_*", "one place for a value in flight" },
    .{ "range_intact", "a static slot" },
    .{ "is_builtin", "a builtin by its row" },
};

fn fits(comptime pattern: []const u8, comptime name: []const u8) bool {
    if (pattern[pattern.len - 1] != '*') return std.mem.eql(u8, pattern, name);
    return std.mem.startsWith(u8, name, pattern[0 .. pattern.len - 1]);
}

fn caseOf(comptime name: []const u8) ?Case {
    inline for (excused) |entry| if (comptime std.mem.eql(u8, entry[0], name)) return null;
    inline for (cases) |case| if (comptime fits(case.name, name)) return case;
    inline for (excused) |entry| if (comptime fits(entry[0], name)) return null;
    @compileError("conformance_test.zig has no case for the row " ++ name);
}

fn words(comptime conventions: []const u8) usize {
    var n: usize = 0;
    for (conventions) |letter| switch (letter) {
        'b', 'c', 'u', 'B', 'C' => n += 1,
        ' ' => break,
        else => {},
    };
    return n;
}

/// References that others hold to each shared input while the row runs.
const others = 2;

fn Call(comptime row: anytype, comptime case: Case) type {
    return struct {
        const Fn = @typeInfo(row.T).pointer.child;
        const count = words(row.conventions);
        const result_is_owned = std.mem.endsWith(u8, row.conventions, " owned");

        fn choices() usize {
            return comptime blk: {
                var n: usize = 1;
                for (0..count) |index| n *= domain(case.domains[index]).len;
                break :blk n;
            };
        }

        /// Calls the row once; false if an input that others hold has lost a reference of theirs.
        fn once(choice: usize, shared: bool) bool {
            var args: std.meta.ArgsTuple(Fn) = undefined;
            var cache = std.mem.zeroes(object.AttrCache);
            var held: [2 * count + 1]Word = undefined;
            var holding: usize = 0;
            var arrays: [count + 1][2]Word = undefined;
            var rest = choice;
            comptime var place: usize = 0;
            comptime var number: usize = 0;
            inline for (row.conventions) |letter| {
                switch (letter) {
                    'b', 'c', 'u', 'B', 'C' => {
                        const from = comptime domain(case.domains[number]);
                        const sample = from[rest % from.len];
                        rest /= from.len;
                        const isArray = letter == 'B' or letter == 'C';
                        const isTaken = letter == 'c' or letter == 'u' or letter == 'C';
                        for (0..if (isArray) 2 else 1) |index| {
                            const w = make(sample);
                            arrays[number][index] = w;
                            if (shared or !isTaken) {
                                held[holding] = w;
                                holding += 1;
                                if (isTaken) _ = rc.retainMaybe(w);
                            }
                        }
                        if (isArray) {
                            args[place] = &arrays[number];
                            args[place + 1] = 2;
                            place += 2;
                        } else {
                            args[place] = arrays[number][0];
                            place += 1;
                        }
                        number += 1;
                    },
                    'v' => {
                        const T = @TypeOf(args[place]);
                        args[place] = if (T == bool) true else if (T == f64) @floatFromInt(case.value) else case.value;
                        place += 1;
                    },
                    'p' => {
                        args[place] = &cache;
                        place += 1;
                    },
                    else => break,
                }
            }
            if (shared) for (held[0..holding]) |w| for (0..others) |_| {
                _ = rc.retainMaybe(w);
            };
            const result = @call(.auto, @extern(row.T, .{ .name = "pyrt_" ++ row.name }), args);
            if (result_is_owned) rc.releaseMaybe(result);
            err.clear();
            var good = true;
            for (held[0..holding]) |w| {
                if (shared) {
                    if (isCounted(w) and rc.count(w) < others + 1) good = false;
                    for (0..others) |_| rc.releaseMaybe(w);
                }
                rc.releaseMaybe(w);
            }
            return good;
        }
    };
}

fn isCounted(w: Word) bool {
    return w != 0 and w & 1 == 0 and object.header(w).rc & object.rc_uncounted == 0;
}

fn judge(comptime row: anytype, comptime case: Case) usize {
    const Runs = Call(row, case);
    var failures: usize = 0;
    for (0..Runs.choices()) |choice| for ([_]bool{ false, true }) |shared| {
        // What is made once for all, such as interned names, is made by the first call.
        _ = Runs.once(choice, shared);
        const before = alloc.liveObjects();
        const good = Runs.once(choice, shared);
        const after = alloc.liveObjects();
        if (good and before == after) continue;
        failures += 1;
        std.debug.print("row {s} ({s}), case {s} choice {d}, {s}: {d} objects before, {d} after{s}\n", .{
            row.name,                                  row.conventions, case.domains, choice, if (shared) "shared" else "unique", before, after,
            if (good) "" else ", one freed too early",
        });
    };
    return failures;
}

test "counts after each row are what the table says" {
    @setEvalBranchQuota(1_000_000);
    builtin_types.init();
    builtin_types.installAll();
    var failures: usize = 0;
    inline for (abi.rows) |row| {
        if (comptime caseOf(row.name)) |case| failures += judge(row, case);
    }
    try std.testing.expectEqual(@as(usize, 0), failures);
}
