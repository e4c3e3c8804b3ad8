__all__ = ['part', 'made_in_init']
made_in_init = 1
