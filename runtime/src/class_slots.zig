//! Slots of heap classes, derived from the special methods in their namespaces and those of their bases.
//!
//! Invariant: after `update` each slot of a heap class is null exactly if none of its names is found, the builtin
//! function if all found names are wrappers of that function, and the generic function otherwise.
const object = @import("object.zig");
const types = @import("type.zig");
const lookup = @import("lookup.zig");
const names = @import("names.zig");
const attr = @import("attr.zig");
const method_ = @import("method.zig");
const instance = @import("instance.zig");
const slot_defs = @import("slot_defs.zig");
const generic = @import("slot_generic.zig");
const finalize = @import("finalize.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

/// Derives all slots of the class anew.
pub fn update(t: *Type) void {
    const defs = slot_defs.defs;
    var i: usize = 0;
    while (i < defs.len) {
        const slot = defs[i].slot;
        var end = i + 1;
        while (end < defs.len and defs[end].slot == slot) end += 1;
        slot_defs.setSlot(t, slot, resolve(t, defs[i..end]));
        i = end;
    }
    const base = instance.builtinBase(t);
    t.slots.dealloc = instance.dealloc;
    t.slots.traverse = instance.traverse;
    t.slots.clear = instance.clear;
    if (base.flags.type_subclass) {
        // The instances are classes.
        t.slots.dealloc = base.slots.dealloc;
        t.slots.traverse = base.slots.traverse;
        t.slots.clear = base.slots.clear;
    }
    if (t.slots.finalize != null) finalize.has_finalizers = true;
    t.flags.default_getattr = attr.hasDefaultLookup(t);
}

fn resolve(t: *Type, group: []const slot_defs.Def) usize {
    var specific: usize = 0;
    var use_generic = false;
    for (group) |*def| {
        const d = lookup.lookup(t, names.at(def.name));
        if (d == 0) continue;
        if (builtinSlot(d, def, t)) |f| {
            if (specific == 0 or specific == f) {
                specific = f;
                continue;
            }
        } else if (def.name == .__hash__ and singletons.isNone(d)) {
            specific = @intFromPtr(&generic.unhashable);
            continue;
        }
        use_generic = true;
    }
    return if (use_generic) @intFromPtr(group[0].generic) else specific;
}

/// The builtin function behind an attribute that is the wrapper of this very slot.
fn builtinSlot(d: Word, def: *const slot_defs.Def, t: *Type) ?usize {
    if (object.isExact(d, .wrapper_descriptor)) {
        const w = object.ptr(method_.WrapperDescriptor, d);
        if (w.def.slot != def.slot or w.def.name != def.name or !types.isSubtype(t, w.class)) return null;
        return slot_defs.slotValue(w.class, def.slot);
    }
    if (def.wrap == .new and object.isExact(d, .builtin_function)) {
        const f = object.ptr(method_.BuiltinFunction, d);
        if (f.row != @import("builtin_dict.zig").new_row) return null;
        return @intFromPtr(object.ptr(Type, f.self).slots.new.?);
    }
    return null;
}

/// After a change of the class's namespace: new versions, and new slots if the name is special.
pub fn attributeChanged(t: *Type, name: []const u8) void {
    lookup.changed(t);
    if (slot_defs.isSlotName(name)) updateAll(t);
}

/// Slots of the class and all its subclasses (versions have been renewed).
pub fn updateAll(t: *Type) void {
    update(t);
    for (lookup.subclasses(t)) |c| updateAll(object.ptr(Type, c));
}
