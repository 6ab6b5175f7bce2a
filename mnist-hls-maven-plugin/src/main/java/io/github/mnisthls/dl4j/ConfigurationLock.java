/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.loading.ClassAllowList;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.serde.JsonMappers;
import org.nd4j.shade.jackson.databind.JavaType;
import org.nd4j.shade.jackson.databind.cfg.MapperConfig;
import org.nd4j.shade.jackson.databind.jsontype.PolymorphicTypeValidator;

/**
 * Has DL4J's reader of configurations itself ask for each class name whether it is on the list, before it looks for the
 * class. A second lock behind the check of the whole text.
 */
final class ConfigurationLock extends PolymorphicTypeValidator.Base {
    private static final long serialVersionUID = 1L;

    private ConfigurationLock() {}

    /** For all that this JVM reads from now on; what DL4J has read before may have left readers without a lock. */
    static void close() {
        Stream.of(JsonMappers.getMapper(), JsonMappers.getLegacyMapper())
                .forEach(mapper -> mapper.setPolymorphicTypeValidator(new ConfigurationLock()));
    }

    /** No type allows all its subtypes. */
    @Override
    public Validity validateBaseType(MapperConfig<?> config, JavaType baseType) {
        return Validity.INDETERMINATE;
    }

    @Override
    public Validity validateSubClassName(MapperConfig<?> config, JavaType baseType, String name) {
        return ClassAllowList.holds(name) ? Validity.ALLOWED : Validity.DENIED;
    }
}
