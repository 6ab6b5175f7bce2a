/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

/** A value that the user gave and can mend. The message is complete: what, where, value seen, remedy. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param setting where it is set, as {@code <element> (-Dproperty)}, or a file's name
     * @param seen    the value found there
     * @param problem what is wrong with it
     * @param remedy  how to mend it, as an imperative sentence
     */
    public InvalidSettingException(String setting, Object seen, String problem, String remedy) {
        super(setting + " is '" + seen + "': " + problem + ". " + remedy);
    }

    public InvalidSettingException(String message) {
        super(message);
    }

    public InvalidSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
