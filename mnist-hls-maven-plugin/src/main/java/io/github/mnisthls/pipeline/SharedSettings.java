/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;

/**
 * What the goals of one build want of their work folders. Two goals that share a folder must want the same: else each
 * would undo the other's work, and a network would be trained twice.
 */
public final class SharedSettings {
    private static final String WHO = " who";

    private final ConcurrentMap<String, Map<String, String>> wanted;
    private final String who;

    /**
     * The view of one goal.
     *
     * @param wanted kept by the build from goal to goal; types of the JDK only, for goals may be of two class loaders
     * @param who    the goal, as a person would look for it in the POM
     */
    public SharedSettings(ConcurrentMap<String, Map<String, String>> wanted, String who) {
        this.wanted = wanted;
        this.who = who;
    }

    /**
     * Says what this goal wants.
     *
     * @throws InvalidSettingException if another goal wants something else of the same folder
     */
    void agree(Path folder, StepName step, Map<String, String> inputs) {
        if (step.compareTo(StepName.GENERATE) > 0) {
            // Simulating twice with different compilers is fine.
            return;
        }
        Map<String, String> settings = new TreeMap<>(inputs);
        settings.keySet().removeIf(SharedSettings::mayChangeDuringABuild);
        settings.put(WHO, who);
        Map<String, String> other = wanted.putIfAbsent(folder + "|" + step, settings);
        if (other != null) {
            difference(settings, other).ifPresent(name -> {
                throw conflict(folder, name, settings, other);
            });
        }
    }

    /** What another plugin may make during the build. */
    private static boolean mayChangeDuringABuild(String input) {
        return input.equals("dataset") || input.equals("templates");
    }

    private static Optional<String> difference(Map<String, String> settings, Map<String, String> other) {
        TreeSet<String> names = new TreeSet<>(settings.keySet());
        names.addAll(other.keySet());
        names.remove(WHO);
        return names.stream()
                .filter(name -> !settings.getOrDefault(name, "").equals(other.getOrDefault(name, "")))
                .findFirst();
    }

    private static InvalidSettingException conflict(
            Path folder, String name, Map<String, String> settings, Map<String, String> other) {
        return new InvalidSettingException("Two goals of this build want different things of the work folder " + folder
                + ": " + name + " is " + shown(settings, name) + " for " + settings.get(WHO) + ", but "
                + shown(other, name) + " for " + other.get(WHO)
                + ". Put what they share in the plugin's <configuration>, outside of <executions>; a second network"
                + " needs a " + Settings.WORK_DIRECTORY + " of its own.");
    }

    private static String shown(Map<String, String> settings, String name) {
        return "'" + settings.getOrDefault(name, "not set") + "'";
    }
}
