/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.mnisthls.Slow;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.junit.jupiter.api.Test;

/** Messages name settings that the goals have: by the element and the property of one and the same parameter. */
@Slow
class ParameterNamesTest {
    private static final JavaClasses GOALS =
            new ClassFileImporter().importPackagesOf(AbstractHlsMojo.class, Settings.class);

    /** Parameters that have a property of this plugin. */
    private static Set<Setting> parameters() {
        Set<Setting> parameters = new HashSet<>();
        GOALS.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isAnnotatedWith(Parameter.class))
                .map(ParameterNamesTest::setting)
                .filter(setting -> setting.property().startsWith("mnist-hls."))
                .forEach(parameters::add);
        return parameters;
    }

    private static Setting setting(JavaField field) {
        JavaAnnotation<JavaField> parameter = field.getAnnotationOfType(Parameter.class.getName());
        String name = parameter.get("name").map(String.class::cast).orElse("");
        String property = parameter.get("property").map(String.class::cast).orElse("");
        return new Setting(name.isEmpty() ? field.getName() : name, property);
    }

    private static <T> List<T> constants(Class<?> type, Class<T> of) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> field.getType() == of)
                .map(field -> {
                    try {
                        return of.cast(field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void eachIsAParameter() {
        assertThat(constants(Settings.class, Setting.class))
                .hasSizeGreaterThan(40)
                .doesNotHaveDuplicates()
                .isSubsetOf(parameters());
    }

    @Test
    void theListOfPropertiesIsComplete() {
        List<String> found = new ArrayList<>();
        parameters().forEach(setting -> found.add(setting.property()));

        assertThat(constants(PropertyNames.class, String.class))
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void eachGoalCanBeSkippedByItself() {
        List<String> goals = GOALS.stream()
                .filter(type -> type.isAssignableTo(AbstractHlsMojo.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(type -> type.getSimpleName().replaceFirst("Mojo$", ""))
                .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                .toList();

        assertThat(goals).hasSizeGreaterThan(10);
        assertThat(parameters())
                .extracting(Setting::property)
                .containsAll(goals.stream()
                        .map(goal -> "mnist-hls." + goal + ".skip")
                        .toList());
    }

    @Test
    void readAsTheyAreSet() {
        assertThat(Settings.CSIM_TIMEOUT).hasToString("<csimTimeout> (-Dmnist-hls.csim.timeout)");
        assertThat(Settings.CSIM_TIMEOUT.option()).isEqualTo("-Dmnist-hls.csim.timeout");
    }
}
