//! Where a heap class's instances keep their attributes: the base that decides, `ext`, slots, `__slots__` members.
//!
//! Invariant: a subclass keeps the offsets of the base that decides its layout and only appends slots.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const tuple = @import("tuple.zig");
const ns = @import("namespace.zig");
const names = @import("names.zig");
const methods = @import("methods.zig");
const method_ = @import("method.zig");
const class_ = @import("class.zig");
const instance = @import("instance.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

/// The most basic class with the same instance layout apart from attributes: a builtin class with a layout of its own, or
/// a heap class with `__slots__` members.
fn solidBase(t: *Type) *Type {
    var at = t;
    while (at.base) |base| : (at = base) {
        if (at.flags.heap) {
            if (at.member_count != base.member_count) return at;
        } else if (at.fixed_size != base.fixed_size or at.slots.dealloc != base.slots.dealloc) return at;
    }
    return at;
}

/// The base whose layout the class takes over, or null (raised).
pub fn bestBase(bases: []const Word) ?*Type {
    var winner: ?*Type = null;
    var solid: *Type = undefined;
    for (bases) |b| {
        const t = object.ptr(Type, b);
        if (!t.flags.heap and !t.flags.base) {
            _ = err.raise(.TypeError, "type '{s}' is not an acceptable base type", .{types.nameOf(t)});
            return null;
        }
        const candidate = solidBase(t);
        if (winner == null) {
            winner = t;
            solid = candidate;
        } else if (types.isSubtype(solid, candidate)) {
            continue;
        } else if (types.isSubtype(candidate, solid)) {
            winner = t;
            solid = candidate;
        } else {
            _ = err.raise(.TypeError, "multiple bases have instance lay-out conflict", .{});
            return null;
        }
    }
    return winner;
}

fn isVariable(t: *const Type) bool {
    const f = t.flags;
    return f.str_subclass or f.bytes_subclass or f.tuple_subclass or f.int_subclass;
}

/// Collects the names of slots; `None` stands for a member of `__slots__`.
const SlotNames = struct {
    items: [*]Word,
    len: usize = 0,
    cap: usize,

    fn add(self: *SlotNames, name: Word) void {
        if (self.len == self.cap) {
            self.cap *= 2;
            self.items = @ptrCast(@alignCast(alloc.resize(self.items, self.cap * 8)));
        }
        self.items[self.len] = name;
        self.len += 1;
    }
    fn addAttribute(self: *SlotNames, name: Word) void {
        const interned = str.internWord(name);
        if (object.indexOf(self.items[0..self.len], interned) == null) self.add(interned);
    }
};

/// Instances with more slots than this start in dict mode.
const max_slots = 4096;

/// Sets offsets, slots and their descriptors from the base, `__slots__` and the predeclared names (tuple or 0). False: raised.
pub fn set(t: *Type, predeclared: Word) bool {
    const base = t.base.?;
    inherit(t, base);
    var slots: SlotNames = .{ .items = alloc.array(Word, 16), .cap = 16 };
    defer alloc.free(slots.items);
    if (base.flags.heap and base.slot_names != 0) {
        for (tuple.items(base.slot_names)) |n| slots.add(n);
    }
    // Attributes that the other bases predeclare; their `__slots__` members would have been a layout conflict.
    for (tuple.items(t.bases)) |b| {
        const other = object.ptr(Type, b);
        if (!other.flags.heap or other.slot_names == 0) continue;
        for (tuple.items(other.slot_names)) |n| {
            if (!singletons.isNone(n)) slots.addAttribute(n);
        }
    }
    const base_dict = base.flags.has_dict or othersHaveDict(t);
    const declared = ns.get(t.dict, names.of(.__slots__));
    t.flags.has_dict = true;
    const base_weakrefs = areReferable(t);
    // A layout of variable size has no room for the list of references.
    t.flags.has_weakrefs = base_weakrefs or !isVariable(base) or base.flags.str_subclass;
    if (declared != 0) {
        t.flags.has_dict = base_dict;
        const may_add = !base_weakrefs and t.flags.has_weakrefs;
        t.flags.has_weakrefs = base_weakrefs;
        if (!addMembers(t, declared, &slots, may_add)) return false;
    }
    // Attributes of a class stand in its namespace, those of a metaclass's instances too.
    if (t.flags.type_subclass) t.flags.has_dict = false;
    if (predeclared != 0 and t.flags.has_dict) {
        for (tuple.items(predeclared)) |n| {
            if (slots.len >= max_slots) break;
            if (ns.get(t.dict, n) == 0 or !isData(ns.get(t.dict, n))) slots.addAttribute(n);
        }
    }
    if (t.flags.has_dict and !base.flags.has_dict) addRow(t, &attribute_rows[0]);
    if (!base_weakrefs and t.flags.has_weakrefs) addRow(t, &attribute_rows[1]);
    t.slot_count = @intCast(slots.len);
    for (slots.items[0..slots.len]) |n| {
        if (singletons.isNone(n)) t.member_count += 1;
    }
    t.flags.plain_instance = t.slot_offset == @sizeOf(object.Instance) and t.ext_offset == @sizeOf(object.Header) and
        instance.builtinBase(t).base == null;
    t.slot_names = if (slots.len == 0) 0 else class_.owned(t, tuple.fromSlice(slots.items[0..slots.len]));
    return true;
}

fn isData(w: Word) bool {
    return types.typeOf(w).slots.descr_set != null;
}

/// Whether instances of some base can be referred to weakly.
fn areReferable(t: *const Type) bool {
    for (tuple.items(t.bases)) |b| {
        const base = object.ptr(Type, b);
        if (base.flags.has_weakrefs or base.flags.type_subclass) return true;
        if (!base.flags.heap and isReferable(base)) return true;
    }
    return false;
}

/// Of the builtin classes that can be subclassed, those whose instances can be referred to weakly.
fn isReferable(base: *const Type) bool {
    return switch (@as(object.ShapeId, @enumFromInt(base.shape))) {
        .set, .frozenset => true,
        else => false,
    };
}

fn othersHaveDict(t: *const Type) bool {
    for (tuple.items(t.bases)) |b| if (object.ptr(Type, b).flags.has_dict) return true;
    return false;
}

fn inherit(t: *Type, base: *const Type) void {
    t.fixed_size = base.fixed_size;
    if (base.flags.heap) {
        t.ext_offset = base.ext_offset;
        t.slot_offset = base.slot_offset;
    } else if (base.ext_offset != 0 or base.flags.has_dict) {
        t.ext_offset = if (base.ext_offset != 0) base.ext_offset else 8;
        t.slot_offset = base.fixed_size;
    } else if (isVariable(base)) {
        t.ext_offset = types.ext_tail;
        t.slot_offset = 0;
    } else {
        t.ext_offset = std.mem.alignForward(u32, base.fixed_size, 8);
        t.slot_offset = t.ext_offset + 8;
        t.fixed_size = t.slot_offset;
    }
}

fn addMembers(t: *Type, declared: Word, slots: *SlotNames, may_add_weakref: bool) bool {
    const given = if (str.isStr(declared)) tuple.fromSlice(&.{declared}) else tuple.fromIterable(declared);
    if (given == 0) return false;
    t.declared_slots = class_.owned(t, given);
    var had_weakref = false;
    for (tuple.items(given)) |name| {
        if (!str.isStr(name)) {
            _ = err.raise(.TypeError, "__slots__ items must be strings, not '{t}'", .{name});
            return false;
        }
        if (!isIdentifier(str.slice(name))) {
            _ = err.raise(.TypeError, "__slots__ must be identifiers", .{});
            return false;
        }
        if (str.eqlSlice(name, "__dict__")) {
            if (t.flags.has_dict) {
                _ = err.raise(.TypeError, "__dict__ slot disallowed: we already got one", .{});
                return false;
            }
            t.flags.has_dict = true;
            continue;
        }
        if (str.eqlSlice(name, "__weakref__")) {
            if (had_weakref or !may_add_weakref) {
                _ = err.raise(.TypeError, "__weakref__ slot disallowed: we already got one", .{});
                return false;
            }
            had_weakref = true;
            t.flags.has_weakrefs = true;
            continue;
        }
        if (t.ext_offset == types.ext_tail and !t.flags.str_subclass) {
            _ = err.raise(.TypeError, "nonempty __slots__ not supported for subtype of '{s}'", .{types.nameOf(t.base.?)});
            return false;
        }
        const key = mangled(t, name);
        const present = ns.get(t.dict, key);
        // A name may stand twice.
        if (present != 0 and object.isExact(present, .member_descriptor)) continue;
        if (present != 0) {
            _ = err.raise(.ValueError, "{r} in __slots__ conflicts with class variable", .{name});
            return false;
        }
        const d = method_.member(key, t, @intCast(slots.len));
        ns.set(t.dict, key, d);
        rc.release(d);
        slots.add(singletons.noneWord());
    }
    return true;
}

/// Beyond ASCII every character counts as a letter; the compiler has refused the others where it saw them.
fn isIdentifier(text: []const u8) bool {
    if (text.len == 0 or std.ascii.isDigit(text[0])) return false;
    for (text) |c| {
        if (c < 128 and c != '_' and !std.ascii.isAlphanumeric(c)) return false;
    }
    return true;
}

/// `__x` becomes `_Class__x`.
fn mangled(t: *const Type, name: Word) Word {
    const text = str.slice(name);
    if (text.len < 3 or text[0] != '_' or text[1] != '_') return str.internWord(name);
    if (text[text.len - 1] == '_' and text[text.len - 2] == '_') return str.internWord(name);
    const class = std.mem.trimLeft(u8, types.nameOf(t), "_");
    if (class.len == 0) return str.internWord(name);
    var b: str.Builder = .init(text.len + class.len + 1);
    defer b.deinit();
    b.append("_");
    b.append(class);
    b.append(text);
    return str.intern(b.slice());
}

const attribute_rows = methods.table(.{
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set },
    .{ "__weakref__", noWeakref, 0, 0, .getset },
});
fn noWeakref(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.noneWord();
}
fn addRow(t: *Type, row: *const object.MethodRow) void {
    const name = str.intern(row.name.slice());
    if (ns.get(t.dict, name) != 0) return;
    const d = method_.forRow(row, t);
    ns.set(t.dict, name, d);
    rc.release(d);
}

