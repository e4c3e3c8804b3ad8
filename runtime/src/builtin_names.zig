//! Names of the rows of the builtin classes, for "Did you mean": programs keep only the rows that they can reach.
//!
//! Invariant: derived from the lists of rows at compile time; public names only.
const object = @import("object.zig");
const types = @import("type.zig");
const builtin_types = @import("builtin_types.zig");
const exception_rows = @import("exception_rows.zig");
const exception_types = @import("exception_types.zig");

fn namesOf(comptime rows: anytype) []const u8 {
    comptime {
        @setEvalBranchQuota(1_000_000);
        var text: []const u8 = "";
        for (rows) |row| {
            const name: []const u8 = row[0];
            if (name[0] == '_') continue;
            text = text ++ name ++ " ";
        }
        const final = text[0..text.len].*;
        return &final;
    }
}

const Row = extern struct { class: ?*const types.Type, names: ?[*]const u8, len: usize };

/// A weak table (`prune.zig`): the rows of classes that the program cannot reach are null.
export var pyrt_type_names: [builtin_types.list.len]Row = blk: {
    var out: [builtin_types.list.len]Row = undefined;
    for (builtin_types.list, 0..) |entry, i| {
        const names = namesOf(entry[2]);
        out[i] = .{ .class = entry[1], .names = names.ptr, .len = names.len };
    }
    break :blk out;
};

/// The public names that the class itself defines, separated by spaces.
pub fn of(class: *const types.Type) []const u8 {
    for (&pyrt_type_names) |*row| {
        if (row.class == class) return row.names.?[0..row.len];
    }
    inline for (exception_rows.classes) |entry| {
        if (exception_types.typeOf(@field(exception_types.Kind, entry[0])) == class) return comptime namesOf(entry[1]);
    }
    return "";
}
