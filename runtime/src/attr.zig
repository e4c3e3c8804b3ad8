//! Attribute access without caches: the default lookup, setting, deleting, and the doors `get`, `set`, `del`.
//!
//! Invariant: a data descriptor of the class wins over the instance's attribute, which wins over any other class
//! attribute. Names are str words; the doors take slices too (interned first).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const lookup = @import("lookup.zig");
const instance = @import("instance.zig");
const names = @import("names.zig");
const Word = object.Word;
const Type = types.Type;

inline fn nameWord(name: anytype) Word {
    return if (@TypeOf(name) == Word) name else str.intern(name);
}

/// The class uses the default lookup.
pub inline fn hasDefaultLookup(t: *const Type) bool {
    return t.slots.getattro == null or t.slots.getattro == &generic;
}
pub inline fn hasDefaultStore(t: *const Type) bool {
    return t.slots.setattro == null or t.slots.setattro == &genericSet;
}

/// `o.name`, owned; 0 raised (AttributeError).
pub fn get(o: Word, name_: anytype) Word {
    const name = nameWord(name_);
    const t = types.typeOf(o);
    if (t.slots.getattro) |slot| return slot(o, name);
    return generic(o, name);
}

/// `o.name`, owned; 0 without a pending exception if there is none, with one if the lookup raised something else.
pub fn getOptional(o: Word, name_: anytype) Word {
    const name = nameWord(name_);
    const t = types.typeOf(o);
    if (hasDefaultLookup(t)) return genericOptional(o, name);
    const result = t.slots.getattro.?(o, name);
    if (result == 0 and err.matches(.AttributeError)) err.clear();
    return result;
}

/// `o.name = value`; −1 raised.
pub fn set(o: Word, name_: anytype, value: Word) i32 {
    const name = nameWord(name_);
    if (types.typeOf(o).slots.setattro) |slot| return slot(o, name, value);
    return genericSet(o, name, value);
}

/// `del o.name`; −1 raised.
pub fn del(o: Word, name_: anytype) i32 {
    return set(o, name_, 0);
}

/// The special attribute of the value's class, bound to it, owned; 0 without pending if missing.
pub fn getSpecial(o: Word, name: Word) Word {
    const d = lookup.lookup(types.typeOf(o), name);
    if (d == 0) return 0;
    return bindTo(d, o);
}

fn bindTo(d: Word, o: Word) Word {
    const slot = types.typeOf(d).slots.descr_get orelse return rc.retain(d);
    return slot(d, o, object.word(types.typeOf(o)));
}

/// The object's own attribute, borrowed, or 0.
pub fn ownValue(o: Word, t: *const Type, name: Word) Word {
    if (!t.flags.has_dict) return 0;
    return instance.getOwn(o, t, name);
}

/// Default lookup; 0 without pending if there is no such attribute.
pub fn genericOptional(o: Word, name: Word) Word {
    const t = types.typeOf(o);
    const d = lookup.lookup(t, name);
    if (d != 0) {
        const slots = &types.typeOf(d).slots;
        if (slots.descr_set != null) {
            if (slots.descr_get) |f| {
                _ = rc.retain(d);
                defer rc.release(d);
                const result = f(d, o, object.word(t));
                if (result == 0 and err.matches(.AttributeError)) err.clear();
                return result;
            }
        }
    }
    const own = ownValue(o, t, name);
    if (own != 0) return rc.retain(own);
    if (d == 0) return 0;
    const slot = types.typeOf(d).slots.descr_get orelse return rc.retain(d);
    _ = rc.retain(d);
    defer rc.release(d);
    const result = slot(d, o, object.word(t));
    if (result == 0 and err.matches(.AttributeError)) err.clear();
    return result;
}

/// `object.__getattribute__`.
pub fn generic(o: Word, name: Word) callconv(.c) Word {
    const t = types.typeOf(o);
    const d = lookup.lookup(t, name);
    var get_slot: ?*const fn (Word, Word, Word) callconv(.c) Word = null;
    if (d != 0) {
        const slots = &types.typeOf(d).slots;
        get_slot = slots.descr_get;
        if (get_slot != null and slots.descr_set != null) return bindHeld(get_slot.?, d, o, t, name);
    }
    const own = ownValue(o, t, name);
    if (own != 0) return rc.retain(own);
    if (get_slot) |f| return bindHeld(f, d, o, t, name);
    if (d != 0) return rc.retain(d);
    return err.noAttribute(o, name);
}

fn bindHeld(f: *const fn (Word, Word, Word) callconv(.c) Word, d: Word, o: Word, t: *Type, name: Word) Word {
    _ = rc.retain(d);
    defer rc.release(d);
    const result = f(d, o, object.word(t));
    // "Did you mean" wants to know whose attribute failed.
    if (result == 0) err.setAttributeContext(o, name);
    return result;
}

/// `object.__setattr__` and, with value 0, `object.__delattr__`.
pub fn genericSet(o: Word, name: Word, value: Word) callconv(.c) i32 {
    const t = types.typeOf(o);
    const d = lookup.lookup(t, name);
    if (d != 0) {
        if (types.typeOf(d).slots.descr_set) |f| {
            _ = rc.retain(d);
            defer rc.release(d);
            return f(d, o, value);
        }
    }
    if (value == 0) {
        if (t.flags.has_dict and instance.deleteOwn(o, t, name)) return 0;
        if (t.flags.has_dict) {
            _ = err.noAttribute(o, name);
            return -1;
        }
    } else if (instance.setOwn(o, t, name, value)) {
        return 0;
    }
    if (d == 0) {
        _ = err.attributeError(o, name, "'{t}' object has no attribute '{s}' and no __dict__ for setting new attributes", .{
            o, str.slice(name),
        });
    } else {
        _ = err.attributeError(o, name, "'{t}' object attribute '{s}' is read-only", .{ o, str.slice(name) });
    }
    return -1;
}

pub fn m_dict_get(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = instance.dictOf(self);
    if (d == 0) return err.raise(.AttributeError, "'{t}' object has no attribute '__dict__'", .{self});
    return rc.retain(d);
}
pub fn m_dict_set(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0) return err.fail(.TypeError, "cannot delete __dict__", .{});
    if (!types.typeOf(value).flags.dict_subclass) {
        return err.fail(.TypeError, "__dict__ must be set to a dictionary, not a '{t}'", .{value});
    }
    if (!instance.setDict(self, value)) {
        return err.fail(.AttributeError, "'{t}' object has no attribute '__dict__'", .{self});
    }
    return 0;
}

/// The sorted list of names that `dir(o)` gives, owned.
pub fn dir(o: Word) Word {
    return @import("dir.zig").dir(o);
}

pub export fn pyrt_obj_delattr(o: Word, name: Word) callconv(.c) i32 {
    return del(o, name);
}

pub export fn pyrt_obj_load_method(o: Word, name: Word) callconv(.c) Word {
    const result = getSpecial(o, name);
    if (result != 0 or err.pending()) return result;
    return err.noAttribute(o, name);
}
