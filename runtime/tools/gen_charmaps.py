#!/usr/bin/env python3.13
"""Writes runtime/src/charmaps.gen.bin to stdout: the encodings of one byte a character, from this interpreter's `encodings`.

For each encoding: its names, separated by spaces, ended by NUL; then 256 code points (u16, little-endian), 0xffff where there is none.
"""
import codecs
import encodings
import encodings.aliases
import pkgutil
import struct
import sys


def table(module):
    """The 256 code points of an encoding; None if it is no such table."""
    try:
        if not codecs.lookup(module)._is_text_encoding:
            return None
    except LookupError:
        return None
    code = __import__('encodings.' + module, fromlist=['x'])
    if not hasattr(code, 'decoding_table') and not hasattr(code, 'decoding_map'):
        return None
    points = []
    for byte in range(256):
        text = bytes([byte]).decode(module, 'replace')
        points.append(0xffff if text == '\ufffd' else ord(text))
    return points


def main():
    for module in sorted(m.name for m in pkgutil.iter_modules(encodings.__path__)):
        points = table(module)
        if points is None:
            continue
        names = [module] + sorted(a for a, target in encodings.aliases.aliases.items() if target == module)
        sys.stdout.buffer.write(' '.join(names).encode() + b'\0' + struct.pack('<256H', *points))


main()
