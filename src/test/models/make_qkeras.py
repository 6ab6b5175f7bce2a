#!/usr/bin/env python3
# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
"""Makes small models of QKeras, each with images and the logits that its rounded arithmetic gives.

    python3 make_qkeras.py FOLDER

Needs numpy and h5py, as in Debian's packages python3-numpy and python3-h5py; neither Keras nor QKeras. Files are laid out
as those write them. Each model gets a folder of its own with model.json and model_weights.h5 (Keras 2), or model.keras
(Keras 3); pixels.bin (bytes, image after image, in the order channel, row, column) and logits.bin (little-endian float64).
All values are multiples of powers of two, so that float64 holds each of them. Seeds are fixed.
"""
import io
import json
import os
import sys
import zipfile

import h5py
import numpy as np

OUT = sys.argv[1]
IMAGES = 8


def bits(width, integer=0, symmetric=0, keep_negative=True, alpha=1):
    """Its configuration, and what it does with numbers."""
    config = {
        "bits": width, "integer": integer, "symmetric": symmetric, "alpha": alpha, "keep_negative": keep_negative,
        "use_stochastic_rounding": False, "qnoise_factor": 1.0,
    }
    m = 2.0 ** (width - keep_negative)

    def rounds(x):
        if width == 1 and keep_negative:
            return np.where(x >= 0, 1.0, -1.0) * (alpha or 1)
        whole = np.clip(np.rint(x * m / 2.0**integer), keep_negative * (-m + symmetric), m - 1)
        return whole / m * 2.0**integer * (alpha or 1)

    return {"class_name": "quantized_bits", "config": config}, rounds


def relu(width, integer=0, slope=0.0):
    config = {
        "bits": width, "integer": integer, "use_sigmoid": 0, "negative_slope": slope,
        "use_stochastic_rounding": False, "relu_upper_bound": None, "qnoise_factor": 1.0,
    }
    m = 2.0 ** (width - (slope != 0))

    def rounds(x):
        p = x * m / 2.0**integer
        y = np.clip(np.rint(p) / m, 0, 1 - 1 / m) * 2.0**integer
        if slope:
            y = y + 2.0**integer * slope * np.clip(np.rint(p * slope) / (slope * m), -1, 0)
        return y

    return {"class_name": "quantized_relu", "config": config}, rounds


def binary(alpha=1, use_01=False):
    config = {"use_01": use_01, "alpha": alpha, "use_stochastic_rounding": False}
    return {"class_name": "binary", "config": config}, lambda x: np.where(x >= 0, 1.0, 0.0 if use_01 else -1.0) * (
        alpha or 1
    )


def ternary(alpha=1, threshold=None):
    config = {"alpha": alpha, "threshold": threshold, "use_stochastic_rounding": False, "number_of_unrolls": 5}
    least = np.float32(0.33 if threshold is None else threshold)
    return {"class_name": "ternary", "config": config}, lambda x: np.where(np.abs(x) >= least, np.sign(x), 0.0) * alpha


def same(x):
    return x


def text(call, quantizer):
    """The same quantizer, written as a user writes it."""
    return call, quantizer[1]


