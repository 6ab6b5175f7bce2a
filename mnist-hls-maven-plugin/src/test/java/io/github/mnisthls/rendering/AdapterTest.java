/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callers with other arrays and other types of pixels get the logits of the golden vectors. */
@Slow
@Thorough
class AdapterTest {
    /** Two channels, so that planes differ from pixels whose channels stand side by side. */
    private static final Shape SHAPE = new Shape(2, 5, 4);

    private static final FixedPointFormat FORMAT = FixedPointFormat.parse("ap_fixed<12,4,AP_RND,AP_SAT>");

    /** Reads the golden vectors in its simplest way and compares what each layout and type gives. */
    private static final String CALLER = """
            #include <cstdint>
            #include <fstream>
            #include <iostream>
            #include <iterator>
            #include <vector>

            #include "adapter.hpp"

            using Net = cnn_net::Network;

            namespace {
            int wrong = 0;

            template <typename Image>
            void Check(const char* what, const Image& image, const std::int64_t* expected) {
              cnn_net::Answer answer;
              cnn_net::Classify(image, answer);
              int winner = 0;
              for (int i = 0; i < Net::kClasses; ++i) {
                winner = expected[i] > expected[winner] ? i : winner;
                if (static_cast<std::int64_t>(mnist_hls::ToRaw<Net::RawLogit>(answer.logits[i])) != expected[i]) {
                  std::cout << what << ": class " << i << " differs" << std::endl;
                  ++wrong;
                }
              }
              if (answer.winner != winner) {
                std::cout << what << ": another winner" << std::endl;
                ++wrong;
              }
            }

            template <typename T, typename Make>
            void CheckLayouts(const char* what, const unsigned char* pixels, const std::int64_t* expected, Make make) {
              static T flat[40];
              static T rows[5][8];
              static T planes[2][5][4];
              for (int i = 0; i < 40; ++i) {
                flat[i] = make(pixels[i]);
                rows[i / 8][i % 8] = make(pixels[i]);
                planes[i % 2][i / 2 / 4][i / 2 % 4] = make(pixels[i]);
              }
              Check(what, flat, expected);
              Check(what, rows, expected);
              Check(what, planes, expected);
            }
            }  // namespace

            int main() {
              std::ifstream file("tb/golden.bin", std::ios::binary);
              const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
              int images = 0;
              for (std::size_t at = 40; at < bytes.size(); at += 40 + 8 * Net::kClasses, ++images) {
                unsigned char pixels[40];
                std::int64_t expected[Net::kClasses];
                for (int i = 0; i < 40; ++i) {
                  pixels[i] = static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
                }
                for (int i = 0; i < Net::kClasses; ++i) {
                  std::uint64_t value = 0;
                  for (int byte = 7; byte >= 0; --byte) {
                    value = (value << 8) | static_cast<unsigned char>(bytes[at + 40 + static_cast<std::size_t>(8 * i + byte)]);
                  }
                  expected[i] = static_cast<std::int64_t>(value);
                }
                CheckLayouts<unsigned char>("unsigned char", pixels, expected, [](unsigned char p) { return p; });
                CheckLayouts<ap_uint<8> >("ap_uint", pixels, expected, [](unsigned char p) { return ap_uint<8>(p); });
                CheckLayouts<float>("float", pixels, expected, [](unsigned char p) { return static_cast<float>(p) / 255.0f; });
                CheckLayouts<double>("double", pixels, expected, [](unsigned char p) { return p / 255.0; });
                CheckLayouts<ap_fixed<12, 2> >("ap_fixed", pixels, expected, [](unsigned char p) { return ap_fixed<12, 2>(p / 255.0); });
                CheckLayouts<ap_ufixed<10, 1> >("ap_ufixed", pixels, expected, [](unsigned char p) { return ap_ufixed<10, 1>(p / 255.0); });
              }
              for (int level = 0; level < 256; ++level) {
                wrong += cnn_net::ToPixel(static_cast<float>(level) / 255.0f) == level ? 0 : 1;
                wrong += cnn_net::ToPixel(ap_ufixed<10, 1>(level / 255.0)) == level ? 0 : 1;
              }
              wrong += cnn_net::ToPixel(-3.0f) == 0 && cnn_net::ToPixel(1e9f) == 255 ? 0 : 1;
              wrong += cnn_net::ToPixel(ap_fixed<16, 8>(-3)) == 0 && cnn_net::ToPixel(ap_fixed<16, 8>(99)) == 255 ? 0 : 1;
              std::cout << images << " images, " << wrong << " wrong" << std::endl;
              return wrong == 0 ? 0 : 1;
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(InterfaceKind.class)
    void everyLayoutAndTypeGivesTheGoldenLogits(InterfaceKind kind) throws Exception {
        ExternalProgram.require("g++", "g++", AdapterTest.class);
        GeneratedProject project = GeneratedProject.write(request(kind), folder);
        Files.writeString(folder.resolve("caller.cpp"), CALLER);

        assertThat(build(project)).isEqualTo("");
        assertThat(project.run(List.of("./caller")).text()).isEqualTo("3 images, 0 wrong\n");

        // planted: planes read as if their channels stood side by side
        Path adapter = folder.resolve("src/adapter.hpp");
        Files.writeString(adapter, Files.readString(adapter).replace("image[place % 2][", "image[1 - place % 2]["));
        assertThat(build(project)).isEqualTo("");
        assertThat(project.run(List.of("./caller")).status()).isEqualTo(1);
    }

    private static String build(GeneratedProject project) throws Exception {
        return project.run(List.of(
                        "g++",
                        "-std=c++14",
                        "-O0",
                        "-Wall",
                        "-Wextra",
                        "-Wno-unknown-pragmas",
                        "-Isim",
                        "-Isrc",
                        "-o",
                        "caller",
                        "caller.cpp",
                        "src/top.cpp"))
                .text();
    }

    private static RenderRequest request(InterfaceKind kind) {
        QuantizedNetwork network = new SampleNetworks(3, SHAPE, FORMAT, FORMAT, FORMAT)
                .dense("dense", 5, false)
                .build();
        var plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(12));
        return new RenderRequest(
                network,
                plan,
                kind,
                kind == InterfaceKind.AXIS ? ControlProtocol.AP_CTRL_NONE : ControlProtocol.AP_CTRL_HS,
                new DesignNames("cnn", "cnn_net", ""),
                SampleNetworks.golden(network, 3),
                SampleDialects.TODAY,
                Optional.empty());
    }
}
