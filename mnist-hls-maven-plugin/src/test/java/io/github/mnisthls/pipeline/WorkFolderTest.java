/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isUsedByOneBuildAtATime() {
        try (WorkFolder.Lock lock = new WorkFolder(folder).lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> new WorkFolder(folder).lock())
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContainingAll("Another build", folder.toString(), "<workDirectory>");
        }
        new WorkFolder(folder).lock().close();
    }

    @Test
    void saysWhatToDoWhenItCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new WorkFolder(file.resolve("mnist-hls")).lock())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("cannot be written", "<workDirectory> (-Dmnist-hls.workDirectory)");
    }
}
