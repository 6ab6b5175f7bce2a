/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * A quantized network as JSON, as its records are, but for arrays of integers, which come apart from it in the order of
 * the document.
 */
final class NetworkJson {
    private NetworkJson() {}

    /**
     * The two forms together.
     *
     * @param description where an array of integers is, their number stands
     * @param integers    little-endian, 64 bits each
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Written(ObjectNode description, byte[] integers) {}

    static Written write(QuantizedNetwork network) {
        ByteArrayOutputStream integers = new ByteArrayOutputStream();
        SimpleModule module = module();
        module.addSerializer(RawVector.class, new VectorWriter(integers));
        ObjectNode description = mapper(module).valueToTree(network);
        return new Written(description, integers.toByteArray());
    }

    /** @throws IllegalArgumentException if a field is missing or unknown, or the network makes no sense */
    static QuantizedNetwork read(ObjectNode description, LongBuffer integers) {
        SimpleModule module = module();
        module.addDeserializer(RawVector.class, new VectorReader(integers));
        try {
            QuantizedNetwork network = mapper(module).treeToValue(description, QuantizedNetwork.class);
            if (integers.hasRemaining()) {
                throw new IllegalArgumentException(integers.remaining() + " integers are left over");
            }
            return network;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    static ObjectNode write(FormatPlan formats) {
        return mapper(module()).valueToTree(formats);
    }

    /** @throws IllegalArgumentException if a field is missing or unknown */
    static FormatPlan readFormats(ObjectNode formats) {
        try {
            return mapper(module()).treeToValue(formats, FormatPlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static ObjectMapper mapper(SimpleModule module) {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(module)
                // Records are their components; methods beside them say what follows.
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    /** Formats are written as C++ does; each kind of layer brings its name along. */
    private static SimpleModule module() {
        SimpleModule module = new SimpleModule();
        registerKinds(module, QuantizedLayer.class);
        module.addSerializer(FixedPointFormat.class, new JsonSerializer<>() {
            @Override
            public void serialize(FixedPointFormat format, JsonGenerator json, SerializerProvider provider)
                    throws IOException {
                json.writeString(format.toString());
            }
        });
        module.addDeserializer(FixedPointFormat.class, new JsonDeserializer<>() {
            @Override
            public FixedPointFormat deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return FixedPointFormat.parse(json.getText());
            }
        });
        return module;
    }

    private static void registerKinds(SimpleModule module, Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> kind : type.getPermittedSubclasses()) {
                registerKinds(module, kind);
            }
        } else {
            module.registerSubtypes(type);
        }
    }

    private static final class VectorWriter extends JsonSerializer<RawVector> {
        private final ByteArrayOutputStream integers;

        VectorWriter(ByteArrayOutputStream integers) {
            this.integers = integers;
        }

        @Override
        public void serialize(RawVector vector, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(vector.size());
            ByteBuffer bytes = ByteBuffer.allocate(vector.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(vector.toArray());
            integers.writeBytes(bytes.array());
        }
    }

    private static final class VectorReader extends JsonDeserializer<RawVector> {
        private final LongBuffer integers;

        VectorReader(LongBuffer integers) {
            this.integers = integers;
        }

        @Override
        public RawVector deserialize(JsonParser json, DeserializationContext context) throws IOException {
            int count = json.getIntValue();
            if (count < 0 || count > integers.remaining()) {
                throw new IllegalArgumentException("there are fewer integers than the layers need");
            }
            long[] values = new long[count];
            integers.get(values);
            return RawVector.of(values);
        }
    }
}
