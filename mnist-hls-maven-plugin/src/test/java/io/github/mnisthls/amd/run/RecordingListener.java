/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.toolchain.SynthesisListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a listener was told. */
final class RecordingListener implements SynthesisListener {
    final List<String> progress = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<String> errors = new ArrayList<>();

    @Override
    public synchronized void progress(String line) {
        progress.add(line);
    }

    @Override
    public synchronized void warning(String line) {
        warnings.add(line);
    }

    @Override
    public synchronized void error(String line) {
        errors.add(line);
    }
}
