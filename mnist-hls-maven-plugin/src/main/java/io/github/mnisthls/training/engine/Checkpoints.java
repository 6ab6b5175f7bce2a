/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.TrainingFailedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The state after the last two epochs, each in a file of its own that ends in a checksum: if the newer was damaged, the
 * older one is used.
 *
 * @param folder where they lie
 * @param job    digest of everything that decides the result; checkpoints of another job are not used
 * @param notice told about a checkpoint that cannot be used
 */
record Checkpoints(Path folder, String job, Consumer<String> notice) {
    private static final int KEPT = 2;
    private static final int DIGEST_CHARACTERS = 64;

    /** Writes the state and removes what is older than the one before it. */
    void save(TrainingState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(job);
            out.writeInt(state.epochsDone());
            for (EpochReport report : state.reports) {
                out.writeDouble(report.loss());
                out.writeDouble(report.validationLoss());
                out.writeDouble(report.validationAccuracy());
                out.writeDouble(report.imagesPerSecond());
                out.writeDouble(report.seconds());
            }
            out.writeInt(state.optimizer.steps);
            for (float[] values : arrays(state)) {
                for (float value : values) {
                    out.writeFloat(value);
                }
            }
            out.write(Digest.of(bytes.toByteArray()).getBytes(StandardCharsets.US_ASCII));
            AtomicFile.write(file(state.epochsDone()), bytes.toByteArray());
            Files.deleteIfExists(file(state.epochsDone() - KEPT));
        } catch (UncheckedIOException e) {
            throw cannotWrite(state, e.getCause());
        } catch (IOException e) {
            throw cannotWrite(state, e);
        }
    }

    private TrainingFailedException cannotWrite(TrainingState state, IOException e) {
        return new TrainingFailedException(
                "Cannot write the checkpoint of epoch " + state.epochsDone() + " to " + folder + ": " + e.getMessage()
                        + ". Fix the cause (disk space, permissions) and build again: the training then continues"
                        + " after the last checkpoint that was written.",
                e);
    }

    /** Takes over the newest state that can be used, at most {@code epochs} epochs old; returns whether there was one. */
    boolean restore(TrainingState state, int epochs) {
        for (int epoch = epochs; epoch > 0; epoch--) {
            if (Files.exists(file(epoch)) && read(file(epoch), state)) {
                return true;
            }
        }
        return false;
    }

    private boolean read(Path file, TrainingState state) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - DIGEST_CHARACTERS;
            byte[] content = Arrays.copyOf(bytes, Math.max(length, 0));
            String digest = new String(bytes, content.length, bytes.length - content.length, StandardCharsets.US_ASCII);
            if (!Digest.of(content).equals(digest)) {
                notice.accept(
                        "checkpoint " + file.getFileName() + " is damaged (wrong checksum), using the one before");
                return false;
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
            if (!in.readUTF().equals(job)) {
                return false;
            }
            readState(in, state);
            return true;
        } catch (IOException e) {
            notice.accept("checkpoint " + file.getFileName() + " cannot be read (" + e.getMessage()
                    + "), using the one before");
            return false;
        }
    }

    private static void readState(DataInputStream in, TrainingState state) throws IOException {
        int epochs = in.readInt();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            state.reports.add(new EpochReport(
                    epoch, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        state.optimizer.steps = in.readInt();
        for (float[] values : arrays(state)) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
        }
    }

    private static List<float[]> arrays(TrainingState state) {
        return List.of(
                state.optimizer.first,
                state.optimizer.second,
                state.current.parameters,
                state.current.statistics,
                state.average.parameters,
                state.average.statistics,
                state.best.parameters,
                state.best.statistics);
    }

    private Path file(int epoch) {
        return folder.resolve("epoch-" + epoch + ".bin");
    }
}
