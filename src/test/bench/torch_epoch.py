"""Seconds for an epoch of the default network in PyTorch: batch size, epochs, folder of the MNIST files."""
import gzip
import os
import sys
import time

import numpy
import torch
from torch import nn

BATCH, EPOCHS, FOLDER = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
torch.set_num_threads(2)
torch.manual_seed(0)


def read(name, header):
    with gzip.open(os.path.join(FOLDER, name + ".gz")) as file:
        return numpy.frombuffer(file.read(), numpy.uint8)[header:]


images = torch.from_numpy(read("train-images-idx3-ubyte", 16).reshape(-1, 1, 28, 28).astype(numpy.float32) / 255)
labels = torch.from_numpy(read("train-labels-idx1-ubyte", 8).astype(numpy.int64))
network = nn.Sequential(
    nn.Conv2d(1, 6, 5), nn.BatchNorm2d(6), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(6, 16, 5), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(256, 120), nn.BatchNorm1d(120), nn.ReLU(), nn.Dropout(0.2), nn.Linear(120, 10))
optimizer = torch.optim.AdamW(network.parameters(), 1e-3, weight_decay=1e-2)
network.train()
for epoch in range(EPOCHS):
    start, cpu = time.time(), time.process_time()
    order = torch.randperm(len(images))
    for first in range(0, len(images) - BATCH + 1, BATCH):
        chosen = order[first:first + BATCH]
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(images[chosen]), labels[chosen]).backward()
        optimizer.step()
    print(f"PyTorch {torch.__version__} batch {BATCH} epoch {epoch + 1}: {time.time() - start:.2f} s,"
          f" {time.process_time() - cpu:.2f} s of CPU time", flush=True)
