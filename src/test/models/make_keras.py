#!/usr/bin/env python3
# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
"""Makes small Keras models, each with an input and the logits that Keras computes for it.

    KERAS_BACKEND=jax python3 make_keras.py FOLDER

Needs Keras 3, JAX and h5py. Each model gets a folder of its own with model.keras, model.h5, or model.json and
model_weights.h5; input.bin (float32, channel, row, column) and output.bin. Files of Keras 1 and 2 are written here as those
versions lay them out, from what Keras 3 computes. Seeds are fixed.
"""
import json
import os
import sys

import h5py
import keras
import numpy as np
from keras import layers as L

OUT = sys.argv[1]


def folder(name):
    path = os.path.join(OUT, name)
    os.makedirs(path, exist_ok=True)
    return path


def shuffle(model, seed):
    """Statistics, slopes and biases other than 0 and 1."""
    random = np.random.default_rng(seed)
    for layer in model.layers:
        if isinstance(layer, L.Normalization):
            continue
        values = []
        for variable in layer.weights:
            shape = tuple(variable.shape)
            if "variance" in variable.path:
                values.append(random.uniform(0.5, 1.5, shape))
            else:
                values.append(random.normal(0, 0.4, shape))
        if values:
            layer.set_weights(values)


def logits(model, x):
    """Without a softmax at the end."""
    last = model.layers[-1]
    if isinstance(last, (L.Softmax, L.Activation)) and "softmax" in str(last.get_config()).lower():
        return np.array(keras.Model(model.inputs, last.input)(x))
    if getattr(last, "activation", None) is keras.activations.softmax:
        last.activation = keras.activations.linear
    return np.array(model(x))


def image(model, seed, pixels=None):
    shape = model.input_shape[1:]
    random = np.random.default_rng(seed + 1)
    if pixels == "bytes":
        x = random.integers(0, 256, (1, *shape)).astype(np.float32)
    elif pixels == "unit":
        x = random.integers(0, 256, (1, *shape)).astype(np.float32) / np.float32(255)
    else:
        x = random.normal(0, 1, (1, *shape)).astype(np.float32)
    return x


def data(path, x, y, first=False):
    ordered = x[0]
    if x.ndim == 4 and not first:
        ordered = np.transpose(ordered, (2, 0, 1))
    if x.ndim == 3 and "sequence" in path:
        ordered = np.transpose(ordered)
    np.ascontiguousarray(ordered, np.float32).tofile(os.path.join(path, "input.bin"))
    np.ascontiguousarray(y, np.float32).tofile(os.path.join(path, "output.bin"))


def save(name, model, form="keras", pixels=None, first=False):
    """Saves a model as Keras 3 does."""
    seed = len(name)
    shuffle(model, seed)
    path = folder(name)
    if form == "json":
        with open(os.path.join(path, "model.json"), "w") as out:
            out.write(model.to_json())
        temporary = os.path.join(path, "model.weights.h5")
        model.save_weights(temporary)
    else:
        model.save(os.path.join(path, "model." + form))
    x = image(model, seed, pixels)
    data(path, x, logits(model, x), first)


def old_config(layer, version):
    config = dict(layer.get_config())
    config["dtype"] = "float32"
    for key in list(config):
        if key.endswith(("_initializer", "_regularizer", "_constraint")) or key in ("quantization_config",):
            config[key] = None
    if version == 1:
        for old, new in (("nb_filter", "filters"), ("output_dim", "units"), ("subsample", "strides"),
                         ("border_mode", "padding"), ("bias", "use_bias")):
            if new in config and not (new == "strides" and "pool_size" in config):
                config[old] = config.pop(new)
        if "kernel_size" in config:
            config["nb_row"], config["nb_col"] = config.pop("kernel_size")
        for key in ("dilation_rate", "groups", "dtype", "synchronized"):
            config.pop(key, None)
        if "data_format" in config:
            config["dim_ordering"] = {"channels_last": "tf", "channels_first": "th"}[config.pop("data_format")]
        config.pop("renorm", None)
    return config


