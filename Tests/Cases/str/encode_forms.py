# encode with encodings and error handlers.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for enc in ('utf-8', 'UTF8', 'latin-1', 'ascii', 'utf-16', 'utf-16-le', 'utf-32-be', 'utf-8-sig'):
    t('aé€'.encode, enc)
for h in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'nothing'):
    t('a\ud800é'.encode, 'ascii', h)
    t('a\udc80'.encode, 'utf-8', h)
t('a'.encode, 'nothing')
t('a'.encode, 5)
t('a'.encode, encoding='utf-8', errors='strict')
t('\ud800'.encode)
