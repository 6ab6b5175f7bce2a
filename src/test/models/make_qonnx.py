#!/usr/bin/env python3
# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
"""Makes small quantized ONNX models (QONNX and QCDQ), each with images and the logits that integer arithmetic gives.

    python3 make_qonnx.py FOLDER

Needs onnx and numpy, as in Debian's packages python3-onnx and python3-numpy. Each model gets a folder of its own with
model.onnx, pixels.bin (bytes, image after image, in the order channel, row, column) and logits.bin (little-endian
float64). Values are whole numbers times a power of two throughout, so that each logit is exact. Seeds are fixed.
"""
import os
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OUT = sys.argv[1]
IMAGES = 8
QONNX = "qonnx.custom_op.general"
LAST = "qonnx.custom_op.channels_last"


class Exact:
    """Whole numbers times two to the power of an exponent."""

    def __init__(self, raw, exponent):
        self.raw = np.asarray(raw, dtype=np.int64)
        self.exponent = exponent

    def at(self, exponent):
        """The whole numbers for a smaller exponent."""
        assert exponent <= self.exponent
        return self.raw << (self.exponent - exponent)

    def values(self):
        return self.raw.astype(np.float64) * 2.0**self.exponent

    def __add__(self, other):
        low = min(self.exponent, other.exponent)
        return Exact(self.at(low) + other.at(low), low)

    def map(self, function):
        return Exact(function(self.raw), self.exponent)


def rounded(raw, shift, mode):
    """raw / 2**shift as a whole number, without floating point."""
    if shift <= 0:
        return raw << -shift
    floor = raw >> shift
    rest = raw - (floor << shift)
    half = 1 << (shift - 1)
    if mode == "ROUND":
        return floor + ((rest > half) | ((rest == half) & (floor & 1 == 1)))
    if mode == "FLOOR":
        return floor
    if mode == "ROUND_TO_ZERO":
        return floor + ((raw < 0) & (rest > 0))
    if mode == "HALF_UP":
        return floor + ((rest > half) | ((rest == half) & (raw > 0)))
    if mode == "HALF_DOWN":
        return floor + ((rest > half) | ((rest == half) & (raw < 0)))
    raise ValueError(mode)


def limits(bits, signed, narrow):
    if signed:
        return -(1 << (bits - 1)) + narrow, (1 << (bits - 1)) - 1
    return 0, (1 << bits) - 1 - narrow


