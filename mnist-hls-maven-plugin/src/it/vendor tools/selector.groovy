return io.github.mnisthls.synthesis.ToolDoubles.areAvailable('vendor tools')
