/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetReaderTest {
    private static final String IMAGES = "t10k-images-idx3-ubyte";
    private static final String LABELS = "t10k-labels-idx1-ubyte";

    @TempDir
    private Path folder;

    @BeforeEach
    void twoImagesOfTwoByThree() throws IOException {
        for (String set : new String[] {"train", "t10k"}) {
            Files.write(folder.resolve(set + "-images-idx3-ubyte"), idx(8, new int[] {2, 2, 3}, 12));
            Files.write(folder.resolve(set + "-labels-idx1-ubyte"), idx(8, new int[] {2}, 2));
        }
    }

    @Test
    void readsTheShippedMnist() {
        Dataset mnist = DatasetReader.mnist();

        assertThat(mnist.training().count()).isEqualTo(60_000);
        assertThat(mnist.test().count()).isEqualTo(10_000);
        assertThat(mnist.test().shape()).isEqualTo(new Shape(1, 28, 28));
        assertThat(mnist.test().label(0)).isEqualTo(7);
        assertThat(mnist.training().label(0)).isEqualTo(5);
    }

    @Test
    void readsPlainAndCompressedFilesAlike() throws IOException {
        Dataset plain = DatasetReader.folder(folder, 10);
        compress(IMAGES);

        Dataset compressed = DatasetReader.folder(folder, 10);

        assertThat(compressed.digest()).isEqualTo(plain.digest());
        assertThat(compressed.test().pixel(1, 5)).isEqualTo(11);
        assertThat(compressed.test().shape()).isEqualTo(new Shape(1, 2, 3));
    }

    @Test
    void bringsChannelsToTheFront() throws IOException {
        for (String set : new String[] {"train", "t10k"}) {
            Files.write(folder.resolve(set + "-images-idx3-ubyte"), idx(8, new int[] {2, 1, 2, 3}, 12));
        }

        LabeledImages images = DatasetReader.folder(folder, 10).test();

        assertThat(images.shape()).isEqualTo(new Shape(3, 1, 2));
        byte[] second = new byte[6];
        images.copyImage(1, second);
        assertThat(second).containsExactly(6, 9, 7, 10, 8, 11);
    }

    @Test
    void fingerprintFollowsTheFiles() throws IOException {
        String before = DatasetReader.fingerprint(folder);
        Files.write(folder.resolve(LABELS), idx(8, new int[] {2}, 2, 1));

        assertThat(DatasetReader.fingerprint(folder)).isNotEqualTo(before);
    }

    @Test
    void refusesAMissingFile() throws IOException {
        Files.delete(folder.resolve(LABELS));

        assertRefused("<dataset>", "holds neither", LABELS);
    }

    @Test
    void refusesTruncatedData() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(IMAGES));
        Files.write(folder.resolve(IMAGES), Arrays.copyOf(whole, whole.length - 1));

        assertRefused(IMAGES, "promises 12 bytes of data, but there are 11");
    }

    @Test
    void refusesSurplusData() throws IOException {
        Files.write(folder.resolve(IMAGES), new byte[] {1}, StandardOpenOption.APPEND);

        assertRefused(IMAGES, "promises 12 bytes of data, but there are more");
    }

    /** A gigabyte of zeros behind a header that promises 12 bytes, or more than there is memory for. */
    @ParameterizedTest
    @ValueSource(ints = {2, 100_000_000})
    void bombsTakeNoMemory(int images) throws IOException {
        Files.delete(folder.resolve(IMAGES));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(IMAGES + ".gz")))) {
            out.write(idx(8, new int[] {images, 2, 3}, 0));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertRefused(IMAGES + ".gz");

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
    }

    @Test
    void refusesFilesOfAnySizeWithoutReadingThem() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(IMAGES).toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertRefused(IMAGES, "it has more than 1024 MiB");
        assertThatThrownBy(() -> DatasetReader.fingerprint(folder)).hasMessageContaining("it has more than 1024 MiB");
    }

    @Test
    void saysWhenMavenHasTooLittleMemory() {
        assertThatThrownBy(() -> IdxFile.requireMemory("train", 200 << 20, 256 << 20))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("train", "takes 201 MiB", "257 MiB", "MAVEN_OPTS=-Xmx857m", "<dataset>");
        IdxFile.requireMemory("train", 100 << 20, 256 << 20);
    }

    @Test
    void refusesATruncatedHeader() throws IOException {
        Files.write(folder.resolve(IMAGES), new byte[] {0, 0, 8, 3, 0, 0});

        assertRefused(IMAGES, "header is cut off");
    }

    @Test
    void refusesTruncatedGzip() throws IOException {
        compress(IMAGES);
        Path file = folder.resolve(IMAGES + ".gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));

        assertRefused(IMAGES + ".gz", "gzip data is cut off");
    }

    @Test
    void refusesCorruptGzip() throws IOException {
        compress(IMAGES);
        Path file = folder.resolve(IMAGES + ".gz");
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length - 6] ^= 0x55;
        Files.write(file, whole);

        assertRefused(IMAGES + ".gz", "gzip data is corrupt");
    }

    @Test
    void refusesWrongMagicTypeAndRank() throws IOException {
        Files.write(folder.resolve(LABELS), new byte[] {1, 0, 8, 1});
        assertRefused(LABELS, "does not begin with the IDX magic number");
        Files.write(folder.resolve(LABELS), idx(0x0d, new int[] {2}, 2));
        assertRefused(LABELS, "element type is 0x0d");
        Files.write(folder.resolve(LABELS), idx(8, new int[] {1, 2}, 2));
        assertRefused(LABELS, "has 2 dimensions");
    }

    @Test
    void refusesALabelOutOfRange() throws IOException {
        Files.write(folder.resolve(LABELS), idx(8, new int[] {2}, 2, 10));

        assertRefused(
                LABELS,
                "its labels are from 10 to 11, but the network has 10 classes, 0 to 9. Give the network's last layer 12"
                        + " units, or correct the labels.");
    }

    /** EMNIST's letters are numbered from 1 to 26. */
    @Test
    void labelsThatBeginAtOneAreTold() throws IOException {
        Files.write(folder.resolve(LABELS), idx(8, new int[] {2}, 2, 1));

        assertThatThrownBy(() -> DatasetReader.folder(folder, 2))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(
                        "its labels are from 1 to 2",
                        "they begin at 1 instead of 0. Subtract 1 from each label, or give the network 3 units")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("Copy it again"));
    }

    @Test
    void imagesInOneDimensionAreToBeReshaped() throws IOException {
        Files.write(folder.resolve(IMAGES), idx(8, new int[] {2, 6}, 12));

        assertRefused(IMAGES, "2 dimensions, count and pixels", "Reshape it: the same bytes after a header of 3");
    }

    @Test
    void theErrorPageOfAServerIsTold() throws IOException {
        Files.delete(folder.resolve(IMAGES));
        Files.writeString(folder.resolve(IMAGES + ".gz"), "<!DOCTYPE html><html>404</html>");

        assertRefused(IMAGES + ".gz", "a web page", "see what the server says, and download the file again");
    }

    private void rename(String prefix, String test, String ending) throws IOException {
        for (String name : new String[] {"images-idx3-ubyte", "labels-idx1-ubyte"}) {
            String other = name.replace("-idx", ending + "idx");
            Files.move(folder.resolve("train-" + name), folder.resolve(prefix + "train-" + other));
            Files.move(folder.resolve("t10k-" + name), folder.resolve(prefix + test + "-" + other));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', t10k, .", "'', test, -", "emnist-balanced-, test, -", "kuzushiji_, t10k, ."})
    void theNamesThatPeopleHaveAreTaken(String prefix, String test, String ending) throws IOException {
        String before = DatasetReader.folder(folder, 10).digest();
        rename(prefix, test, ending);

        assertThat(DatasetReader.folder(folder, 10).digest()).isEqualTo(before);
        assertThat(DatasetReader.fingerprint(folder)).isNotEmpty();
    }

    @Test
    void oneOfSeveralSetsIsNamedByItsPrefix() throws IOException {
        rename("emnist-letters-", "test", "-");
        twoImagesOfTwoByThree();
        rename("emnist-digits-", "test", "-");

        assertRefused(
                "several data sets, whose files begin with emnist-digits-, emnist-letters-",
                "Name one of them in <datasetPrefix> (-Dmnist-hls.datasetPrefix), such as emnist-digits-.");
        assertThat(DatasetReader.folder(folder.resolve("emnist-letters-"), 10)
                        .test()
                        .count())
                .isEqualTo(2);
        assertThatThrownBy(() -> DatasetReader.folder(folder.resolve("emnist-mnist-"), 10))
                .hasMessageContaining(
                        "emnist-mnist-': there is no such folder, and no files whose names begin like this");
    }

    @Test
    void refusesCountsAndShapesThatDisagree() throws IOException {
        Files.write(folder.resolve(LABELS), idx(8, new int[] {3}, 3));
        assertRefused(LABELS, "3 labels for the 2 images");
        Files.write(folder.resolve(LABELS), idx(8, new int[] {2}, 2));
        Files.write(folder.resolve(IMAGES), idx(8, new int[] {2, 3, 2}, 12));
        assertRefused(IMAGES, "3x2, but the training images are 1x2x3 (channels x rows x columns)");
    }

    @Test
    void checksSha256SumsWhereThereAreSome() throws IOException {
        Path sums = folder.resolve("SHA256SUMS");
        Files.writeString(sums, Digest.of(folder.resolve(IMAGES)) + "  " + IMAGES + "\n");
        assertThat(DatasetReader.folder(folder, 10).test().count()).isEqualTo(2);

        Files.writeString(sums, "0".repeat(64) + "  " + IMAGES + "\n");
        assertRefused(IMAGES, "its SHA-256 is", "SHA256SUMS says 0000");
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> DatasetReader.folder(folder, 10))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(parts);
    }

    private void compress(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
            out.write(Files.readAllBytes(file));
        }
        Files.delete(file);
    }

    /** An IDX file whose data counts up from {@code first}. */
    private static byte[] idx(int type, int[] extents, int size, int... first) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {0, 0, (byte) type, (byte) extents.length});
        for (int extent : extents) {
            out.write(ByteBuffer.allocate(4).putInt(extent).array());
        }
        for (int i = 0; i < size; i++) {
            out.write(i + (first.length == 0 ? 0 : first[0]));
        }
        return out.toByteArray();
    }
}
