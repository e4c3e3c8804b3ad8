"""What `tokenize` has in C: its tokenizer. `tokenize.open`, `detect_encoding` and `untokenize` do without."""


class TokenizerIter:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError('PA0209: the tokenizer of tokenize is not supported')
