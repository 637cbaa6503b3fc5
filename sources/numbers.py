Figure=None
def figures(*a): return []
