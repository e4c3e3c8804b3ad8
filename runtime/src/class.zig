//! Making classes: the `class` statement, `type(name, bases, namespace)`, and what follows from their namespaces.
//!
//! Invariants
//! - A heap class is consistent before any Python code can see it (`__set_name__`, `__init_subclass__` run last).
//! - The class that a statement at module level makes the first time lives for ever, so that the common class costs its
//!   instances nothing; all others are counted like any object and go with their last instance, subclass and reference.
//! - The class cell of methods that use `super()` is filled before those hooks run.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const args_ = @import("args.zig");
const call = @import("call.zig");
const dict = @import("dict.zig");
const exception_rows = @import("exception_rows.zig");
const tuple = @import("tuple.zig");
const list = @import("list.zig");
const ops = @import("ops.zig");
const ns = @import("namespace.zig");
const names = @import("names.zig");
const lookup = @import("lookup.zig");
const mro = @import("mro.zig");
const iter = @import("iter.zig");
const layout = @import("class_layout.zig");
const class_slots = @import("class_slots.zig");
const descriptors = @import("descriptors.zig");
const instance = @import("instance.zig");
const singletons = @import("singletons.zig");
const WordMap = @import("word_map.zig").WordMap;
const type_object = @import("type_object.zig");
const object_type = @import("object_type.zig");
const Word = object.Word;
const Type = types.Type;

/// What a class statement knows beyond the arguments of the metaclass; found again by the namespace.
const Pending = struct { namespace: Word, cell: Word, predeclared: Word, lasting: bool, previous: ?*Pending };
var pending_class: ?*Pending = null;

pub inline fn isClass(w: Word) bool {
    return !object.isSmall(w) and types.typeOf(w).flags.type_subclass;
}

fn conflict() Word {
    return err.raise(.TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) " ++
        "subclass of the metaclasses of all its bases", .{});
}

/// The most derived metaclass of `meta` and the bases, or null (raised).
fn metaclassOf(meta: *Type, bases: []const Word) ?*Type {
    var winner = meta;
    for (bases) |b| {
        const m = types.typeOf(b);
        if (types.isSubtype(winner, m)) continue;
        if (types.isSubtype(m, winner)) {
            winner = m;
            continue;
        }
        _ = conflict();
        return null;
    }
    return winner;
}

/// The bases after `__mro_entries__`, owned tuple; the same tuple if all are classes. 0 raised.
fn resolveBases(bases: Word) Word {
    const given = tuple.items(bases);
    const all_classes = for (given) |b| {
        if (!isClass(b)) break false;
    } else true;
    if (all_classes) return rc.retain(bases);
    const out = list.new(given.len);
    defer rc.release(out);
    for (given) |b| {
        const f = if (isClass(b)) 0 else attr.getOptional(b, names.of(.__mro_entries__));
        if (f == 0) {
            if (err.pending()) return 0;
            list.append(out, b);
            continue;
        }
        defer rc.release(f);
        const more = call.call(f, &.{bases});
        if (more == 0) return 0;
        defer rc.release(more);
        if (!tuple.isTuple(more)) return err.raise(.TypeError, "__mro_entries__ must return a tuple", .{});
        for (tuple.items(more)) |m| list.append(out, m);
    }
    return list.toTuple(out);
}

