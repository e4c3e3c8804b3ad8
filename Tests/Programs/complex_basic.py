# Complex numbers: literals, arithmetic, repr, comparison.
z = 3 + 4j
w = 1 - 2j
print(z, w, z + w, z - w, z * w, z / w, -z, abs(z), z.real, z.imag, z.conjugate())
print(z ** 2, 1j * 1j, complex(1, 2), complex('1+2j'), complex(), 2j, -0j, z == 3 + 4j, z != w, z == 3)
try:
    z < w
except TypeError as e:
    print(e)
print(bool(0j), {1j: 'i'}[1j], 5 == 5 + 0j, hash(5 + 0j) == hash(5))
