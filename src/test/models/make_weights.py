#!/usr/bin/env python3
# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
"""Makes a state_dict of PyTorch as safetensors and npz, and an image with the logits that PyTorch computes.

    python3 make_weights.py FOLDER

Needs PyTorch and numpy, as in Debian's packages python3-torch and python3-numpy. The seed is fixed.
"""
import json
import os
import struct
import sys

import numpy as np
import torch
from torch import nn

OUT = sys.argv[1]


def safetensors(path, tensors):
    """As the format's page describes it: a length, a header, the numbers, sorted by name."""
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name in sorted(tensors):
        values = np.ascontiguousarray(tensors[name])
        kind = {"float32": "F32", "int64": "I64", "float16": "F16"}[values.dtype.name]
        header[name] = {"dtype": kind, "shape": list(values.shape), "data_offsets": [len(data), len(data) + values.nbytes]}
        data += values.tobytes()
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


torch.manual_seed(7)
net = nn.Sequential(
    nn.Conv2d(2, 4, 3, padding=1, bias=False), nn.BatchNorm2d(4), nn.ReLU(),
    nn.Conv2d(4, 8, 3, groups=4, stride=2), nn.PReLU(8),
    nn.Conv2d(8, 5, 1), nn.BatchNorm2d(5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
    nn.Linear(20, 12), nn.ReLU(), nn.Linear(12, 12), nn.ReLU(), nn.Linear(12, 12), nn.ReLU(), nn.Linear(12, 3))
for module in net:
    if isinstance(module, nn.BatchNorm2d):
        for values in (module.running_mean, module.weight.data, module.bias.data):
            values.copy_(torch.randn_like(values))
        module.running_var.copy_(torch.rand_like(module.running_var) + 0.5)
net.eval()
x = torch.randn(2, 2, 9, 9)
state = {name: values.numpy() for name, values in net.state_dict().items()}
os.makedirs(OUT, exist_ok=True)
safetensors(os.path.join(OUT, "state.safetensors"), state)
np.savez(os.path.join(OUT, "state.npz"), **state)
with torch.no_grad():
    np.savez(os.path.join(OUT, "test.npz"), x=x.numpy(), y=net(x).numpy())