def save_old(name, model, version, x=None, y=None, separate=False):
    """Saves a model in the layout of Keras 1 or 2."""
    seed = len(name)
    shuffle(model, seed)
    functional = not isinstance(model, keras.Sequential)
    names = {1: {"Conv2D": "Convolution2D"}, 2: {}}[version]
    written = []
    for layer in model.layers:
        kind = layer.__class__.__name__
        if kind == "InputLayer":
            config = {"batch_input_shape": [None, *layer.batch_shape[1:]], "dtype": "float32", "sparse": False,
                      "ragged": False, "name": layer.name}
        else:
            config = old_config(layer, version)
        entry = {"class_name": names.get(kind, kind), "config": config}
        if functional:
            entry["name"] = layer.name
            inbound = []
            for node in layer._inbound_nodes:
                inbound.append([[t._keras_history.operation.name, 0, 0, {}] for t in node.input_tensors])
            entry["inbound_nodes"] = [] if kind == "InputLayer" else inbound
        written.append(entry)
    if functional:
        config = {"name": model.name, "layers": written, "input_layers": [[model.inputs[0]._keras_history[0].name, 0, 0]],
                  "output_layers": [[model.outputs[0]._keras_history[0].name, 0, 0]]}
        whole = {"class_name": "Functional" if version == 2 else "Model", "config": config}
    else:
        written[0]["config"]["batch_input_shape"] = [None, *model.input_shape[1:]]
        whole = {"class_name": "Sequential",
                 "config": written if version == 1 else {"name": model.name, "layers": written}}
    path = folder(name)
    stored = {1: "1.2.2", 2: "2.13.1"}[version]
    file = "model_weights.h5" if separate else "model.h5"
    if separate:
        with open(os.path.join(path, "model.json"), "w") as out:
            json.dump({**whole, "keras_version": stored, "backend": "tensorflow"}, out)
    with h5py.File(os.path.join(path, file), "w") as h5:
        group = h5
        if not separate:
            h5.attrs["keras_version"] = stored
            h5.attrs["backend"] = "tensorflow"
            h5.attrs["model_config"] = json.dumps(whole).encode() if version == 1 else json.dumps(whole)
            group = h5.create_group("model_weights")
        group.attrs["backend"] = b"tensorflow"
        group.attrs["keras_version"] = stored.encode()
        # Backwards, as nothing may depend on the order.
        group.attrs["layer_names"] = [layer.name.encode() for layer in reversed(model.layers)]
        for layer in model.layers:
            part = group.create_group(layer.name)
            weights = [(old_name(layer, v, version), np.array(v)) for v in layer.weights]
            part.attrs["weight_names"] = [key.encode() for key, _ in weights]
            for key, value in weights:
                part.create_dataset(key, data=value)
    if x is None:
        x = image(model, seed)
    data(path, x, logits(model, x) if y is None else y(model, x))


def old_name(layer, variable, version):
    last = variable.path.split("/")[-1]
    if version == 1:
        last = {"kernel": "W", "bias": "b", "moving_mean": "running_mean", "moving_variance": "running_std"}.get(last, last)
        return f"{layer.name}_{last}:0"
    if isinstance(layer, L.DepthwiseConv2D) and last == "kernel":
        last = "depthwise_kernel"
    return f"{layer.name}/{last}:0"


def sequential(*parts):
    keras.utils.clear_session()
    return keras.Sequential(list(parts))


def lenet():
    return sequential(
        L.Input((12, 12, 1)), L.Conv2D(4, 3, activation="relu", padding="same"), L.MaxPooling2D(2),
        L.Conv2D(6, 3), L.BatchNormalization(), L.Activation("relu"), L.MaxPooling2D(2), L.Dropout(0.3), L.Flatten(),
        L.Dense(8, activation="tanh"), L.Dense(5, activation="softmax"))


def residual():
    keras.utils.clear_session()
    image_in = keras.Input((8, 8, 2), name="image in")
    a = L.Conv2D(4, 3, padding="same", use_bias=False, name="conv-1")(image_in)
    b = L.BatchNormalization(name="1conv", scale=False)(a)
    c = L.ReLU(max_value=6, name="卷积")(b)
    d = L.SeparableConv2D(4, 3, padding="same", depth_multiplier=2, activation="leaky_relu", name="conv_1")(c)
    e = L.Add(name="Conv_1")([a, d])
    f = L.MaxPooling2D(3, strides=2, padding="same")(e)
    g = L.Conv2D(3, 1, strides=2, padding="same")(image_in)
    h = L.Concatenate()([f, g])
    return keras.Model(image_in, L.Dense(4)(L.GlobalAveragePooling2D()(h)))


def chain(shape, *parts, units=4):
    return sequential(L.Input(shape), *parts, L.Flatten(), L.Dense(units))


save("lenet-keras3", lenet())
save("lenet-h5-keras3", lenet(), form="h5")
save("lenet-json-keras3", lenet(), form="json")
save_old("lenet-keras2", lenet(), 2)
save_old("lenet-json-keras2", lenet(), 2, separate=True)
save_old("lenet-keras1", lenet(), 1)
save("residual-keras3", residual())
save("residual-h5-keras3", residual(), form="h5")
save_old("residual-keras2", residual(), 2)
save("depthwise-strided", chain((9, 8, 3), L.DepthwiseConv2D(3, strides=2, depth_multiplier=2, padding="same",
                                                              activation="relu6")))