class Model:
    """Layers that grow together with the values of one batch, channels last."""

    def __init__(self, name, channels, size):
        self.name = name
        self.random = np.random.default_rng(len(name))
        pixels = self.random.integers(0, 256, (IMAGES, size, size, channels))
        self.pixels = pixels.astype(np.uint8)
        # The network sees a pixel as a float32 between 0 and 1.
        self.x = pixels.astype(np.float64) / 255
        self.layers = [{"class_name": "InputLayer", "config": {
            "batch_input_shape": [None, size, size, channels], "dtype": "float32", "sparse": False, "ragged": False,
            "name": "input_1"}}]
        self.weights = {}

    def layer(self, kind, config, weights=()):
        name = f"{kind.lower()}_{len(self.layers)}"
        full = {"name": name, "trainable": True, "dtype": "float32", **config}
        self.layers.append({"class_name": kind, "config": full})
        self.weights[name] = (kind, list(weights))

    def trained(self, *shape):
        return self.random.uniform(-1.2, 1.2, shape).astype(np.float32)

    def bias(self, count):
        return self.random.uniform(-0.5, 0.5, count).astype(np.float32)

    @staticmethod
    def quantizer(pair):
        return None if pair is None else pair[0]

    def window(self, w, stride, pad, groups):
        padding = "same" if pad else "valid"
        return {
            "kernel_size": list(w.shape[:2]), "strides": [stride, stride], "padding": padding,
            "data_format": "channels_last", "dilation_rate": [1, 1], "groups": groups, "use_bias": True,
        }

    def convolve(self, w, b, stride, pad, depthwise=False):
        x = np.pad(self.x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        rows, columns = w.shape[:2]
        height, width = (x.shape[1] - rows) // stride + 1, (x.shape[2] - columns) // stride + 1
        out = 0
        for r in range(rows):
            for c in range(columns):
                part = x[:, r : r + height * stride : stride, c : c + width * stride : stride]
                out = out + (part * w[r, c, :, 0] if depthwise else part @ w[r, c])
        self.x = out + b

    def conv(self, filters, kernel, weights, biases, activation=("linear", same), stride=1, pad=0):
        w, b = self.trained(kernel, kernel, self.x.shape[3], filters), self.bias(filters)
        config = {
            "filters": filters, **self.window(w, stride, pad, 1), "activation": activation[0],
            "kernel_quantizer": weights[0], "bias_quantizer": self.quantizer(biases), "kernel_range": None,
            "bias_range": None,
        }
        self.layer("QConv2D", config, [("kernel", w), ("bias", b)])
        self.convolve(weights[1](w.astype(np.float64)), biases[1](b.astype(np.float64)), stride, pad)
        self.x = activation[1](self.x)

    def depthwise(self, kernel, weights, biases, pad=0):
        w, b = self.trained(kernel, kernel, self.x.shape[3], 1), self.bias(self.x.shape[3])
        config = {
            **self.window(w, 1, pad, 1), "depth_multiplier": 1, "activation": "linear",
            "depthwise_quantizer": weights[0], "bias_quantizer": biases[0], "depthwise_range": None, "bias_range": None,
        }
        self.layer("QDepthwiseConv2D", config, [("depthwise_kernel", w), ("bias", b)])
        self.convolve(weights[1](w.astype(np.float64)), biases[1](b.astype(np.float64)), 1, pad, depthwise=True)

    def activate(self, quantizer):
        self.layer("QActivation", {"activation": quantizer[0]})
        self.x = quantizer[1](self.x)

    def rectify(self):
        self.layer("Activation", {"activation": "relu"})
        self.x = np.maximum(self.x, 0)

    def pool(self):
        self.layer("MaxPooling2D", {
            "pool_size": [2, 2], "padding": "valid", "strides": [2, 2], "data_format": "channels_last"})
        n, h, w, c = self.x.shape
        self.x = self.x[:, : h // 2 * 2, : w // 2 * 2].reshape(n, h // 2, 2, w // 2, 2, c).max(axis=(2, 4))

    def flatten(self):
        self.layer("Flatten", {"data_format": "channels_last"})
        self.x = self.x.reshape(IMAGES, -1)

    def dense(self, units, weights, biases):
        w, b = self.trained(self.x.shape[1], units), self.bias(units)
        config = {
            "units": units, "activation": "linear", "use_bias": True, "kernel_quantizer": weights[0],
            "bias_quantizer": biases[0], "kernel_range": None, "bias_range": None,
        }
        self.layer("QDense", config, [("kernel", w), ("bias", b)])
        self.x = self.x @ weights[1](w.astype(np.float64)) + biases[1](b.astype(np.float64))

    def folder(self):
        path = os.path.join(OUT, self.name)
        os.makedirs(path, exist_ok=True)
        self.pixels.transpose(0, 3, 1, 2).tofile(os.path.join(path, "pixels.bin"))
        self.x.astype("<f8").tofile(os.path.join(path, "logits.bin"))
        return path

    def save(self):
        """As QKeras on Keras 2 does with to_json() and save_weights()."""
        path = self.folder()
        model = {
            "class_name": "Sequential", "config": {"name": self.name, "layers": self.layers}, "keras_version": "2.4.0",
            "backend": "tensorflow",
        }
        with open(os.path.join(path, "model.json"), "w", encoding="utf-8") as file:
            json.dump(model, file)
        with h5py.File(os.path.join(path, "model_weights.h5"), "w") as file:
            file.attrs["layer_names"] = [name.encode() for name in self.weights]
            file.attrs["backend"], file.attrs["keras_version"] = b"tensorflow", b"2.4.0"
            for name, (_, arrays) in self.weights.items():
                group = file.create_group(name)
                names = [f"{name}/{array}:0" for array, _ in arrays]
                group.attrs["weight_names"] = [each.encode() for each in names]
                for each, (_, values) in zip(names, arrays):
                    group.create_dataset(each, data=values)

    def save_zip(self):
        """As QKeras on Keras 3 does with save(): classes with their modules, arrays by number."""
        path = self.folder()
        layers = []
        for layer in self.layers:
            own = layer["class_name"].startswith("Q")
            config = dict(layer["config"])
            config["batch_shape"] = config.pop("batch_input_shape", None)
            for key, value in config.items():
                if isinstance(value, dict):
                    kind = value["class_name"]
                    config[key] = {"module": "qkeras.quantizers", **value, "registered_name": f"qkeras>{kind}"}
            layers.append({
                "module": "qkeras.qlayers" if own else "keras.layers", "class_name": layer["class_name"],
                "config": config, "registered_name": f"qkeras>{layer['class_name']}" if own else None})
        model = {"module": "keras", "class_name": "Sequential", "config": {"name": self.name, "layers": layers},
                 "registered_name": None}
        counts, arrays = {}, io.BytesIO()
        snake = {"QConv2D": "q_conv2d", "QDense": "q_dense", "QDepthwiseConv2D": "q_depthwise_conv2d"}
        with h5py.File(arrays, "w") as file:
            for kind, values in self.weights.values():
                group = snake.get(kind, kind.lower())
                number = counts.setdefault(group, 0)
                counts[group] += 1
                variables = file.create_group(f"layers/{group}" + (f"_{number}" if number else "") + "/vars")
                for i, (_, array) in enumerate(values):
                    variables.create_dataset(str(i), data=array)
        with zipfile.ZipFile(os.path.join(path, "model.keras"), "w") as file:
            for name, content in (
                ("metadata.json", json.dumps({"keras_version": "3.14.1"}).encode()),
                ("config.json", json.dumps(model).encode()),
                ("model.weights.h5", arrays.getvalue()),
            ):
                file.writestr(zipfile.ZipInfo(name), content)


def lenet(name, save):
    """Weights of 6 and 4 bits, activations of 6 and 5, an image of 8; a relu in front of a rounding."""
    m = Model(name, 1, 10)
    m.activate(bits(8, 0, keep_negative=False))
    m.conv(4, 3, bits(6), bits(6), activation=("relu", lambda x: np.maximum(x, 0)))
    m.activate(relu(6, 1))
    m.pool()
    m.conv(6, 3, bits(4, 1, symmetric=1), bits(8, 1), activation=relu(5, 2), stride=1, pad=1)
    m.flatten()
    m.dense(10, bits(3, 0), bits(6, 1))
    save(m)


def kinds():
    """Signs, three values, scales of weights, slopes, text instead of properties."""
    m = Model("kinds", 2, 8)
    m.activate(text("quantized_bits(6,0,keep_negative=False)", bits(6, 0, keep_negative=False)))
    m.conv(4, 3, binary(0.5), bits(5))
    m.activate(relu(6, 1, slope=0.25))
    m.depthwise(3, ternary(0.25), bits(4), pad=1)
    m.activate(binary())
    m.conv(5, 1, ternary(2, 0.5), bits(6, 1))
    m.activate(text("quantized_relu(4,2)", relu(4, 2)))
    m.conv(4, 1, bits(1), bits(6, 1))
    m.activate(bits(5, 3))
    m.flatten()
    m.dense(4, bits(4, 0, 1, alpha=0.5), bits(6, 1, alpha=None))
    m.save()


lenet("lenet", Model.save)
lenet("lenet-keras3", Model.save_zip)
kinds()
