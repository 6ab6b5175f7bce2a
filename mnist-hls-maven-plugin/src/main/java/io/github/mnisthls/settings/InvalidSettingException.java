/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

/** A value that the user gave and can mend. The message is complete: what, where, value seen, remedy. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param setting where it is set
     * @param seen    the value found there
     * @param problem what is wrong with it
     * @param remedy  how to mend it, as an imperative sentence
     */
    public InvalidSettingException(Setting setting, Object seen, String problem, String remedy) {
        this(setting.toString(), seen, problem, remedy);
    }

    /**
     * The same for a value within a setting or a file.
     *
     * @param place   the setting or file, and the place in it
     * @param seen    the value found there
     * @param problem what is wrong with it
     * @param remedy  how to mend it, as an imperative sentence
     */
    public InvalidSettingException(String place, Object seen, String problem, String remedy) {
        this(place + " is '" + SeenValue.of(seen) + "': " + problem + ". " + remedy);
    }

    public InvalidSettingException(String message) {
        super(BoundedMessage.of(message));
    }

    public InvalidSettingException(String message, Throwable cause) {
        super(BoundedMessage.of(message), cause);
    }
}
