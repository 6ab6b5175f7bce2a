/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.message.DataLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Groups, attributes and arrays of an HDF5 file, no more of them than a network can have. */
final class Hdf5 {
    private static final int MAX_VALUES = 1 << 24;
    private static final int MAX_NAMES = 10_000;

    /** Where an array is that nobody has written. */
    private static final long NOWHERE = -1;

    private final HdfFile file;
    private final Hdf5Texts texts;
    private int valuesLeft = MAX_VALUES;

    Hdf5(HdfFile file) {
        this.file = file;
        texts = new Hdf5Texts(file.getHdfBackingStorage());
    }

    Group root() {
        return file;
    }

    /** Refuses a file that ends before its head says. */
    void checkWhole() {
        long told = file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
        long size = file.getHdfBackingStorage().size();
        if (told > size) {
            throw new NotReadable(
                    "it has " + size + " bytes, and its head says " + told, "Save or copy the model again.");
        }
    }

    Hdf5Texts texts() {
        return texts;
    }

    /** A member of a group; links that lead elsewhere are refused, as they may lead out of the file. */
    static Optional<Node> member(Group group, String name) {
        Node node = group.getChildren().get(name);
        if (node != null && node.isLink()) {
            throw new NotReadable("'" + node.getPath() + "' is a link", "Save the model again, in one file.");
        }
        return Optional.ofNullable(node);
    }

    static Optional<Group> group(Group parent, String name) {
        return member(parent, name).filter(Group.class::isInstance).map(Group.class::cast);
    }

    static List<String> names(Group group) {
        if (group.getChildren().size() > MAX_NAMES) {
            throw new NotReadable(
                    "'" + group.getPath() + "' has more than " + MAX_NAMES + " members", "Use a smaller network.");
        }
        return List.copyOf(new TreeMap<>(group.getChildren()).keySet());
    }

    /** Number of values of these extents; where there are too many, just the largest number. */
    static int size(long... extents) {
        long size = 1;
        for (long extent : extents) {
            if (extent < 0 || extent > MAX_VALUES || size * extent > MAX_VALUES) {
                return Integer.MAX_VALUE;
            }
            size *= extent;
        }
        return (int) size;
    }

    /** An array of float32 values that lie in one piece, as Keras writes them: nothing is unpacked. */
    StoredArray array(Dataset data) {
        int size = size(data.getDimensionsAsLong());
        if (size > valuesLeft) {
            return StoredArray.unreadable("there are more than 2^24 values");
        }
        if (!Binary32.is(data.getDataType())) {
            return StoredArray.unreadable("they are " + data.getJavaType().getSimpleName() + " of "
                    + data.getDataType().getSize() + " bytes, but only IEEE 754 float32 can be read");
        }
        if (data.getDataLayout() == DataLayout.CHUNKED || !data.getFilters().isEmpty()) {
            return StoredArray.unreadable("they are compressed or in several pieces");
        }
        if (data instanceof ContiguousDataset piece && size > 0 && piece.getDataAddress() == NOWHERE) {
            return StoredArray.unreadable("the file does not hold them");
        }
        valuesLeft -= size;
        Object flat = data.isScalar() ? new float[] {(Float) data.getData()} : data.getDataFlat();
        float[] values = (float[]) flat;
        if (values.length != size) {
            return StoredArray.unreadable("they are not complete");
        }
        return StoredArray.of(Arrays.stream(data.getDimensions()).boxed().toList(), values);
    }
}
