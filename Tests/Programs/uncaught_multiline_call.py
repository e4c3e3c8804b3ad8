# The failing call spans several lines.
def total(*values):
    return sum(
        value * 2
        for value in values
        if value > 0
    )

print(total(1, 2, 3))
print(
    total(
        1,
        'x',
    )
)
