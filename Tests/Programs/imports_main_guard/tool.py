def main():
    return 'tool main called'

if __name__ == '__main__':
    print('never printed')
print('tool imported')
