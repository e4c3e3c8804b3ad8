#!/usr/bin/env python3
"""manual.py PYAOT FOLDER: the manual pages pyaot.1 and pyaot-COMMAND.1, from what the compiler says of its own options.

The source is `pyaot --experimental-dump-help` (swift-argument-parser's description of the command line), so a page cannot name an
option that does not exist or leave one out.
"""
import json
import os
import subprocess
import sys


def escaped(text):
    """Text for roff: no line that begins with a control character, no escape that is not meant."""
    text = text.replace('\\', '\\e').replace('-', '\\-')
    text = ''.join(c if c < '\x7f' else '\\[u%04X]' % ord(c) for c in text)
    return '\n'.join('\\&' + line if line.startswith(('.', "'")) else line for line in text.split('\n'))


def paragraphs(text):
    return '\n.PP\n'.join(escaped(part) for part in text.split('\n\n'))


def option(argument):
    """The names of an option with its value, as roff."""
    value = '' if argument['kind'] == 'flag' else argument.get('valueName', '')
    if argument['kind'] == 'positional':
        return '.I %s' % escaped(value)
    names = []
    for name in argument['names']:
        dashes = '--' if name['kind'] == 'long' else '-'
        joint = '' if not value else '=' if name['kind'] == 'long' else ' '
        names.append('\\fB%s\\fR%s\\fI%s\\fR' % (escaped(dashes + name['name']), joint, escaped(value)))
    return ', '.join(names)


def shown(command, key):
    return [entry for entry in command.get(key, []) if entry.get('shouldDisplay', True)]


def page(command, path, version):
    name = '-'.join(path)
    lines = ['.TH %s 1 "" "pyaot %s" "PyAOT"' % (name.upper(), version), '.SH NAME',
             '%s \\- %s' % (escaped(name), escaped(command['abstract'].rstrip('.')))]
    lines += ['.SH SYNOPSIS', '.B ' + escaped(' '.join(path))]
    if shown(command, 'arguments'):
        lines.append('[options]')
    lines += [escaped('[%s…]' % a['valueName'] if a.get('isRepeating') else '[%s]' % a['valueName'] if a['isOptional'] else a['valueName'])
              for a in shown(command, 'arguments') if a['kind'] == 'positional']
    if command.get('discussion'):
        lines += ['.SH DESCRIPTION', paragraphs(command['discussion'])]
    if shown(command, 'arguments'):
        lines.append('.SH OPTIONS')
        for argument in shown(command, 'arguments'):
            lines += ['.TP', option(argument), escaped(argument.get('abstract') or argument.get('valueName', ''))]
            if argument.get('discussion'):
                lines.append(escaped(argument['discussion']))
    subcommands = [entry for entry in shown(command, 'subcommands') if entry['commandName'] != 'help']
    if subcommands:
        lines.append('.SH COMMANDS')
        for entry in subcommands:
            lines += ['.TP', '.B ' + escaped(entry['commandName']), escaped(entry['abstract'])]
    also = ['pyaot'] if len(path) > 1 else ['pyaot-' + entry['commandName'] for entry in subcommands]
    lines += ['.SH SEE ALSO', ',\n'.join('.BR %s (1)' % escaped(other) for other in also).replace(',\n', ' ,\n')]
    yield name, '\n'.join(lines) + '\n'
    for entry in subcommands:
        yield from page(entry, path + [entry['commandName']], version)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    pyaot, folder = sys.argv[1:]
    told = json.loads(subprocess.run([pyaot, '--experimental-dump-help'], stdout=subprocess.PIPE, check=True).stdout)
    version = subprocess.run([pyaot, '--version'], stdout=subprocess.PIPE, check=True).stdout.decode().split()[-1]
    os.makedirs(folder, exist_ok=True)
    for name, text in page(told['command'], ['pyaot'], version):
        with open(os.path.join(folder, name + '.1'), 'w', encoding='utf-8') as file:
            file.write(text)


if __name__ == '__main__':
    main()
