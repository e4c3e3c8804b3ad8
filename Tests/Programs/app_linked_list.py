# A singly linked list: iteration, insertion, reversal, removal, merge sort, equality.
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

class LinkedList:
    def __init__(self, values=()):
        self.head = None
        self.size = 0
        for v in reversed(list(values)):
            self.prepend(v)
    def prepend(self, value):
        self.head = Node(value, self.head)
        self.size += 1
    def append(self, value):
        if self.head is None:
            return self.prepend(value)
        node = self.head
        while node.next is not None:
            node = node.next
        node.next = Node(value)
        self.size += 1
    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next
    def __len__(self):
        return self.size
    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList(list(self)[i])
        if i < 0:
            i += self.size
        if not 0 <= i < self.size:
            raise IndexError('linked list index out of range')
        for k, v in enumerate(self):
            if k == i:
                return v
    def __delitem__(self, i):
        self[i]
        previous, node = None, self.head
        for _ in range(i % self.size):
            previous, node = node, node.next
        if previous is None:
            self.head = node.next
        else:
            previous.next = node.next
        self.size -= 1
    def __contains__(self, value):
        return any(v == value for v in self)
    def __eq__(self, other):
        return isinstance(other, LinkedList) and list(self) == list(other)
    def __add__(self, other):
        return LinkedList([*self, *other])
    def __repr__(self):
        return ' -> '.join(map(repr, self)) or '(empty)'
    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous
        return self
    def sort(self):
        def merge(a, b):
            dummy = tail = Node(None)
            while a and b:
                if b.value < a.value:
                    tail.next, b = b, b.next
                else:
                    tail.next, a = a, a.next
                tail = tail.next
            tail.next = a or b
            return dummy.next
        def split_sort(node):
            if node is None or node.next is None:
                return node
            slow, fast = node, node.next
            while fast and fast.next:
                slow, fast = slow.next, fast.next.next
            second, slow.next = slow.next, None
            return merge(split_sort(node), split_sort(second))
        self.head = split_sort(self.head)
        return self

a = LinkedList([3, 1, 2])
a.append(9)
a.prepend(0)
print(a, len(a), a[0], a[-1], a[1:3], 2 in a, 7 in a, list(a), sum(a), max(a))
del a[0], a[-1]
print(a, a.reverse(), a.sort(), LinkedList(), bool(LinkedList()), bool(a))
print(a + LinkedList('xy'), a == LinkedList([1, 2, 3]), a != LinkedList([1]), LinkedList(range(5)).reverse())
big = LinkedList((i * 31) % 997 for i in range(300))
print(list(big.sort()) == sorted((i * 31) % 997 for i in range(300)))
for i in (10, -4):
    try:
        a[i]
    except IndexError as e:
        print(e)
x, *rest = a
print(x, rest)
