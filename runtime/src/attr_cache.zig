//! Attribute instructions with inline caches.
//!
//! Invariants
//! - A cache is used only if the receiver's shape and its class's version (kind `class_member`: the receiver's own
//!   version, which no other class has; kind `module_slot`: the module's address) are those recorded.
//! - A slot-mode shape determines which attributes the instance itself has; so a class attribute is cached only for
//!   shapes without that attribute, and never for dict mode.
//! - Cached words are borrowed from class namespaces, which cannot change without a new version.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const traceback = @import("traceback.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const attr = @import("attr.zig");
const bind = @import("bind.zig");
const float = @import("float.zig");
const call = @import("call.zig");
const lookup = @import("lookup.zig");
const args_ = @import("args.zig");
const method_ = @import("method.zig");
const instance = @import("instance.zig");
const descriptors = @import("descriptors.zig");
const slot_wrap = @import("slot_wrap.zig");
const Word = object.Word;
const Type = types.Type;
const AttrCache = object.AttrCache;

const Kind = struct {
    const empty = 0;
    /// `value`: byte offset of the slot.
    const slot = AttrCache.kind_slot;
    /// `value`: the class's attribute, which needs no binding.
    const class_value = 2;
    /// `value`: a plain method of the class.
    const method = AttrCache.kind_method;
    /// `value`: address of the module's slot.
    const module_slot = 4;
    /// Store to an absent slot; `value`: byte offset, and the new shape in the high half.
    const add_slot = AttrCache.kind_add_slot;
    /// The receiver is a class; `value`: its attribute, which needs no binding.
    const class_member = 6;
    /// Store to a member of `__slots__`, present or not; `value`: its byte offset.
    const member = 7;
};

/// What was found lately at any site, for sites whose receivers are of several classes: entries by shape, name and use,
/// which hold for the class's version as a cache does.
const Use = enum(u32) { get, set, method };
const Found = struct { name: Word = 0, use: Use = .get, cache: AttrCache = .{ .shape = 0, .kind = 0, .version = 0, .value = 0 } };
var found: [512]Found = @splat(.{});

inline fn entry(shape: u32, name: Word, use: Use) *Found {
    return &found[(shape *% 37 ^ @as(u32, @truncate(name >> 4)) ^ @intFromEnum(use) *% 171) & 511];
}

/// Fills the cache of a site from what another receiver's miss has found; false if nothing is known that still holds.
inline fn refilled(o: Word, name: Word, use: Use, cache: *AttrCache) bool {
    if (object.isSmall(o)) return false;
    const shape = object.header(o).shape;
    const e = entry(shape, name, use);
    if (e.name != name or e.cache.shape != shape or e.use != use or e.cache.version != classVersion(shape)) return false;
    // The site's own entry has just failed: its slot is empty.
    if (cache.shape == shape and cache.kind == e.cache.kind and cache.version == e.cache.version) return false;
    cache.* = e.cache;
    return true;
}

/// Notes what the cache of a site has just been filled with.
inline fn remember(o: Word, name: Word, use: Use, cache: *const AttrCache) void {
    if (cache.shape != object.shapeOf(o) or cache.version != classVersion(cache.shape)) return;
    switch (cache.kind) {
        Kind.slot, Kind.class_value, Kind.method => {},
        else => return,
    }
    entry(cache.shape, name, use).* = .{ .name = name, .use = use, .cache = cache.* };
}

inline fn classVersion(shape: u32) u64 {
    return types.typeOfShape(shape).version;
}
inline fn place(o: Word, offset: Word) *Word {
    return object.ptr(Word, o + offset);
}

