# sys.exit('text') prints on stderr and gives 1; stdout is flushed before.
import sys
print('out', end='')
sys.exit('läuft nicht')
