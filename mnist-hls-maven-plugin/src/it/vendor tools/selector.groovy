return io.github.mnisthls.amd.ToolDoubles.areAvailable('vendor tools')
