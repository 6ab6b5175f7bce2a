/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.dataset.DatasetFiles.Role;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a training and a test set from four IDX files: those in the plugin's jar, or a folder's. */
public final class DatasetReader {
    /** Of the images that come with the plugin. */
    public static final Shape MNIST_SHAPE = new Shape(1, 28, 28);

    /** Where a user's folder is named. */
    private static final String CHECKSUMS = "SHA256SUMS";

    /** A header more than the most data that an IDX file may have. */
    private static final long MOST_BYTES = (1L << 30) + 20;

    private static final long MOST_SUM_BYTES = 16 << 20;

    private static final Pattern SUM_LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");
    private static final String RESOURCES = "/io/github/mnisthls/mnist/";
    private static final List<String> FILES =
            Stream.of(Role.values()).map(Role::fileName).toList();

    /** SHA-256 of the unpacked MNIST files. */
    private static final Map<String, String> SHIPPED = Map.of(
            FILES.get(0), "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            FILES.get(1), "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            FILES.get(2), "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            FILES.get(3), "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private DatasetReader() {}

    /**
     * The MNIST database as shipped: 60,000 training and 10,000 test images of 1x28x28.
     *
     * @throws InvalidSettingException if the plugin's jar is damaged
     */
    public static Dataset mnist() {
        return read(FILES.stream().map(DatasetReader::shipped).toList(), 10);
    }

    /**
     * Four files with MNIST's or EMNIST's names in a folder, each plain or with the ending {@code .gz}. Images have three dimensions
     * (count, rows, columns) or four (count, rows, columns, channels). Where the folder holds {@code SHA256SUMS}, as
     * {@code sha256sum} writes it, the files that it names must agree with it.
     *
     * @param classes labels must be below this
     * @throws InvalidSettingException if a file is missing, damaged or does not fit the others
     */
    public static Dataset folder(Path folder, int classes) {
        return read(
                files(folder).stream()
                        .map(file -> fromFolder(file.resolveSibling(CHECKSUMS), file))
                        .toList(),
                classes);
    }

    /** Shape of a folder's images, by the header of the training images. */
    public static Shape shape(Path folder) {
        Path path = files(folder).get(0);
        return shape(IdxFile.dimensions(path.toString(), () -> Files.newInputStream(path), 3, 4));
    }

    /** A digest that changes when a file of the folder or its checksums do; reads the files but does not unpack them. */
    public static String fingerprint(Path folder) {
        Digest digest = Digest.create();
        List<Path> files = files(folder);
        for (int i = 0; i < files.size(); i++) {
            digest.add(FILES.get(i).getBytes(StandardCharsets.UTF_8)).add(files.get(i));
        }
        Path sums = files.get(0).resolveSibling(CHECKSUMS);
        if (Files.isRegularFile(sums)) {
            digest.add(sums);
        }
        return digest.hex();
    }

    private static Dataset read(List<IdxFile> files, int classes) {
        LabeledImages training = join(files.get(0), files.get(1), classes);
        LabeledImages test = join(files.get(2), files.get(3), classes);
        if (!training.shape().equals(test.shape())) {
            throw IdxFile.damaged(
                    files.get(2).name(),
                    "its images are " + Shape.named(test.shape(), ", but the training images are ", training.shape()));
        }
        Digest digest = Digest.create();
        files.forEach(file -> file.addTo(digest));
        return new Dataset(training, test, digest.hex());
    }

    private static LabeledImages join(IdxFile images, IdxFile labels, int classes) {
        List<Integer> extents = images.dimensions();
        int count = extents.get(0);
        if (count != labels.dimensions().get(0)) {
            throw IdxFile.damaged(
                    labels.name(),
                    "it holds " + labels.dimensions().get(0) + " labels for the " + count + " images of "
                            + images.name());
        }
        byte[] values = labels.data();
        checkLabels(labels.name(), values, classes);
        Shape shape = shape(extents);
        return new LabeledImages(shape, channelsFirst(images.data(), shape), values);
    }

    private static void checkLabels(String name, byte[] labels, int classes) {
        int least = 255;
        int most = 0;
        for (byte label : labels) {
            least = Math.min(least, label & 0xff);
            most = Math.max(most, label & 0xff);
        }
        if (most < classes) {
            return;
        }
        String problem = "its labels are from " + least + " to " + most + ", but the network has " + classes
                + " classes, 0 to " + (classes - 1);
        throw most == classes && least == 1
                ? IdxFile.unusable(
                        name,
                        problem + ": they begin at 1 instead of 0",
                        "Subtract 1 from each label, or give the network " + (classes + 1)
                                + " units, the first of which stands for no class.")
                : IdxFile.unusable(
                        name,
                        problem,
                        "Give the network's last layer " + (most + 1) + " units, or correct the labels.");
    }

    private static Shape shape(List<Integer> extents) {
        int channels = extents.size() == 4 ? extents.get(3) : 1;
        return new Shape(channels, extents.get(1), extents.get(2));
    }

    /** From rows, columns, channels (as IDX files hold them) to channels, rows, columns. */
    private static byte[] channelsFirst(byte[] pixels, Shape shape) {
        int channels = shape.channels();
        if (channels == 1) {
            return pixels;
        }
        int area = shape.height() * shape.width();
        byte[] result = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int image = i / shape.size();
            int position = i % shape.size();
            result[image * shape.size() + position % channels * area + position / channels] = pixels[i];
        }
        return result;
    }

    private static IdxFile shipped(String name) {
        IdxFile file = parse(name, () -> resource(name + ".gz"));
        Digest content = Digest.create();
        file.addTo(content);
        String digest = content.hex();
        if (!digest.equals(SHIPPED.get(name))) {
            throw IdxFile.damaged(
                    name, "its SHA-256 is " + digest + " instead of " + SHIPPED.get(name) + " (damaged plugin jar)");
        }
        return file;
    }

    private static InputStream resource(String name) {
        InputStream in = DatasetReader.class.getResourceAsStream(RESOURCES + name);
        if (in == null) {
            throw new IllegalStateException("The plugin's jar lacks " + name);
        }
        return in;
    }

    private static IdxFile fromFolder(Path sums, Path path) {
        checkSum(sums, path);
        return parse(path.toString(), () -> Files.newInputStream(path));
    }

    private static void checkSum(Path sums, Path file) {
        if (!Files.isRegularFile(sums)) {
            return;
        }
        String digest = Digest.of(file);
        for (String line : text(sums).lines().toList()) {
            Matcher entry = SUM_LINE.matcher(line);
            if (entry.matches()
                    && entry.group(2).equals(file.getFileName().toString())
                    && !entry.group(1).equalsIgnoreCase(digest)) {
                throw IdxFile.damaged(
                        file.toString(), "its SHA-256 is " + digest + ", but " + sums + " says " + entry.group(1));
            }
        }
    }

    private static IdxFile parse(String name, IdxFile.Source source) {
        return name.contains("-labels") ? IdxFile.parse(name, source, 1) : IdxFile.parse(name, source, 3, 4);
    }

    private static List<Path> files(Path folder) {
        List<Path> files = DatasetFiles.of(folder).all();
        files.forEach(file -> checkSize(file, MOST_BYTES));
        return files;
    }

    private static void checkSize(Path path, long most) {
        try {
            if (Files.size(path) > most) {
                throw IdxFile.damaged(path.toString(), "it has more than " + (most >> 20) + " MiB");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static String text(Path path) {
        checkSize(path, MOST_SUM_BYTES);
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