/// The class statement. See the row `class_build`.
pub export fn pyrt_class_build(body: Word, name: Word, bases: Word, keywords: Word, predeclared: Word) callconv(.c) Word {
    const resolved = resolveBases(bases);
    if (resolved == 0) return 0;
    defer rc.release(resolved);

    var meta_word: Word = object.word(&type_object.type_type);
    if (tuple.len(resolved) > 0) meta_word = object.word(types.typeOf(tuple.get(resolved, 0)));
    var kw: Word = 0;
    defer rc.releaseMaybe(kw);
    if (keywords != 0 and dict.len(keywords) > 0) {
        kw = dict.copy(keywords);
        const explicit = ns.get(kw, names.of(.metaclass));
        if (explicit != 0) {
            meta_word = rc.retain(explicit);
            _ = ns.del(kw, names.of(.metaclass));
            if (dict.len(kw) == 0) {
                rc.release(kw);
                kw = 0;
            }
            // Whatever made the keyword dict holds the metaclass.
            rc.release(meta_word);
        }
    }
    if (isClass(meta_word)) {
        meta_word = object.word(metaclassOf(object.ptr(Type, meta_word), tuple.items(resolved)) orelse return 0);
    }
    const namespace = prepare(meta_word, name, resolved, kw);
    if (namespace == 0) return 0;
    defer rc.release(namespace);
    if (resolved != bases and !storeName(namespace, names.of(.__orig_bases__), bases)) return 0;

    const f = object.ptr(object.Function, body);
    const cell = f.code.entry(body, &[1]Word{namespace});
    if (cell == 0) return 0;
    defer rc.release(cell);

    var record: Pending = .{
        .namespace = namespace,
        .cell = if (object.isExact(cell, .cell)) cell else 0,
        .predeclared = predeclared,
        .lasting = isFirst(f.code),
        .previous = pending_class,
    };
    pending_class = &record;
    const class = instantiate(meta_word, name, resolved, namespace, kw);
    pending_class = record.previous;
    if (class == 0 or !object.isExact(cell, .cell) or !isClass(class)) return class;
    const content = object.ptr(object.Cell, cell).value;
    if (content == class) return class;
    defer rc.release(class);
    if (content == 0) {
        return err.raise(.RuntimeError, "__class__ not set defining {r} as {r}. Was __classcell__ propagated to type.__new__?", .{ name, class });
    }
    return err.raise(.TypeError, "__class__ set to {r} defining {r} as {r}", .{ content, name, class });
}

/// Bodies of class statements that have run.
var built: WordMap = .{};

/// Whether the body of a class statement at module level runs for the first time.
fn isFirst(code: *const object.Code) bool {
    if (std.mem.indexOf(u8, code.qualname.slice(), "<locals>") != null) return false;
    return built.add(@intFromPtr(code), 0);
}

/// A word that the class owns (consumed): what a class that lives for ever owns does so too.
pub fn owned(t: *const Type, w: Word) Word {
    if (t.h.rc & object.rc_uncounted != 0) rc.immortalize(w);
    return w;
}

fn prepare(meta: Word, name: Word, bases: Word, kw: Word) Word {
    if (meta == object.word(&type_object.type_type)) return ns.new();
    const f = attr.getOptional(meta, names.of(.__prepare__));
    if (f == 0) return if (err.pending()) 0 else ns.new();
    defer rc.release(f);
    const positional = tuple.fromSlice(&.{ name, bases });
    defer rc.release(positional);
    const namespace = call.callEx(f, positional, kw);
    if (namespace == 0) return 0;
    @import("prune.zig").reads("setitem");
    if (types.typeOf(namespace).flags.dict_subclass or types.typeOf(namespace).slots.setitem != null) return namespace;
    defer rc.release(namespace);
    const shown: []const u8 = if (isClass(meta)) types.nameOf(object.ptr(Type, meta)) else "<metaclass>";
    return err.raise(.TypeError, "{s}.__prepare__() must return a mapping, not {t}", .{ shown, namespace });
}

fn storeName(namespace: Word, name: Word, value: Word) bool {
    if (object.isExact(namespace, .dict)) {
        ns.set(namespace, name, value);
        return true;
    }
    return ops.setitem(namespace, name, value) == 0;
}

fn instantiate(meta: Word, name: Word, bases: Word, namespace: Word, kw: Word) Word {
    const positional = tuple.fromSlice(&.{ name, bases, namespace });
    defer rc.release(positional);
    return call.callEx(meta, positional, kw);
}

/// The pending record of the class statement that this call of `type.__new__` belongs to.
fn takePending(namespace: Word) ?*Pending {
    const record = pending_class orelse return null;
    if (record.namespace == namespace) return record;
    // A metaclass may hand on a copy; a class made inside it has a namespace without the statement's marks.
    const line = if (types.typeOf(namespace).flags.dict_subclass) ns.get(namespace, names.of(.__firstlineno__)) else 0;
    const mark = if (types.typeOf(record.namespace).flags.dict_subclass) ns.get(record.namespace, names.of(.__firstlineno__)) else 0;
    return if (line != 0 and line == mark) record else null;
}

