#!/usr/bin/env python3
# Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0
"""Makes small ONNX models, each with an input and the logits that PyTorch computes for it.

    python3 make_onnx.py FOLDER

Needs PyTorch and onnx, as in Debian's packages python3-torch and python3-onnx. Each model gets a folder of its own with
model.onnx, input_0.pb and output_0.pb, as in the ONNX model zoo. Seeds are fixed.
"""
import os
import sys
import warnings

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional as F

warnings.filterwarnings("ignore")
OUT = sys.argv[1]


def save(name, model, x, y):
    folder = os.path.join(OUT, name)
    os.makedirs(folder, exist_ok=True)
    onnx.save(model, os.path.join(folder, "model.onnx"))
    for file, values in (("input_0.pb", x), ("output_0.pb", y)):
        with open(os.path.join(folder, file), "wb") as out:
            out.write(numpy_helper.from_array(np.ascontiguousarray(values, dtype=np.float32)).SerializeToString())
    if name == "nhwc":
        np.savez_compressed(os.path.join(folder, "data.npz"), x=x, y=y)


def torch_model(name, net, shape, opset=13, **options):
    torch.manual_seed(len(name))
    net.apply(shuffle)
    net.eval()
    x = torch.randn(1, *shape)
    path = os.path.join(OUT, "tmp.onnx")
    torch.onnx.export(net, x, path, opset_version=opset, **options)
    with torch.no_grad():
        save(name, onnx.load(path), x.numpy(), net(x).numpy())
    os.remove(path)


def shuffle(module):
    """Statistics other than 0 and 1."""
    if isinstance(module, nn.BatchNorm2d) or isinstance(module, nn.BatchNorm1d):
        for values in (module.running_mean, module.weight.data, module.bias.data):
            values.copy_(torch.randn_like(values))
        module.running_var.copy_(torch.rand_like(module.running_var) + 0.5)


class Call(nn.Module):
    def __init__(self, function, **parts):
        super().__init__()
        self.function = function
        for key, part in parts.items():
            setattr(self, key, part)

    def forward(self, x):
        return self.function(self, x)


def hand(name, shape, nodes, constants, logits, opset=13, seed=1, kind=TensorProto.FLOAT):
    """A graph as it is written here; logits is what PyTorch makes of the input and the constants."""
    rng = np.random.RandomState(seed)
    weights = {
        key: value if isinstance(value, np.ndarray) else rng.randn(*value).astype(np.float32)
        for key, value in constants.items()
    }
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", kind, None)],
        [numpy_helper.from_array(value, key) for key, value in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    x = rng.randn(*[1 if isinstance(extent, str) else extent for extent in shape]).astype(np.float32)
    tensors = {key: torch.from_numpy(value.copy()) for key, value in weights.items()}
    save(name, model, x, logits(torch.from_numpy(x), tensors).numpy())


node = helper.make_node
IMAGE = (2, 9, 8)


def end(channels, height, width, classes=3):
    return nn.Sequential(nn.Flatten(), nn.Linear(channels * height * width, classes))


def torch_models():
    torch_model("conv-strided-dilated", nn.Sequential(
        nn.Conv2d(2, 4, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2)), nn.ReLU(), end(4, 5, 6)), IMAGE)
    torch_model("depthwise-multiplier", nn.Sequential(
        nn.Conv2d(2, 6, 3, groups=2, padding=1, bias=False), nn.BatchNorm2d(6), nn.ReLU6(), nn.Conv2d(6, 3, 1),
        nn.AdaptiveAvgPool2d(1), nn.Flatten()), IMAGE)
    torch_model("batchnorm-kept", nn.Sequential(
        nn.Conv2d(2, 3, 3), nn.ReLU(), nn.BatchNorm2d(3, eps=1e-3), nn.Flatten(), nn.BatchNorm1d(126),
        nn.Linear(126, 3)), IMAGE, training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)
    torch_model("activations", nn.Sequential(
        nn.Conv2d(2, 3, 3), nn.LeakyReLU(0.2), nn.Conv2d(3, 3, 1), nn.PReLU(3), nn.Conv2d(3, 3, 1), nn.Sigmoid(),
        nn.Conv2d(3, 3, 1), nn.Tanh(), nn.Conv2d(3, 3, 1), nn.Hardsigmoid(), nn.Conv2d(3, 3, 1), nn.Hardtanh(-0.5, 0.7),
        end(3, 7, 6)), IMAGE, opset=14)
    torch_model("clip-attributes", nn.Sequential(nn.Conv2d(2, 3, 3), nn.ReLU6(), end(3, 7, 6)), IMAGE, opset=9)
    torch_model("pools", nn.Sequential(
        nn.MaxPool2d(3, stride=2, padding=1), nn.Conv2d(2, 3, 2), nn.AvgPool2d(2, stride=1, padding=1),
        nn.AvgPool2d((2, 1), stride=(1, 1), padding=(1, 0), count_include_pad=False), end(3, 6, 4)), IMAGE)
    torch_model("lenet-opset7", lenet(), (1, 28, 28), opset=7)
    torch_model("lenet-symbolic-batch", lenet(), (1, 28, 28), opset=15, input_names=["image"], output_names=["logits"],
                dynamic_axes={"image": {0: "n"}, "logits": {0: "n"}})
    body = lenet()
    torch_model("softmax-end", nn.Sequential(body, nn.LogSoftmax(1)), (1, 28, 28))
    torch_model("residual", Call(
        lambda m, x: m.fc(torch.relu(m.bn(m.c2(torch.relu(m.c1(x)))) + m.short(x)).mean((2, 3))),
        c1=nn.Conv2d(2, 4, 3, padding=1, stride=2), c2=nn.Conv2d(4, 4, 3, padding=1), bn=nn.BatchNorm2d(4),
        short=nn.Conv2d(2, 4, 1, stride=2), fc=nn.Linear(4, 3)), IMAGE, opset=12)
    torch_model("concat", Call(
        lambda m, x: m.fc(torch.cat([m.a(x), m.b(x), x], 1).view(x.shape[0], -1)),
        a=nn.Conv2d(2, 2, 3, padding=1), b=nn.Conv2d(2, 3, 1), fc=nn.Linear(7 * 72, 3)), IMAGE, opset=11,
        dynamic_axes={"x": {0: "batch"}}, input_names=["x"])
    torch_model("normalized-input", Call(
        lambda m, x: m.fc(F.pad((x - torch.tensor([0.5, -0.25]).view(1, 2, 1, 1)) / torch.tensor([0.3, 4.0])
                                .view(1, 2, 1, 1), (1, 2, 0, 3)).flatten(1) * 0.5 + 1),
        fc=nn.Linear(2 * 12 * 11, 3)), IMAGE, opset=13)
    unet = dict(down=nn.Conv2d(2, 4, 3, padding=1, stride=2), up=nn.Conv2d(6, 3, 3, padding=1), fc=nn.Linear(3, 3))
    for name, opset in (("resize-skip", 11), ("upsample-skip", 9)):
        torch_model(name, Call(
            lambda m, x: m.fc(m.up(torch.cat([F.interpolate(torch.relu(m.down(x)), scale_factor=2), x], 1)).mean((2, 3))),
            **unet), (2, 8, 6), opset=opset)
    torch_model("vector", nn.Sequential(
        nn.Linear(7, 5), nn.BatchNorm1d(5), nn.ReLU(), nn.Dropout(0.5), nn.Linear(5, 3, bias=False)), (7,),
        training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 4, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(96, 10))


