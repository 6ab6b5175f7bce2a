/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;

/** Reads layers without values that work on images. */
final class ImageReader {
    private final ReadGraph graph;

    ImageReader(ReadGraph graph) {
        this.graph = graph;
    }

    int pooling(SourceLayer<SubsamplingLayer> source) {
        SubsamplingLayer layer = source.conf();
        graph.requireSameFormat(layer.getCnn2dDataFormat());
        Window window = WindowReader.of(layer, graph.shape(source.from()));
        String name = graph.names().next("pool", source.name());
        return switch (layer.getPoolingType()) {
            case MAX -> graph.add(new MaxPool(name, window), source.from());
            case AVG -> graph.add(average(name, window, layer.isAvgPoolIncludePadInDivisor()), source.from());
            case SUM, PNORM -> throw Refusal.unsupported("poolingType", layer.getPoolingType(), "MAX and AVG");
        };
    }

    /** Without padding there is nothing to count, and the default is as good. */
    private static AveragePool average(String name, Window window, boolean countPadding) {
        return new AveragePool(name, window, countPadding || window.padding().isNone());
    }

    int globalPooling(SourceLayer<GlobalPoolingLayer> source) {
        GlobalPoolingLayer layer = source.conf();
        String name = graph.names().next("pool", source.name());
        Shape shape = graph.shape(source.from());
        return switch (layer.getPoolingType()) {
            case AVG -> graph.add(new GlobalAveragePool(name), source.from());
            case MAX -> graph.add(new MaxPool(name, Window.whole(shape)), source.from());
            case SUM, PNORM -> throw Refusal.unsupported("poolingType", layer.getPoolingType(), "AVG and MAX");
        };
    }

    int padding(SourceLayer<ZeroPaddingLayer> source) {
        graph.requireSameFormat(source.conf().getDataFormat());
        Padding padding = sides(source.conf().getPadding());
        return graph.addPadding(new ZeroPad(graph.names().next("pad", source.name()), padding), padding, source.from());
    }

    int cropping(SourceLayer<Cropping2D> source) {
        graph.requireSameFormat(source.conf().getDataFormat());
        String name = graph.names().next("crop", source.name());
        return graph.add(new Crop(name, sides(source.conf().getCropping())), source.from());
    }

    int upsampling(SourceLayer<Upsampling2D> source) {
        graph.requireSameFormat(source.conf().getFormat());
        int[] factors = source.conf().getSize();
        String name = graph.names().next("upsample", source.name());
        return graph.add(new Upsample(name, factors[0], factors[1]), source.from());
    }

    private static Padding sides(int[] extents) {
        return new Padding(extents[0], extents[1], extents[2], extents[3]);
    }
}