pub export fn pyrt_obj_getattr(o: Word, name: Word, cache: *AttrCache) callconv(.c) Word {
    if (!object.isSmall(o) and object.header(o).shape == cache.shape) {
        switch (cache.kind) {
            Kind.slot => if (classVersion(cache.shape) == cache.version) {
                const value = place(o, cache.value).*;
                if (value != 0) return rc.retain(value);
            },
            Kind.class_value => if (classVersion(cache.shape) == cache.version) return rc.retain(cache.value),
            Kind.class_member => if (object.ptr(Type, o).version == cache.version) return rc.retain(cache.value),
            Kind.module_slot => if (cache.version == o) {
                const value = object.ptr(Word, cache.value).*;
                if (value != 0) return rc.retain(value);
            },
            else => {},
        }
    }
    return getSlow(o, name, cache);
}

noinline fn getSlow(o: Word, name: Word, cache: *AttrCache) Word {
    if (refilled(o, name, .get, cache)) {
        const value = if (cache.kind == Kind.slot) place(o, cache.value).* else cache.value;
        if (value != 0) return rc.retain(value);
    }
    const t = types.typeOf(o);
    if (attr.hasDefaultLookup(t)) {
        if (!object.isSmall(o)) {
            fillGet(o, t, name, cache);
            remember(o, name, .get, cache);
        }
        return attr.generic(o, name);
    }
    if (object.isExact(o, .module)) {
        fillModule(o, name, cache);
    } else if (t.flags.type_subclass and t.slots.getattro == &@import("type_object.zig").getattro) {
        fillClassMember(o, t, name, cache);
    }
    return t.slots.getattro.?(o, name);
}

fn fillGet(o: Word, t: *Type, name: Word, cache: *AttrCache) void {
    const d = lookup.lookup(t, name);
    if (d != 0 and types.typeOf(d).slots.descr_set != null) {
        if (!object.isExact(d, .member_descriptor) or t.ext_offset == types.ext_tail) return;
        const m = object.ptr(method_.MemberDescriptor, d);
        return fill(o, t, cache, Kind.slot, t.slot_offset + 8 * m.slot);
    }
    if (slotOffset(o, t, name)) |offset| return fill(o, t, cache, Kind.slot, offset);
    if (d == 0 or types.typeOf(d).slots.descr_get != null or !instance.shapeLacks(o, t, name)) return;
    fill(o, t, cache, Kind.class_value, d);
}

/// Byte offset of the present slot of a slot-mode instance, or null.
fn slotOffset(o: Word, t: *const Type, name: Word) ?u64 {
    if (!t.flags.heap or t.slot_count == 0 or t.ext_offset == types.ext_tail) return null;
    if ((instance.extPointer(o, t) orelse return null).* != 0) return null;
    const i = instance.slotIndex(t, name) orelse return null;
    if (instance.slotBase(o, t)[i] == 0) return null;
    return t.slot_offset + 8 * @as(u64, i);
}

fn fill(o: Word, t: *const Type, cache: *AttrCache, kind: u32, value: Word) void {
    cache.* = .{ .shape = object.shapeOf(o), .kind = kind, .version = t.version, .value = value };
}

fn fillModule(o: Word, name: Word, cache: *AttrCache) void {
    const m = object.ptr(object.Module, o);
    for (m.slot_names[0..m.slot_count], m.slots) |n, *slot| {
        if (n != name) continue;
        cache.* = .{ .shape = m.h.shape, .kind = Kind.module_slot, .version = o, .value = @intFromPtr(slot) };
        return;
    }
}

fn fillClassMember(o: Word, meta: *Type, name: Word, cache: *AttrCache) void {
    // Attributes of a metaclass take part and may change; only classes of `type` itself are cached.
    if (meta.flags.heap or lookup.lookup(meta, name) != 0) return;
    const c = object.ptr(Type, o);
    const value = lookup.lookup(c, name);
    if (value == 0) return;
    const unbound = types.typeOf(value).slots.descr_get == null or object.isExact(value, .function);
    if (!unbound) return;
    cache.* = .{ .shape = c.h.shape, .kind = Kind.class_member, .version = c.version, .value = value };
}