def same(x, w, stride, lower=False):
    total = [max((-(-n // stride) - 1) * stride + k - n, 0) for n, k in zip(x.shape[2:], w.shape[2:])]
    halves = [(t - t // 2, t // 2) if lower else (t // 2, t - t // 2) for t in total]
    return F.conv2d(F.pad(x, halves[1] + halves[0]), w, stride=stride)


def hand_models():
    hand("nhwc", [1, 9, 8, 2], [
        node("Transpose", ["x"], ["t"], "Transpose__1", perm=[0, 3, 1, 2]),
        node("Conv", ["t", "w"], ["c"], "model/conv2d_1/Conv2D", auto_pad="SAME_UPPER", strides=[2, 2]),
        node("Transpose", ["c"], ["b"], "Transpose__2", perm=[0, 2, 3, 1]),
        node("Add", ["b", "bias"], ["a"], "model/conv2d_1/BiasAdd"),
        node("Relu", ["a"], ["r"], "1relu"),
        node("Reshape", ["r", "shape"], ["f"], "model/flatten"),
        node("Mul", ["f", "perfeature"], ["m"], "缩放"),
        node("MatMul", ["m", "dense"], ["d"], "model/dense/MatMul"),
        node("Add", ["d", "densebias"], ["y"], "model/dense/BiasAdd")],
        {"w": (4, 2, 4, 3), "bias": (4,), "shape": np.array([-1, 80]), "perfeature": (80,), "dense": (80, 3),
         "densebias": (3,)},
        lambda x, t: (torch.relu(same(x.permute(0, 3, 1, 2), t["w"], 2).permute(0, 2, 3, 1) + t["bias"]).reshape(1, 80)
                      * t["perfeature"]) @ t["dense"] + t["densebias"])
    hand("nhwc-mean", [1, 9, 8, 3], [
        node("Sub", ["x", "mean"], ["s"]), node("Mul", ["s", "scale"], ["n"]),
        node("Transpose", ["n"], ["t"], perm=[0, 3, 1, 2]),
        node("Conv", ["t", "w"], ["c"], auto_pad="SAME_LOWER"),
        node("Transpose", ["c"], ["b"], perm=[0, 2, 3, 1]),
        node("ReduceMean", ["b"], ["m"], axes=[1, 2], keepdims=0),
        node("Gemm", ["m", "g", "gb"], ["y"], alpha=0.5, beta=2.0, transB=1)],
        {"mean": (3,), "scale": (3,), "w": (4, 3, 2, 2), "g": (3, 4), "gb": (3,)},
        lambda x, t: same(((x - t["mean"]) * t["scale"]).permute(0, 3, 1, 2), t["w"], 1, True).mean((2, 3))
        @ t["g"].T * 0.5 + 2 * t["gb"])
    hand("shape-arithmetic", ["n", 2, 4, 5], [
        node("Shape", ["x"], ["s"]), node("Cast", ["s"], ["sc"], to=TensorProto.INT32),
        node("Slice", ["sc", "zero", "one"], ["first"]),
        node("Constant", [], ["rest"], value=numpy_helper.from_array(np.array([40], np.int32))),
        node("Concat", ["first", "rest"], ["whole"], axis=0), node("Cast", ["whole"], ["wide"], to=TensorProto.INT64),
        node("Reshape", ["x", "wide"], ["f"]), node("MatMul", ["f", "w"], ["d"]), node("Sub", ["c", "d"], ["e"]),
        node("Unsqueeze", ["e", "two"], ["u"]), node("Squeeze", ["u", "two"], ["z"]),
        node("Softmax", ["z"], ["y"])],
        {"zero": np.array([0]), "one": np.array([1]), "two": np.array([2]), "w": (40, 3), "c": (1, 3)},
        lambda x, t: F.softmax(t["c"] - x.reshape(1, 40) @ t["w"], 1))
    hand("argmax-end", [1, 12], [
        node("MatMul", ["x", "w"], ["m"]), node("Softmax", ["m"], ["p"]),
        node("ArgMax", ["p"], ["y"], axis=-1, keepdims=0)],
        {"w": (12, 3)}, lambda x, t: (x @ t["w"]).argmax(1), kind=TensorProto.INT64)
    hand("scaled-bytes", [1, 3, 6, 5], [
        node("Div", ["x", "range"], ["u"]), node("Sub", ["u", "mean"], ["c"]), node("Mul", ["c", "scale"], ["n"]),
        node("Conv", ["n", "w"], ["v"], pads=[1, 1, 1, 1]), node("GlobalAveragePool", ["v"], ["g"]),
        node("Flatten", ["g"], ["y"])],
        {"range": np.array([255], np.float32), "mean": np.array([0.48, 0.45, 0.4], np.float32).reshape(1, 3, 1, 1),
         "scale": np.array([4.4, 4.5, 4.3], np.float32).reshape(3, 1, 1), "w": (3, 3, 3, 3)},
        lambda x, t: F.conv2d((x / 255 - t["mean"]) * t["scale"], t["w"], padding=1).mean((2, 3)))
    hand("digits", ["n", 1, 8, 8], [
        node("Div", ["x", "range"], ["u"], name="scale"),
        node("Conv", ["u", "w", "b"], ["c"], name="/features/0/Conv", pads=[1, 1, 1, 1]),
        node("Relu", ["c"], ["r"], name="relu-1"), node("MaxPool", ["r"], ["m"], name="1pool", kernel_shape=[2, 2],
                                                        strides=[2, 2]),
        node("Flatten", ["m"], ["f"]), node("Gemm", ["f", "d"], ["g"], name="\u5168\u8fde\u63a5", transB=1),
        node("Softmax", ["g"], ["y"])],
        {"range": np.array([255], np.float32), "w": (4, 1, 3, 3), "b": (4,), "d": (4, 64)},
        lambda x, t: F.softmax(F.max_pool2d(F.relu(F.conv2d(x / 255, t["w"], t["b"], padding=1)), 2).flatten(1)
                               @ t["d"].T, 1))
    hand("resize-sizes-nhwc", [1, 6, 5, 2], [
        node("Resize", ["x", "", "", "sizes"], ["r"], mode="nearest", coordinate_transformation_mode="half_pixel",
             nearest_mode="round_prefer_floor"),
        node("Reshape", ["r", "shape"], ["f"]), node("MatMul", ["f", "w"], ["y"])],
        {"sizes": np.array([1, 18, 10, 2]), "shape": np.array([1, 360]), "w": (360, 3)},
        lambda x, t: F.interpolate(x.permute(0, 3, 1, 2), scale_factor=(3, 2)).permute(0, 2, 3, 1).reshape(1, 360) @ t["w"])
    half = np.random.RandomState(5).randn(3, 2, 3, 3).astype(np.float16)
    hand("float16-weights", [1, 2, 9, 8], [
        node("Cast", ["half"], ["w"], to=TensorProto.FLOAT),
        node("Pad", ["x", "pads"], ["p"]),
        node("Conv", ["p", "w"], ["c"], pads=[1, 0, 0, 2]),
        node("Identity", ["c"], ["i"]), node("Dropout", ["i"], ["d"]),
        node("GlobalAveragePool", ["d"], ["g"]), node("Flatten", ["g"], ["y"])],
        {"half": half, "pads": np.array([0, 0, 1, 0, 0, 0, 0, 2])},
        lambda x, t: F.conv2d(F.pad(x, (0, 4, 2, 0)), t["half"].float()).mean((2, 3)))


os.makedirs(OUT, exist_ok=True)
torch_models()
hand_models()