/// `type.__new__(meta, name, bases, namespace, **keywords)`, owned; 0 raised.
pub fn create(meta_given: *Type, name: Word, bases_given: Word, namespace: Word, keywords: Word) Word {
    if (std.mem.indexOfScalar(u8, str.slice(name), 0) != null) {
        return err.raise(.ValueError, "type name must not contain null characters", .{});
    }
    const object_bases = [_]Word{object.word(&object_type.object_type)};
    const bases = if (tuple.len(bases_given) == 0) tuple.fromSlice(&object_bases) else rc.retain(bases_given);
    defer rc.release(bases);
    for (tuple.items(bases)) |b| {
        if (isClass(b)) continue;
        const f = attr.getOptional(b, names.of(.__mro_entries__));
        if (f != 0) {
            rc.release(f);
            return err.raise(.TypeError, "type() doesn't support MRO entry resolution; use types.new_class()", .{});
        }
        if (err.pending()) return 0;
        return conflict();
    }
    const meta = metaclassOf(meta_given, tuple.items(bases)) orelse return 0;
    if (meta != meta_given and meta.slots.new != type_object.type_type.slots.new) {
        const count = if (keywords == 0) 0 else dict.len(keywords);
        const args = alloc.array(Word, 3 + count);
        defer alloc.free(args);
        args[0] = name;
        args[1] = bases;
        args[2] = namespace;
        if (count == 0) return meta.slots.new.?(object.word(meta), args, 3, 0);
        const given = list.new(count);
        defer rc.release(given);
        var at: usize = 0;
        while (dict.next(keywords, &at)) |item| {
            args[3 + list.len(given)] = item.value;
            list.append(given, item.key);
        }
        const kwnames = list.toTuple(given);
        defer rc.release(kwnames);
        return meta.slots.new.?(object.word(meta), args, 3, kwnames);
    }
    const base = layout.bestBase(tuple.items(bases)) orelse return 0;

    const t = instance.allocate(Type, object.word(meta));
    const header = t.h;
    t.* = .{ .h = header };
    const record = takePending(namespace);
    if (record) |r| if (r.lasting) {
        t.h.rc |= object.rc_immortal;
    };
    if (finish(t, name, base, bases, namespace, keywords, record)) return object.word(t);
    rc.release(object.word(t));
    return 0;
}

/// Fills a fresh record and runs the hooks; false: raised.
fn finish(t: *Type, name: Word, base: *Type, bases: Word, namespace: Word, keywords: Word, record: ?*Pending) bool {
    type_object.setText(t, &t.name, name);
    t.base = base;
    t.bases = owned(t, rc.retain(bases));
    t.flags = .{ .heap = true, .base = true };
    t.flags = @bitCast(@as(u32, @bitCast(t.flags)) | (@as(u32, @bitCast(base.flags)) & types.subclass_flags));
    t.dict = copyNamespace(namespace);
    if (t.dict == 0) return false;
    t.dict = owned(t, t.dict);
    const cell = ns.get(t.dict, names.of(.__classcell__));
    if (cell != 0 and !object.isExact(cell, .cell)) {
        _ = err.raise(.TypeError, "__classcell__ must be a nonlocal cell, not {r}", .{object.word(types.typeOf(cell))});
        return false;
    }
    _ = rc.retainMaybe(cell);
    defer rc.releaseMaybe(cell);
    if (!complete(t, record)) return false;
    if (cell != 0) fillCell(cell, object.word(t));
    if (record) |r| {
        // One statement, one class: a second call with the same namespace is on its own.
        r.namespace = 0;
        r.cell = 0;
        r.predeclared = 0;
    }
    return setNames(t) and initSubclass(t, keywords);
}

fn copyNamespace(namespace: Word) Word {
    const d = ns.new();
    if (dict.update(d, namespace) == 0) return d;
    rc.release(d);
    return 0;
}

fn fillCell(cell: Word, value: Word) void {
    const c = object.ptr(object.Cell, cell);
    const old = c.value;
    c.value = rc.retain(value);
    rc.releaseMaybe(old);
}

