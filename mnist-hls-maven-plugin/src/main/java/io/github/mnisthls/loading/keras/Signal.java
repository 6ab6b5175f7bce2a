/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.End;
import io.github.mnisthls.loading.layer.Ending;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.Layout.FlattenOrder;
import java.util.List;

/**
 * A tensor of the file and the value of the network that holds it. Batches are left out.
 *
 * @param value number of the value
 * @param form  how the tensor lies
 * @param image shape of the value, or, for a vector, of the image that its values were
 * @param order in which a vector's values lie in the file; the value itself has its channels first
 * @param ended the function that made it, if that is one that only ranks the logits
 */
record Signal(int value, Form form, Shape image, FlattenOrder order, End ended) {
    /** Which axes a tensor has. */
    enum Form {
        /** Rows, columns and channels, in the model's order. */
        IMAGE,
        /** Rows and columns. */
        PLANE,
        /** Steps and channels, which are the columns and channels of an image of one row. */
        SEQUENCE,
        VECTOR
    }

    static Signal vector(int value, int size) {
        return new Signal(value, Form.VECTOR, Shape.vector(size), FlattenOrder.CHW, End.NONE);
    }

    /** Another value that lies alike; a vector's values are still those of the same image. */
    Signal of(int other, Shape shape) {
        return new Signal(other, form, form == Form.VECTOR ? image : shape, order, ended);
    }

    Signal as(Form other) {
        return new Signal(value, other, image, order, ended);
    }

    Signal flat(int flattened, FlattenOrder how) {
        return new Signal(flattened, Form.VECTOR, image, how, ended);
    }

    Signal end(Ending ending, String function) {
        return new Signal(value, form, image, order, new End(ending, function));
    }

    /** Whether the values lie in the file as they do in the network. */
    boolean isNatural() {
        return order == FlattenOrder.CHW || image.channels() == 1 || image.height() * image.width() == 1;
    }

    /** Of the file's tensor, without the batch. */
    List<Integer> extents(boolean channelsFirst) {
        return switch (form) {
            case VECTOR -> List.of(image.size());
            case PLANE -> List.of(image.height(), image.width());
            case SEQUENCE -> List.of(image.width(), image.channels());
            case IMAGE ->
                channelsFirst
                        ? List.of(image.channels(), image.height(), image.width())
                        : List.of(image.height(), image.width(), image.channels());
        };
    }
}
