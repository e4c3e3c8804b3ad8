# Word counts, letter frequencies, anagrams, longest words and a histogram of a text with non-ASCII words.
TEXT = '''The quick brown fox jumps over the lazy dog. The dog sleeps; the fox does not!
"Où est le café?" asked Zoë, naïvely. A stone notes: tones, onset & steno — 3 times 42.
Äpfel und Öl: schöne grüße.'''

def words(text):
    word = ''
    for c in text + ' ':
        if c.isalpha():
            word += c.lower()
        elif word:
            yield word
            word = ''

counts = {}
for w in words(TEXT):
    counts[w] = counts.get(w, 0) + 1
ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
for word, n in ranked[:5]:
    print(f'{word:<8}{n:>3} {"#" * n}')
letters = {}
for c in TEXT.lower():
    if c.isalpha():
        letters[c] = letters.get(c, 0) + 1
print(''.join(sorted(letters, key=lambda c: (-letters[c], c))))
groups = {}
for w in counts:
    groups.setdefault(''.join(sorted(w)), []).append(w)
print([sorted(g) for g in groups.values() if len(g) > 1])
longest = max(len(w) for w in counts)
print(longest, sorted(w for w in counts if len(w) == longest), len(TEXT), len(TEXT.encode()))
lengths = [0] * (longest + 1)
for w, n in counts.items():
    lengths[len(w)] += n
for i, n in enumerate(lengths):
    if n:
        print(f'{i:2d} |{"*" * n:<12}| {n / sum(lengths):6.2%}')
lines = TEXT.splitlines()
print([len(l) for l in lines], [l[-3:] for l in lines], [l.split()[-1][::-1] for l in lines])
vowels = set('aeiouäöüéèùïë')
print(sum(c in vowels for c in TEXT.lower()), ''.join('*' if c in vowels else c for c in lines[1].lower()))
print(' '.join(w.capitalize() if i % 2 else w.upper() for i, w in enumerate(words(lines[2]))))