def convolve(x, w, b, stride=1, pad=0, groups=1):
    raw = np.pad(x.raw, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    n, channels, height, width = raw.shape
    filters, fan, rows, columns = w.raw.shape
    out_h, out_w = (height - rows) // stride + 1, (width - columns) // stride + 1
    out = np.zeros((n, filters, out_h, out_w), dtype=np.int64)
    for f in range(filters):
        first = f // (filters // groups) * fan
        for r in range(rows):
            for c in range(columns):
                part = raw[:, first : first + fan, r : r + out_h * stride : stride, c : c + out_w * stride : stride]
                out[:, f] += (part * w.raw[f, :, r, c][None, :, None, None]).sum(axis=1)
    return Exact(out, x.exponent + w.exponent) + Exact(b.raw[None, :, None, None], b.exponent)


def dense(x, w, b):
    return Exact(x.raw @ w.raw.T, x.exponent + w.exponent) + Exact(b.raw[None, :], b.exponent)


def largest(x):
    n, c, h, w = x.raw.shape
    return x.map(lambda raw: raw.reshape(n, c, h // 2, 2, w // 2, 2).max(axis=(3, 5)))


class Model:
    """A graph that grows together with the exact values of its tensors."""

    def __init__(self, name, channels, size):
        self.name = name
        self.random = np.random.default_rng(len(name))
        self.pixels = self.random.integers(0, 256, (IMAGES, channels, size, size), dtype=np.int64)
        self.shape = (channels, size, size)
        self.nodes, self.constants, self.counter = [], [], 0

    def node(self, op, inputs, domain="", **attributes):
        self.counter += 1
        out = f"v{self.counter}"
        self.nodes.append(
            helper.make_node(op, inputs, [out], name=f"{op}_{self.counter}", domain=domain, **attributes)
        )
        return out

    def constant(self, values, kind=np.float32):
        self.counter += 1
        name = f"c{self.counter}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, dtype=kind), name))
        return name

    def quant(self, tensor, scale, bits, signed=1, narrow=0, mode="ROUND"):
        inputs = [tensor, self.constant(scale), self.constant(0.0), self.constant(float(bits))]
        return self.node("Quant", inputs, QONNX, signed=signed, narrow=narrow, rounding_mode=mode)

    def image(self, bits=8):
        """Pixels from 0 to 1, rounded to multiples of 2**-bits."""
        real = self.pixels / 255.0 * 2.0**bits
        raw = np.minimum(np.rint(real), 2**bits - 1).astype(np.int64)
        return self.quant("image", 2.0**-bits, bits, signed=0), Exact(raw, -bits)

    def activation(self, pair, exponent, bits, signed=0, narrow=0, mode="ROUND"):
        tensor, x = pair
        lowest, highest = limits(bits, signed, narrow)
        raw = np.clip(rounded(x.raw, exponent - x.exponent, mode), lowest, highest)
        return self.quant(tensor, 2.0**exponent, bits, signed, narrow, mode), Exact(raw, exponent)

    def weights(self, shape, exponents, bits, narrow=1):
        """Floats off the grid, whose quantizer puts them there; one exponent for each filter, or one for all."""
        lowest, highest = limits(bits, 1, narrow)
        exponents = np.asarray(exponents)
        scale = 2.0 ** exponents.reshape((-1,) + (1,) * (len(shape) - 1)) if exponents.ndim else 2.0**exponents
        real = self.random.uniform(lowest - 0.7, highest + 0.7, shape).astype(np.float32)
        floats = (real * scale).astype(np.float32)
        raw = np.clip(np.rint(floats / scale), lowest, highest).astype(np.int64)
        low = int(exponents.min())
        exact = raw << (np.log2(scale).astype(np.int64) - low)
        return self.quant(self.constant(floats), scale, bits, 1, narrow), Exact(exact, low)

    def bias(self, count, exponent, bits=8):
        raw = self.random.integers(*limits(bits, 1, 0), count)
        return self.quant(self.constant(raw * 2.0**exponent), 2.0**exponent, bits), Exact(raw, exponent)

    def conv(self, pair, w, b, stride=1, pad=0, groups=1):
        node = self.node("Conv", [pair[0], w[0], b[0]], strides=[stride] * 2, pads=[pad] * 4, group=groups)
        return node, convolve(pair[1], w[1], b[1], stride, pad, groups)

    def gemm(self, pair, w, b):
        return self.node("Gemm", [pair[0], w[0], b[0]], transB=1), dense(pair[1], w[1], b[1])

    def relu(self, pair):
        return self.node("Relu", [pair[0]]), pair[1].map(lambda raw: np.maximum(raw, 0))

    def pool(self, pair):
        return self.node("MaxPool", [pair[0]], kernel_shape=[2, 2], strides=[2, 2]), largest(pair[1])

    def flatten(self, pair):
        return self.node("Flatten", [pair[0]]), pair[1].map(lambda raw: raw.reshape(IMAGES, -1))

    def add(self, a, b):
        return self.node("Add", [a[0], b[0]]), a[1] + b[1]

    def save(self, pair, shape=None):
        graph = helper.make_graph(
            self.nodes,
            self.name,
            [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, *(shape or self.shape)])],
            [helper.make_tensor_value_info(pair[0], TensorProto.FLOAT, [1, pair[1].raw.shape[1]])],
            self.constants,
        )
        opsets = [helper.make_opsetid("", 13), helper.make_opsetid(QONNX, 1)]
        opsets += [helper.make_opsetid(LAST, 1)] if shape else []
        folder = os.path.join(OUT, self.name)
        os.makedirs(folder, exist_ok=True)
        onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8), os.path.join(folder, "model.onnx"))
        self.pixels.astype(np.uint8).tofile(os.path.join(folder, "pixels.bin"))
        pair[1].values().astype("<f8").tofile(os.path.join(folder, "logits.bin"))


