#!/usr/bin/env python3
# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
"""Makes HDF5 files of Keras that ask for more than there is, or for what is not theirs.

    python3 make_hostile_hdf5.py MODEL FOLDER

Needs h5py and numpy. MODEL is a healthy model.h5; each file is that with one array changed.
"""
import os
import shutil
import sys

import h5py
import numpy as np

MODEL, OUT = sys.argv[1:]


def kernel(file):
    """The path of the first kernel."""
    found = []
    file["model_weights"].visit(lambda name: found.append(name) if "kernel" in name and not found else None)
    return f"model_weights/{found[0]}"


def make(name, change):
    path = os.path.join(OUT, f"{name}.h5")
    shutil.copy(MODEL, path)
    with h5py.File(path, "r+") as file:
        place = kernel(file)
        shape = file[place].shape
        parent, last = file[place].parent, place.rsplit("/", 1)[1]
        del file[place]
        change(file, parent, last, shape)


def dataset(shape, **options):
    def change(file, parent, last, own):
        data = parent.create_dataset(last, shape=shape or own, dtype="<f4", **options)
        if "chunks" in options:
            data[tuple(slice(0, c) for c in options["chunks"])] = np.zeros(options["chunks"], "<f4")

    return change


def deep(file, parent, last, shape):
    for _ in range(100):
        parent = parent.create_group("g")


def cycle(file, parent, last, shape):
    parent[last] = file["/"]
    parent["again"] = parent


def virtual(file, parent, last, shape):
    layout = h5py.VirtualLayout(shape=shape, dtype="<f4")
    layout[...] = h5py.VirtualSource("/etc/hostname", "x", shape=shape)
    parent.create_virtual_dataset(last, layout)


os.makedirs(OUT, exist_ok=True)
make("deflated", dataset((1 << 32,), chunks=(1 << 22,), compression="gzip", compression_opts=9))
make("chunked", dataset(None, chunks=(1, 1, 1, 1)))
make("unwritten", dataset((1 << 20, 1 << 20)))
make("external", dataset(None, external=[("/etc/passwd", 0, h5py.h5f.UNLIMITED)]))
make("link", lambda file, parent, last, shape: parent.__setitem__(last, h5py.ExternalLink("/etc/hostname", "/x")))
make("soft", lambda file, parent, last, shape: parent.__setitem__(last, h5py.SoftLink(parent.name + "/" + last)))
make("virtual", virtual)
make("deep", deep)
make("cycle", cycle)
