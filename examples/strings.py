# Strings: methods, formatting, characters outside ASCII.
#
#   pyaot examples/strings.py

text = "  Ahead of time, not just in time.  "
print(text.strip().upper(), text.strip().title(), sep="\n")
print(text.split())
print(text.count("time"), text.find("just"), text.replace("time", "tempo").strip())

for name, price, amount in (("pen", 1.5, 12), ("paper", 0.015, 5000), ("größe", 1234.5, 1)):
    print(f"{name:<8}|{price:>10,.2f}|{amount:^7}|{price * amount:>12.3e}")
print("%-8s|%8.3f|%05d" % ("old", 2.5, 42), "{0}{1}{0}".format("ab", "-"))

word = "naïve café 😀"
print(len(word), len(word.encode()), word[::-1], word[-1], [ord(c) for c in word if ord(c) > 127])


def is_palindrome(phrase):
    letters = [c for c in phrase.lower() if c.isalpha()]
    return letters == letters[::-1]


for phrase in ("A man, a plan, a canal: Panama", "Not a palindrome", "Été"):
    print(f"{phrase!r}: {is_palindrome(phrase)}")


def roman(n):
    out = ""
    for value, digits in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
                          (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += digits * count
    return out


print([roman(n) for n in (4, 9, 14, 90, 1999, 2024)])
