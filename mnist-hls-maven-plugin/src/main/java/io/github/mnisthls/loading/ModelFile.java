/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Path;

/** The words by which a model that the user names is refused. */
final class ModelFile {
    private ModelFile() {}

    static InvalidSettingException refused(Path file, String problem, String remedy) {
        return new InvalidSettingException(Settings.MODEL, file, problem, remedy);
    }
}
