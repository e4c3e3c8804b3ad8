# Carets under sub-expressions of several lines and calls.
class Node:
    def __init__(self, value):
        self.value = value

def compute(node, scale):
    return (node.value * scale
            + node.value / (scale - scale) * 3)

def call(a, b):
    return compute(
        Node(a),
        b,
    )

data = {'x': [1, 2, 3]}
print(data['x'][1] + 1, call(1, 2))
