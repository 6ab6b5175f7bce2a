import io.github.mnisthls.it.TinyDataset
import io.github.mnisthls.amd.ToolDoubles

def tools = new File(basedir, 'tools of ours').toPath()
TinyDataset.write(new File(basedir, 'dataset').toPath())
ToolDoubles.unified(tools, '2025.1')
ToolDoubles.vitisHls(tools, '2023.1')
ToolDoubles.vivadoHls(tools, '2019.2')
return true
