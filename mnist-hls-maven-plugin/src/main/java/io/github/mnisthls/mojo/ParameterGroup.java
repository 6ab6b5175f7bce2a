/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What parameters are about, in the order in which the goal {@code help} lists them. */
enum ParameterGroup {
    GOAL("This goal alone", List.of()),
    NETWORK("Network and data", List.of(NetworkParameters.class)),
    TRAINING("Training", List.of(TrainingParameters.class)),
    PRECISION("Precision", List.of(PrecisionParameters.class)),
    PLAN("Hardware plan", List.of(PlanParameters.class)),
    PROJECT("Generated project", List.of(HardwareParameters.class)),
    SIMULATION("C simulation and AMD tools", List.of(SimulationParameters.class)),
    EVERY_GOAL("Every goal", List.of(AbstractHlsMojo.class));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that nobody can change
    private final List<Class<?>> declaring;

    ParameterGroup(String title, List<Class<?>> declaring) {
        this.title = title;
        this.declaring = declaring;
    }

    String title() {
        return title;
    }

    /** The group of a parameter: where it is declared tells. */
    static ParameterGroup of(Class<?> goal, String parameter) {
        for (Class<?> type = goal; type != null; type = type.getSuperclass()) {
            if (declares(type, parameter)) {
                Class<?> found = type;
                return Arrays.stream(values())
                        .filter(group -> group.declaring.contains(found))
                        .findFirst()
                        .orElse(GOAL);
            }
        }
        throw new IllegalArgumentException(goal.getName() + " has no parameter " + parameter);
    }

    /** As a field, or, where its name cannot be that of a field, by its setter, which javac repeats in public classes below. */
    private static boolean declares(Class<?> type, String parameter) {
        String setter = "set" + parameter.substring(0, 1).toUpperCase(Locale.ROOT) + parameter.substring(1);
        return Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals(parameter))
                || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(
                                method -> !method.isBridge() && method.getName().equals(setter));
    }
}