/// Everything between the raw record and the hooks: names, descriptors, layout, MRO, slots. False: raised.
fn complete(t: *Type, record: ?*Pending) bool {
    const d = t.dict;
    const qualname = ns.get(d, names.of(.__qualname__));
    if (qualname != 0) {
        if (!str.isStr(qualname)) {
            _ = err.raise(.TypeError, "type __qualname__ must be a str, not {t}", .{qualname});
            return false;
        }
        type_object.setText(t, &t.qualname, qualname);
        _ = ns.del(d, names.of(.__qualname__));
    } else type_object.setText(t, &t.qualname, t.name);
    if (ns.get(d, names.of(.__module__)) == 0) ns.set(d, names.of(.__module__), names.of(.__main__));
    _ = ns.del(d, names.of(.__classcell__));
    _ = ns.del(d, str.intern("__classdictcell__"));
    wrapFunction(d, .__new__, &descriptors.staticmethod_type);
    wrapFunction(d, .__init_subclass__, &descriptors.classmethod_type);
    wrapFunction(d, .__class_getitem__, &descriptors.classmethod_type);
    if (!layout.set(t, if (record) |r| r.predeclared else 0)) return false;
    if (ns.get(d, names.of(.__doc__)) == 0) ns.set(d, names.of(.__doc__), singletons.noneWord());
    if (ns.get(d, names.of(.__eq__)) != 0 and ns.get(d, names.of(.__hash__)) == 0) {
        ns.set(d, names.of(.__hash__), singletons.noneWord());
    }
    t.version = lookup.nextVersion();
    if (!setMro(t)) return false;
    inheritFlags(t);
    t.shape = instance.newShape(t, &.{});
    if (t.shape == 0) {
        _ = err.noMemory();
        return false;
    }
    @import("prune.zig").uses("generic_slots");
    class_slots.update(t);
    for (tuple.items(t.bases)) |b| lookup.addSubclass(object.ptr(Type, b), t);
    return true;
}

fn wrapFunction(d: Word, name: names.Name, wrapper: *Type) void {
    const f = ns.get(d, names.at(name));
    if (f == 0 or !object.isExact(f, .function)) return;
    const wrapped = descriptors.wrap(wrapper, f);
    ns.set(d, names.at(name), wrapped);
    rc.release(wrapped);
}

/// Computes `t.mro`, by the metaclass's own `mro()` if it has one.
fn setMro(t: *Type) bool {
    t.mro = mro.linearise(t, tuple.items(t.bases));
    if (t.mro == 0) return false;
    t.mro = owned(t, t.mro);
    const meta = types.typeOf(object.word(t));
    if (meta == &type_object.type_type) return true;
    const f = lookup.lookup(meta, names.of(.mro));
    if (f == lookup.lookup(&type_object.type_type, names.of(.mro))) return true;
    const custom = call.special(object.word(t), f, &.{});
    if (custom == 0) return false;
    defer rc.release(custom);
    const order = tuple.fromIterable(custom);
    if (order == 0) return false;
    for (tuple.items(order)) |c| {
        if (isClass(c)) continue;
        _ = err.raise(.TypeError, "mro() returned a non-class ('{t}')", .{c});
        rc.release(order);
        return false;
    }
    const old = t.mro;
    t.mro = owned(t, order);
    rc.release(old);
    return true;
}

/// Flags that come from any base, not only from that of the layout.
fn inheritFlags(t: *Type) void {
    takePatternFlags(t);
    for (lookup.mro(t)) |c| {
        const f = object.ptr(Type, c).flags;
        t.flags.exception_subclass = t.flags.exception_subclass or f.exception_subclass;
        t.flags.sequence = t.flags.sequence or f.sequence;
        t.flags.mapping = t.flags.mapping or f.mapping;
        t.flags.abstract = false;
    }
}

/// `__abc_tpflags__` says that patterns take instances for sequences or mappings.
fn takePatternFlags(t: *Type) void {
    const name = str.intern("__abc_tpflags__");
    const value = ns.get(t.dict, name);
    if (value == 0 or !object.isSmall(value)) return;
    const bits = object.smallValue(value);
    if (bits & (1 << 5) != 0) t.flags.sequence = true;
    if (bits & (1 << 6) != 0) t.flags.mapping = true;
    _ = ns.del(t.dict, name);
}

/// A class registered with an abstract one counts in patterns as that does, and so do its subclasses.
pub fn sharePatternFlags(from: *const Type, to: *Type) void {
    if (!to.flags.heap or (!from.flags.sequence and !from.flags.mapping)) return;
    to.flags.sequence = from.flags.sequence;
    to.flags.mapping = from.flags.mapping;
    for (lookup.subclasses(to)) |c| sharePatternFlags(from, object.ptr(Type, c));
}

