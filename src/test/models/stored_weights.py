# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
"""Whether the weights that were read from files are in them, as h5py and numpy see the files.

stored_weights.py FOLDER: for each file NAME.weights there, a line for each array that was read from the file NAME: what it
is, and the SHA-256 of its float32 values, sorted. Writes into differences.txt the arrays that the file does not hold, and
the files that cannot be read at all. An array may lie in another order, as rows before channels; its values must be the same.
"""
import hashlib
import io
import json
import pathlib
import struct
import sys
import zipfile

import h5py
import numpy


def hdf5(file):
    found = []

    def visit(name, item):
        if isinstance(item, h5py.Dataset):
            found.append(item[()])

    with h5py.File(file, "r") as content:
        content.visititems(visit)
    return found


def keras(file):
    with zipfile.ZipFile(file) as content:
        return hdf5(io.BytesIO(content.read("model.weights.h5")))


def npz(file):
    with numpy.load(file, allow_pickle=False) as content:
        return [content[name] for name in content.files]


def safetensors(file):
    content = pathlib.Path(file).read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    types = {"F16": "<f2", "F32": "<f4", "F64": "<f8", "I64": "<i8", "I32": "<i4", "U8": "u1"}
    found = []
    for name, tensor in json.loads(content[8 : 8 + length]).items():
        if name != "__metadata__" and tensor["dtype"] in types:
            start, end = tensor["data_offsets"]
            found.append(numpy.frombuffer(content[8 + length + start : 8 + length + end], types[tensor["dtype"]]))
    return found


def digest(array):
    with numpy.errstate(all="ignore"):
        values = numpy.ascontiguousarray(array, "<f4").reshape(-1).view("<i4")
    return hashlib.sha256(numpy.sort(values).tobytes()).hexdigest()


differences = []
READERS = {".h5": hdf5, ".keras": keras, ".npz": npz, ".safetensors": safetensors}

for told in sorted(pathlib.Path(sys.argv[1]).glob("*.weights")):
    file = told.with_suffix("")
    try:
        held = {digest(array) for array in READERS[file.suffix](file) if array.dtype.kind in "fiu"}
    except Exception as problem:  # whatever the libraries raise of a damaged file
        differences.append(f"{file.name}: cannot be read ({type(problem).__name__}: {problem})".replace("\n", " "))
        continue
    for line in told.read_text("utf-8").splitlines():
        array, sha = line.rsplit(" ", 1)
        if sha not in held:
            differences.append(f"{file.name}: {array} is not in it")
pathlib.Path(sys.argv[1], "differences.txt").write_text("".join(line + "\n" for line in differences), "utf-8")