pub export fn pyrt_obj_setattr(o: Word, name: Word, value: Word, cache: *AttrCache) callconv(.c) i32 {
    if (!object.isSmall(o) and object.header(o).shape == cache.shape and classVersion(cache.shape) == cache.version) {
        switch (cache.kind) {
            Kind.slot => {
                const slot = place(o, cache.value);
                const old = slot.*;
                if (old != 0) {
                    slot.* = rc.retain(value);
                    rc.release(old);
                    return 0;
                }
            },
            Kind.member => {
                const slot = place(o, cache.value);
                const old = slot.*;
                slot.* = rc.retain(value);
                rc.releaseMaybe(old);
                return 0;
            },
            Kind.add_slot => {
                const slot = place(o, cache.value & 0xffff_ffff);
                if (slot.* == 0) {
                    slot.* = rc.retain(value);
                    object.header(o).shape = @intCast(cache.value >> 32);
                    return 0;
                }
            },
            else => {},
        }
    }
    return setSlow(o, name, value, cache);
}

/// As `obj_setattr` with a machine float, where generated code has no word for it.
pub export fn pyrt_obj_setattr_f64(o: Word, name: Word, value: f64, cache: *AttrCache) callconv(.c) i32 {
    const w = float.new(value);
    defer rc.release(w);
    return pyrt_obj_setattr(o, name, w, cache);
}

noinline fn setSlow(o: Word, name: Word, value: Word, cache: *AttrCache) i32 {
    if (refilled(o, name, .set, cache)) {
        const slot = place(o, cache.value);
        const old = slot.*;
        if (old != 0) {
            slot.* = rc.retain(value);
            rc.release(old);
            return 0;
        }
    }
    const t = types.typeOf(o);
    if (attr.hasDefaultStore(t) and t.flags.heap) {
        fillSet(o, t, name, cache);
        if (cache.kind == Kind.slot) remember(o, name, .set, cache);
    }
    return attr.set(o, name, value);
}

fn fillSet(o: Word, t: *Type, name: Word, cache: *AttrCache) void {
    if (t.slot_count == 0 or t.ext_offset == types.ext_tail) return;
    const d = lookup.lookup(t, name);
    if (d != 0 and types.typeOf(d).slots.descr_set != null) {
        if (!object.isExact(d, .member_descriptor)) return;
        return fill(o, t, cache, Kind.member, t.slot_offset + 8 * object.ptr(method_.MemberDescriptor, d).slot);
    }
    if (!t.flags.has_dict) return;
    if ((instance.extPointer(o, t) orelse return).* != 0) return;
    const i = instance.slotIndex(t, name) orelse return;
    const offset = t.slot_offset + 8 * @as(u64, i);
    if (instance.slotBase(o, t)[i] != 0) return fill(o, t, cache, Kind.slot, offset);
    const to = instance.transition(object.header(o).shape, i);
    if (to == 0) return;
    fill(o, t, cache, Kind.add_slot, offset | @as(u64, to) << 32);
}

pub export fn pyrt_obj_call_method(
    receiver: Word,
    name: Word,
    cache: *AttrCache,
    args: [*]const Word,
    count: usize,
) callconv(.c) Word {
    const shape = object.shapeOf(receiver);
    if (shape == cache.shape) {
        if (cache.kind == Kind.method and classVersion(shape) == cache.version) {
            return invokeMethod(cache.value, receiver, args, count, 0);
        }
        if (cache.kind == Kind.class_member and object.ptr(Type, receiver).version == cache.version) {
            return invokeHeld(cache.value, args, count, 0);
        }
        if (cache.kind == Kind.module_slot and cache.version == receiver) {
            const f = object.ptr(Word, cache.value).*;
            if (f != 0) return invokeHeld(f, args, count, 0);
        }
    }
    return callSlow(receiver, name, cache, args, count, 0);
}

