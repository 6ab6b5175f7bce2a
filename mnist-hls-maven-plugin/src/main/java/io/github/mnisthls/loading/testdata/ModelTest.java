/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.testdata;

import io.github.mnisthls.loading.array.NumberArray;
import io.github.mnisthls.loading.layer.Ending;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Compares what a loaded network computes with what its file's test data say.
 *
 * @param model  that was loaded
 * @param path   of the test data
 * @param logits of the float network, for what it sees
 */
public record ModelTest(LoadedModel model, Path path, UnaryOperator<float[]> logits) {
    /** Of the outputs' range: sums in another order differ by far less, any other arithmetic by far more. */
    private static final double TOLERANCE = 1e-4;

    private static final int MOST_IMAGES = 1_000;

    /**
     * Whether all agree.
     *
     * @return a line that tells how well
     * @throws InvalidSettingException if the test data cannot be read or belong to a model of another shape, or if the
     *     network computes anything else
     */
    public String run() {
        int images = 0;
        Deviation worst = new Deviation("", 0, 0, 0, 0, 1);
        for (TestCase test : TestDataReader.read(path, model.output().number())) {
            int count = count(test);
            for (int image = 0; image < Math.min(count, MOST_IMAGES); image++) {
                worst = worst.worse(compare(test, count, image));
                images++;
            }
        }
        if (!(worst.share() <= TOLERANCE)) {
            throw refused(
                    worst + " of the range, and " + TOLERANCE + " is allowed",
                    "Are these the outputs of this very model, in evaluation mode, for these inputs? Where they are,"
                            + " the model is read wrongly: do not use it, and report it.");
        }
        return String.format(
                Locale.ROOT,
                "Compared with %s: %d images, the largest deviation is %.1e of the outputs' range",
                path,
                images,
                worst.share());
    }

    /**
     * Changes when the test data do.
     *
     * @throws InvalidSettingException if they are not there, or too large
     */
    public static String digest(Path path) {
        return TestDataReader.digest(path);
    }

    private int count(TestCase test) {
        NumberArray input = test.input();
        int size = model.network().architecture().input().size();
        int count = input.size() / size;
        boolean whole = count > 0 && count * size == input.size();
        boolean axis = whole && (count == 1 || input.extents().get(0) == count);
        int outputs = model.output().ending() == Ending.ARG_MAX
                ? 1
                : model.network().architecture().classes();
        if (!axis || test.output().size() != count * outputs) {
            throw refused(
                    test.source() + " has inputs of the extents " + input.extents() + " and outputs of "
                            + test.output().extents() + ", and the model takes images of "
                            + model.network().architecture().input().named() + " and gives " + outputs,
                    "Name the test data of this model, images along the first axis.");
        }
        return count;
    }

    private Deviation compare(TestCase test, int count, int image) {
        Shape shape = model.network().architecture().input();
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) test.input().get(image * values.length + i);
        }
        boolean last = channelsLast(test, shape, count);
        double[] got = model.outputs(logits.apply(model.input().seen(values, shape, last)));
        double low = 0;
        double high = 0;
        for (int i = 0; i < got.length; i++) {
            low = Math.min(low, test.output().get(image * got.length + i));
            high = Math.max(high, test.output().get(image * got.length + i));
        }
        Deviation worst =
                new Deviation(test.source(), image, 0, got[0], test.output().get(image * got.length), high - low);
        for (int i = 1; i < got.length; i++) {
            double expected = test.output().get(image * got.length + i);
            worst = worst.worse(new Deviation(test.source(), image, i, got[i], expected, high - low));
        }
        return worst;
    }

    /** As the model's file, unless the array's extents tell that it lies the other way. */
    private boolean channelsLast(TestCase test, Shape shape, int count) {
        List<Integer> first = List.of(count, shape.channels(), shape.height(), shape.width());
        List<Integer> last = List.of(count, shape.height(), shape.width(), shape.channels());
        boolean own = model.input().channelsLast();
        List<Integer> other = own ? first : last;
        boolean others =
                test.input().extents().equals(other) && !test.input().extents().equals(own ? last : first);
        return others != own;
    }

    private InvalidSettingException refused(String problem, String remedy) {
        return new InvalidSettingException(Settings.MODEL_TEST_DATA, path, problem, remedy);
    }
}
