io.github.mnisthls.it.TinyDataset.write(new File(basedir, "dataset").toPath())