def convolutions():
    """Weights of 4 and 3 bits, the latter with a scale for each filter; activations of 4 and 5 bits."""
    m = Model("convolutions", 1, 10)
    x = m.conv(m.image(), m.weights((4, 1, 3, 3), -3, 4), m.bias(4, -11, 12))
    x = m.pool(m.activation(m.relu(x), -2, 4))
    x = m.conv(x, m.weights((6, 4, 3, 3), [-2, -3, -1, -2, -4, -3], 3), m.bias(6, -4), pad=1)
    x = m.activation(x, -1, 5, signed=1, narrow=1)
    m.save(m.gemm(m.flatten(x), m.weights((10, 96), -3, 4, narrow=0), m.bias(10, -4)))


def roundings():
    """Each rounding that ap_fixed has, with and without sign, full range and narrow; a bias finer than the products."""
    m = Model("roundings", 2, 6)
    x = m.image(6)
    for i, mode in enumerate(("FLOOR", "ROUND_TO_ZERO", "HALF_UP", "HALF_DOWN", "ROUND")):
        x = m.conv(x, m.weights((6, x[1].raw.shape[1], 1, 1), -2, 3), m.bias(6, -9))
        x = m.activation(x, -5, 6, signed=(i + 1) % 2, narrow=i // 2 % 2, mode=mode)
    m.save(m.gemm(m.flatten(x), m.weights((5, 216), -1, 2, narrow=0), m.bias(5, -3)))


def residual():
    """A sum of two formats, each of its own; a value that is rounded in two ways; a depthwise convolution."""
    m = Model("residual", 1, 8)
    stem = m.relu(m.conv(m.image(), m.weights((4, 1, 3, 3), -2, 4), m.bias(4, -8), pad=1))
    fine, coarse = m.activation(stem, -3, 6), m.activation(stem, 0, 3)
    branch = m.conv(fine, m.weights((4, 1, 3, 3), -2, 4), m.bias(4, -5), pad=1, groups=4)
    x = m.add(m.activation(branch, -2, 5, signed=1), coarse)
    x = m.activation(m.relu(x), -1, 4)
    m.save(m.gemm(m.flatten(m.pool(x)), m.weights((10, 64), -3, 3), m.bias(10, -4)))


def normalized():
    """A normalization between quantized weights and the rounding: it must not scale the weights."""
    m = Model("normalized", 1, 8)
    tensor, x = m.conv(m.image(), m.weights((4, 1, 3, 3), -3, 4), m.bias(4, -11))
    scales, shifts = np.array([4, -2, 1, 3]), np.array([1, -3, 0, 2])
    ones = [m.constant(values) for values in (scales / 4.0, shifts / 8.0, np.zeros(4), np.ones(4))]
    tensor = m.node("BatchNormalization", [tensor, *ones], epsilon=0.0)
    shape = (1, 4, 1, 1)
    x = Exact(x.raw * scales.reshape(shape), x.exponent - 2) + Exact(shifts.reshape(shape), -3)
    x = m.activation(m.relu((tensor, x)), -2, 4)
    m.save(m.gemm(m.flatten(x), m.weights((10, 144), -3, 4), m.bias(10, -5)))


def bipolar():
    """Weights and activations of one bit, also under padding."""
    m = Model("bipolar", 1, 6)

    def weights(shape, exponent):
        floats = m.random.standard_normal(shape).astype(np.float32)
        raw = np.where(floats >= 0, 1, -1)
        return m.node("BipolarQuant", [m.constant(floats), m.constant(2.0**exponent)], QONNX), Exact(raw, exponent)

    def sign(pair, exponent):
        raw = np.where(pair[1].raw >= 0, 1, -1)
        return m.node("BipolarQuant", [pair[0], m.constant(2.0**exponent)], QONNX), Exact(raw, exponent)

    x = sign(m.conv(m.image(), weights((4, 1, 3, 3), -1), m.bias(4, -7)), 0)
    x = sign(m.conv(x, weights((4, 4, 3, 3), 0), m.bias(4, 0, 4), pad=1), -1)
    m.save(m.gemm(m.flatten(x), weights((10, 64), -2), m.bias(10, -3)))


def qcdq():
    """The same in ONNX's own operators: integers of 8 bits, clipped to fewer, and weights that are stored as integers."""
    m = Model("qcdq", 1, 8)

    def activation(pair, exponent, lowest, highest, kind=np.int8):
        scale, zero = m.constant(2.0**exponent), m.constant(0, kind)
        tensor = m.node("QuantizeLinear", [pair[0], scale, zero])
        if (lowest, highest) != (np.iinfo(kind).min, np.iinfo(kind).max):
            tensor = m.node("Clip", [tensor, m.constant(lowest, kind), m.constant(highest, kind)])
        raw = np.clip(rounded(pair[1].raw, exponent - pair[1].exponent, "ROUND"), lowest, highest)
        return m.node("DequantizeLinear", [tensor, scale, zero]), Exact(raw, exponent)

    def weights(shape, exponents, limit):
        raw = m.random.integers(-limit, limit + 1, shape)
        exponents = np.asarray(exponents)
        inputs = [m.constant(raw, np.int8), m.constant(2.0**exponents), m.constant(np.zeros_like(exponents), np.int8)]
        axis = {"axis": 0} if exponents.ndim else {}
        low = int(exponents.min())
        exact = raw << (exponents.reshape((-1,) + (1,) * (len(shape) - 1)) - low) if exponents.ndim else raw
        return m.node("DequantizeLinear", inputs, **axis), Exact(exact, low)

    def bias(count, exponent):
        raw = m.random.integers(-1000, 1000, count)
        inputs = [m.constant(raw, np.int32), m.constant(2.0**exponent)]
        return m.node("DequantizeLinear", inputs), Exact(raw, exponent)

    scale, zero = m.constant(2.0**-8), m.constant(0, np.uint8)
    image = m.node("DequantizeLinear", [m.node("QuantizeLinear", ["image", scale, zero]), scale, zero])
    x = (image, Exact(np.minimum(np.rint(m.pixels / 255.0 * 256), 255).astype(np.int64), -8))
    x = m.conv(x, weights((4, 1, 3, 3), [-4, -5, -3, -4], 7), bias(4, -12))
    x = activation(m.relu(x), -3, 0, 15, np.uint8)
    x = m.conv(x, weights((4, 4, 3, 3), -4, 100), bias(4, -7))
    x = m.flatten(activation(x, -1, -128, 127))
    w, b = weights((64, 10), -5, 31), bias(10, -6)
    tensor = m.node("Add", [m.node("MatMul", [x[0], w[0]]), b[0]])
    m.save((tensor, dense(x[1], w[1].map(np.transpose), b[1])))


def channels_last():
    """As QONNX's converters leave it: images and kernels with their channels last, and no transpositions."""
    m = Model("channels-last", 3, 8)

    def conv(pair, shape, exponent, groups=1):
        floats = m.random.uniform(-8.4, 7.4, shape).astype(np.float32) * np.float32(2.0**exponent)
        raw = np.clip(np.rint(floats / 2.0**exponent), -7, 7).astype(np.int64)
        w = m.quant(m.constant(floats.transpose(0, 2, 3, 1)), 2.0**exponent, 4, narrow=1)
        b = m.bias(shape[0], -9)
        node = m.node("Conv", [pair[0], w, b[0]], LAST, kernel_shape=list(shape[2:]), strides=[1, 1], dilations=[1, 1],
                      pads=[1, 1, 1, 1], group=groups)
        return node, convolve(pair[1], Exact(raw, exponent), b[1], 1, 1, groups)

    x = m.activation(conv(m.image(), (3, 1, 3, 3), -3, groups=3), -3, 6, signed=1)
    x = conv(x, (4, 3, 3, 3), -4)
    ones = [m.constant(values) for values in ([2.0, -1.0, 0.5, 1.0], [0.5, 0.0, -0.25, 1.0], np.zeros(4), np.ones(4))]
    tensor = m.node("BatchNormalization", [x[0], *ones], LAST, epsilon=0.0)
    shape = (1, 4, 1, 1)
    scaled = Exact(x[1].raw * np.array([4, -2, 1, 2]).reshape(shape), x[1].exponent - 1)
    x = m.activation((tensor, scaled + Exact(np.array([2, 0, -1, 4]).reshape(shape), -2)), -2, 5)
    tensor = m.node("MaxPool", [x[0]], LAST, kernel_shape=[2, 2], strides=[2, 2], pads=[0, 0, 0, 0])
    flat = largest(x[1]).map(lambda raw: raw.transpose(0, 2, 3, 1).reshape(IMAGES, -1))
    m.save(m.gemm((m.node("Flatten", [tensor]), flat), m.weights((10, 64), -3, 4), m.bias(10, -4)), (8, 8, 3))


for make in (convolutions, roundings, residual, normalized, bipolar, qcdq, channels_last):
    make()
