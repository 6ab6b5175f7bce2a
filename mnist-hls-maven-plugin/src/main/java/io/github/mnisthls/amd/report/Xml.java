/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks elements by name. Figures that are no numbers are empty. */
final class Xml {
    private Xml() {}

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first child at the end of the path of names. */
    static Optional<Element> find(Element parent, String... path) {
        Optional<Element> here = Optional.of(parent);
        for (String name : path) {
            here = here.flatMap(element -> children(element).stream()
                    .filter(child -> child.getTagName().equals(name))
                    .findFirst());
        }
        return here;
    }

    static Optional<String> text(Element parent, String... path) {
        return find(parent, path).map(element -> element.getTextContent().strip());
    }

    static OptionalLong number(Element parent, String... path) {
        return text(parent, path).map(Numbers::parse).orElse(OptionalLong.empty());
    }

    /** The number, or the larger end of {@code <range><min/><max/></range>}. */
    static OptionalLong most(Element parent, String... path) {
        return find(parent, path)
                .map(element -> find(element, "range").isPresent()
                        ? number(element, "range", "max")
                        : Numbers.parse(element.getTextContent()))
                .orElse(OptionalLong.empty());
    }

    static OptionalDouble decimal(Element parent, String... path) {
        Optional<String> text = text(parent, path);
        try {
            return text.isPresent() ? OptionalDouble.of(Double.parseDouble(text.get())) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