pub export fn pyrt_obj_call_method_kw(
    receiver: Word,
    name: Word,
    cache: *AttrCache,
    kwnames: Word,
    args: [*]const Word,
    count: usize,
) callconv(.c) Word {
    const nargs = count - args_.keywordNames(kwnames).len;
    const shape = object.shapeOf(receiver);
    if (shape == cache.shape and cache.kind == Kind.method and classVersion(shape) == cache.version) {
        return invokeMethod(cache.value, receiver, args, nargs, kwnames);
    }
    return callSlow(receiver, name, cache, args, nargs, kwnames);
}

/// Whether the receiver is a class or a module: their functions are never methods.
inline fn isNamespace(receiver: Word) bool {
    return object.isExact(receiver, .module) or types.typeOf(receiver).flags.type_subclass;
}

/// Invariant of the pair `obj_get_method`, `obj_call_loaded`: for a receiver that is no class or module, a result of a
/// kind that binds (function, method or wrapper descriptor) is the class's method, to be called with the receiver. Where
/// such an object is the attribute itself (a function stored in the instance, a static method), it comes in a wrapper.
pub export fn pyrt_obj_get_method(receiver: Word, name: Word, cache: *AttrCache) callconv(.c) Word {
    const shape = object.shapeOf(receiver);
    if (shape == cache.shape) {
        if (cache.kind == Kind.method and classVersion(shape) == cache.version) return rc.retain(cache.value);
        if (cache.kind == Kind.class_member and object.ptr(Type, receiver).version == cache.version) {
            return rc.retain(cache.value);
        }
        if (cache.kind == Kind.module_slot and cache.version == receiver) {
            const f = object.ptr(Word, cache.value).*;
            if (f != 0) return rc.retain(f);
        }
    }
    return getMethodSlow(receiver, name, cache);
}

noinline fn getMethodSlow(receiver: Word, name: Word, cache: *AttrCache) Word {
    if (refilled(receiver, name, .method, cache)) return rc.retain(cache.value);
    const t = types.typeOf(receiver);
    if (attr.hasDefaultLookup(t)) {
        const f = lookup.lookup(t, name);
        if (f != 0 and call.isUnboundMethod(f) and attr.ownValue(receiver, t, name) == 0) {
            if (instance.shapeLacks(receiver, t, name)) {
                fill(receiver, t, cache, Kind.method, f);
                remember(receiver, name, .method, cache);
            }
            return rc.retain(f);
        }
        return wrapped(attr.generic(receiver, name));
    }
    if (isNamespace(receiver)) return getSlow(receiver, name, cache);
    return wrapped(t.slots.getattro.?(receiver, name));
}

/// A function that must not get the receiver, in a wrapper that calls it as it is.
fn wrapped(f: Word) Word {
    if (f == 0 or !call.isUnboundMethod(f)) return f;
    defer rc.release(f);
    return descriptors.wrap(&descriptors.staticmethod_type, f);
}

inline fn callLoaded(f: Word, receiver: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    if (call.isUnboundMethod(f) and !isNamespace(receiver)) return invoke(f, receiver, args, nargs, kwnames);
    return call.callKw(f, args, nargs, kwnames);
}

pub export fn pyrt_obj_call_loaded(
    f: Word,
    receiver: Word,
    name: Word,
    cache: *AttrCache,
    args: [*]const Word,
    count: usize,
) callconv(.c) Word {
    _ = name;
    _ = cache;
    return callLoaded(f, receiver, args, count, 0);
}

/// As `obj_call_append`, where generated code has no word for the value.
pub export fn pyrt_obj_call_append_f64(f: Word, receiver: Word, name: Word, cache: *AttrCache, value: f64) callconv(.c) Word {
    const w = float.new(value);
    defer rc.release(w);
    return pyrt_obj_call_loaded(f, receiver, name, cache, &[1]Word{w}, 1);
}