/// Instances of one may become instances of the other.
pub fn compatible(a: *Type, b: *Type) bool {
    if (instance.builtinBase(a) != instance.builtinBase(b)) return false;
    if (a.ext_offset != b.ext_offset or a.slot_offset != b.slot_offset) return false;
    if (a.flags.has_dict != b.flags.has_dict) return false;
    // Members must be the same words; attribute slots are moved to a dict, but their room must exist.
    if (a.member_count != b.member_count) return false;
    if (a.member_count == 0) return true;
    if (!sameMembers(a, b)) return false;
    return a.slot_count == b.slot_count and std.mem.eql(Word, tuple.items(a.slot_names), tuple.items(b.slot_names));
}

/// Do the classes and their bases declare members of the same names in the same order?
fn sameMembers(a: *Type, b: *Type) bool {
    var left: ?*Type = a;
    var right: ?*Type = b;
    while (true) {
        while (left != null and (left.?.declared_slots == 0 or tuple.len(left.?.declared_slots) == 0)) left = left.?.base;
        while (right != null and (right.?.declared_slots == 0 or tuple.len(right.?.declared_slots) == 0)) right = right.?.base;
        if (left == right) return true;
        if (left == null or right == null) return false;
        const x = tuple.items(left.?.declared_slots);
        const y = tuple.items(right.?.declared_slots);
        if (x.len != y.len) return false;
        for (x, y) |p, q| if (!std.mem.eql(u8, str.slice(p), str.slice(q))) return false;
        left = left.?.base;
        right = right.?.base;
    }
}
