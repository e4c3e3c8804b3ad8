# if __name__ == '__main__' runs in the main module only.
import tool

def main():
    print('main runs', tool.main())

if __name__ == '__main__':
    main()
else:
    print('never')
print(tool.__name__, __name__)