/// `receiver.append(value)`, looked up already. Consumes the value.
pub export fn pyrt_obj_call_append(f: Word, receiver: Word, name: Word, cache: *AttrCache, value: Word) callconv(.c) Word {
    defer rc.release(value);
    return pyrt_obj_call_loaded(f, receiver, name, cache, &[1]Word{value}, 1);
}

pub export fn pyrt_obj_call_loaded_kw(
    f: Word,
    receiver: Word,
    name: Word,
    cache: *AttrCache,
    kwnames: Word,
    args: [*]const Word,
    count: usize,
) callconv(.c) Word {
    _ = name;
    _ = cache;
    return callLoaded(f, receiver, args, count - args_.keywordNames(kwnames).len, kwnames);
}

fn invokeHeld(f: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    _ = rc.retain(f);
    defer rc.release(f);
    return call.callKw(f, args, nargs, kwnames);
}

inline fn invokeMethod(f: Word, receiver: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    // Methods of builtin classes live for ever.
    if (object.isExact(f, .method_descriptor)) {
        const d = object.ptr(method_.RowDescriptor, f);
        return method_.callRow(d.row, d.class, receiver, args, nargs, kwnames);
    }
    return invokeHeldMethod(f, receiver, args, nargs, kwnames);
}

noinline fn invokeHeldMethod(f: Word, receiver: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    _ = rc.retain(f);
    defer rc.release(f);
    return invoke(f, receiver, args, nargs, kwnames);
}

/// Calls a plain method of the class, which the caller keeps alive.
fn invoke(f: Word, receiver: Word, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const shape = object.header(f).shape;
    if (shape == @intFromEnum(object.ShapeId.method_descriptor)) {
        const d = object.ptr(method_.RowDescriptor, f);
        return method_.callRow(d.row, d.class, receiver, args, nargs, kwnames);
    }
    if (shape == @intFromEnum(object.ShapeId.wrapper_descriptor)) {
        const d = object.ptr(method_.WrapperDescriptor, f);
        return slot_wrap.invoke(d.def, d.class, receiver, args, nargs, kwnames);
    }
    if (kwnames == 0 and nargs < 8) {
        var buffer: [8]Word = undefined;
        buffer[0] = receiver;
        for (0..nargs) |i| buffer[i + 1] = args[i];
        return bind.invoke(f, &buffer, nargs + 1, 0);
    }
    return call.prepended(f, receiver, args, nargs, kwnames);
}

/// The method that `super().name` means and, by the pointer, the object to call it with; 0 where it takes more than that. Set
/// with the first super object, so that programs without one have nothing of it.
pub var super_method: ?*const fn (receiver: Word, name: Word, self: *Word) Word = null;

noinline fn callSlow(receiver: Word, name: Word, cache: *AttrCache, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const t = types.typeOf(receiver);
    if (object.isExact(receiver, .super_)) {
        if (super_method) |find| {
            var self: Word = 0;
            const f = find(receiver, name, &self);
            if (f != 0) return invokeMethod(f, self, args, nargs, kwnames);
        }
    } else if (attr.hasDefaultLookup(t)) {
        const f = lookup.lookup(t, name);
        if (f != 0 and call.isUnboundMethod(f) and attr.ownValue(receiver, t, name) == 0) {
            if (instance.shapeLacks(receiver, t, name)) fill(receiver, t, cache, Kind.method, f);
            return invokeMethod(f, receiver, args, nargs, kwnames);
        }
    } else if (object.isExact(receiver, .module)) {
        fillModule(receiver, name, cache);
    } else if (t.flags.type_subclass and t.slots.getattro == &@import("type_object.zig").getattro) {
        fillClassMember(receiver, t, name, cache);
    }
    const f = attr.get(receiver, name);
    if (f == 0) {
        traceback.noteFailedLookup();
        return 0;
    }
    defer rc.release(f);
    return call.callKw(f, args, nargs, kwnames);
}