fn setNames(t: *Type) bool {
    // The hooks may change the namespace: a copy is walked.
    const copy = dict.copy(t.dict);
    defer rc.release(copy);
    var at: usize = 0;
    while (dict.next(copy, &at)) |entry| {
        const f = lookup.special(entry.value, .__set_name__);
        if (f == 0) {
            // Programs that do not name the method drop its row; properties need their names all the same.
            if (types.isInstance(entry.value, &descriptors.property_type)) descriptors.setName(entry.value, entry.key);
            continue;
        }
        const result = call.special(entry.value, f, &.{ object.word(t), entry.key });
        if (result == 0) {
            noteSetName(entry.value, entry.key, t);
            return false;
        }
        rc.release(result);
    }
    return true;
}

/// CPython adds a note that says whose hook failed.
fn noteSetName(value: Word, name: Word, t: *Type) void {
    const e = err.take();
    var b: str.Builder = .init(96);
    b.append("Error calling __set_name__ on '");
    b.append(types.nameOfValue(value));
    b.append("' instance '");
    if (str.isStr(name)) b.append(str.slice(name));
    b.append("' in '");
    b.append(types.nameOf(t));
    b.append("'");
    const note = b.finish();
    const result = exception_rows.addNote(e, &[_]Word{note}, 1, 0);
    rc.release(note);
    // The first failure is the one to report.
    if (result == 0) err.clear() else rc.release(result);
    err.restore(e);
}

fn initSubclass(t: *Type, keywords: Word) bool {
    const f = lookup.lookupAfter(t, t, names.of(.__init_subclass__));
    if (f == 0) return true;
    const get = types.typeOf(f).slots.descr_get;
    const bound = if (get) |g| g(f, 0, object.word(t)) else rc.retain(f);
    if (bound == 0) return false;
    defer rc.release(bound);
    const result = call.callEx(bound, tuple.empty(), keywords);
    if (result == 0) return false;
    rc.release(result);
    return true;
}

/// `refuseAbstract`; set when a class becomes abstract, so that programs without one do not keep it. Exported for the reason of
/// `pyrt_array_view`.
pub export var pyrt_refuse_abstract: ?*const fn (t: *Type) callconv(.c) Word = null;

/// "Can't instantiate abstract class A without an implementation for abstract method 'f'". Returns 0.
pub fn refuseAbstract(t: *Type) callconv(.c) Word {
    const set = ns.get(lookup.typeDict(t), names.of(.__abstractmethods__));
    const sorted = if (set == 0) list.new(0) else @import("dir.zig").collect(set);
    if (sorted == 0) return 0;
    defer rc.release(sorted);
    var b: str.Builder = .init(128);
    defer b.deinit();
    for (0..list.len(sorted)) |i| {
        const name = list.get(sorted, i);
        defer rc.release(name);
        if (i > 0) b.append(", ");
        b.append("'");
        if (str.isStr(name)) b.append(str.slice(name));
        b.append("'");
    }
    const s: []const u8 = if (list.len(sorted) == 1) "" else "s";
    return err.raise(.TypeError, "Can't instantiate abstract class {s} without an implementation for abstract method{s} {s}", .{
        types.nameOf(t), s, b.slice(),
    });
}

/// `o.__class__ = value`.
pub fn setClass(o: Word, value: Word) i32 {
    if (value == 0) return err.fail(.TypeError, "can't delete __class__ attribute", .{});
    if (!isClass(value)) {
        return err.fail(.TypeError, "__class__ must be set to a class, not '{t}' object", .{value});
    }
    const from = types.typeOf(o);
    const to = object.ptr(Type, value);
    if (!from.flags.heap or !to.flags.heap) {
        return err.fail(.TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses", .{});
    }
    if (from == to) return 0;
    if (!layout.compatible(from, to)) {
        return err.fail(.TypeError, "__class__ assignment: '{s}' object layout differs from '{s}'", .{
            types.nameOf(to), types.nameOf(from),
        });
    }
    instance.changeClass(o, from, to);
    return 0;
}