save_old("depthwise-keras2", chain((9, 8, 3), L.DepthwiseConv2D((3, 2), use_bias=False)), 2)
save("grouped", chain((7, 7, 3), L.Conv2D(6, 3, groups=3)))
save("dilated", chain((9, 9, 2), L.Conv2D(3, (3, 2), dilation_rate=(2, 3), padding="same")))
save("same-odd", chain((8, 7, 2), L.Conv2D(3, 4, strides=2, padding="same"), L.AveragePooling2D(2, padding="same")))
save("pools", chain((9, 9, 2), L.AveragePooling2D(3, strides=2, padding="same"), L.MaxPooling2D((2, 3), strides=1,
                                                                                             padding="same")))
save("pad-crop-up", chain((6, 5, 2), L.ZeroPadding2D(((1, 2), (0, 3))), L.UpSampling2D((2, 1)),
                          L.Cropping2D(((1, 0), (2, 1))), L.MaxPooling2D(2)))
save("slopes", chain((5, 4, 3), L.PReLU(shared_axes=[1, 2]), L.LeakyReLU(), L.ReLU(negative_slope=0.1)))
save("functions", chain((4, 4, 2), L.Conv2D(3, 2, activation="sigmoid"), L.Activation("hard_sigmoid"),
                        L.Activation("tanh"), L.Conv2D(2, 1, activation="leaky_relu")))
save("norm-features", sequential(L.Input((4, 3, 2)), L.Flatten(), L.BatchNormalization(center=False, epsilon=0.01),
                                 L.PReLU(), L.Dense(3, use_bias=False)))
save("global-max", sequential(L.Input((6, 6, 2)), L.Conv2D(5, 3), L.GlobalMaxPooling2D(), L.Dense(3), L.Softmax()))
save("global-kept", sequential(L.Input((6, 6, 2)), L.Conv2D(5, 3), L.GlobalAveragePooling2D(keepdims=True),
                               L.Conv2D(3, 1), L.Flatten()))
save("plane", sequential(L.Input((6, 5)), L.Reshape((6, 5, 1)), L.Conv2D(3, 3), L.Reshape((-1,)), L.Dense(3)))
save("plane-dense", sequential(L.Input((6, 5)), L.Flatten(), L.Dense(4, activation="relu"), L.Dense(3)))
save("vector", sequential(L.Input((11,)), L.Dense(7, activation="relu"), L.Dense(3), L.Activation("softmax")))
save("sequence", sequential(L.Input((14, 3)), L.Conv1D(5, 3, strides=2, padding="same", activation="relu"),
                            L.MaxPooling1D(2), L.Conv1D(4, 2, dilation_rate=2), L.Flatten(), L.Dense(3)))
save("first", sequential(L.Input((2, 7, 6)), L.Conv2D(4, 3, data_format="channels_first"),
                         L.BatchNormalization(axis=1), L.MaxPooling2D(2, data_format="channels_first"), L.Flatten(),
                         L.Dense(3)), first=True)
save("first-flatten", sequential(L.Input((2, 7, 6)), L.Conv2D(4, 3, data_format="channels_first"),
                                 L.Flatten(data_format="channels_first"), L.Dense(3)), first=True)
save("rescaling-bytes", chain((5, 5, 3), L.Rescaling(1 / 127.5, offset=-1), L.Conv2D(2, 3)), pixels="bytes")
save("rescaling-unit", chain((5, 5, 1), L.Rescaling(2.0, offset=-1), L.Conv2D(2, 3)), pixels="unit")
normalization = L.Normalization()
normalization.adapt(np.random.default_rng(5).uniform(0, 255, (20, 5, 5, 3)))
save("normalization-bytes", chain((5, 5, 3), normalization, L.Conv2D(2, 3)), pixels="bytes")
save("normalization-config-bytes", chain((5, 5, 3), L.Rescaling(1 / 255), L.Normalization(
    mean=[0.4, 0.5, 0.6], variance=[0.1, 0.2, 0.3]), L.Conv2D(2, 3)), pixels="bytes")


def hard2(model, x):
    """Keras 2's hard sigmoid has another slope."""
    dense, last = model.layers[-2], model.layers[-1]
    h = np.clip(0.2 * (x @ np.array(dense.kernel) + np.array(dense.bias)) + 0.5, 0, 1)
    return h @ np.array(last.kernel) + np.array(last.bias)


save_old("hard-sigmoid-keras2", sequential(L.Input((6,)), L.Dense(5, activation="hard_sigmoid"), L.Dense(3)), 2,
         y=hard2)
