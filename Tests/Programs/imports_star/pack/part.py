NAME = 'part of ' + __package__
