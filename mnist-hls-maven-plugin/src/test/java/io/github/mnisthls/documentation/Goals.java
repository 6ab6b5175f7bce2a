/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the plugin descriptor of this build says.
 *
 * @param phases     goals with their default phases; the empty text where there is none
 * @param parameters names that a {@code <configuration>} may use
 * @param properties names that {@code -D} may use
 */
public record Goals(Map<String, String> phases, Set<String> parameters, Set<String> properties) {
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([A-Za-z][\\w.-]*)}");

    /** The descriptor that this build made. */
    public static Goals read() {
        Map<String, String> phases = new TreeMap<>();
        Set<String> parameters = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        for (Element goal : children(document(DESCRIPTOR).getDocumentElement(), "mojos", "mojo")) {
            phases.put(text(goal, "goal"), text(goal, "phase"));
            Set<String> editable = new TreeSet<>();
            for (Element parameter : children(goal, "parameters", "parameter")) {
                if (text(parameter, "editable").equals("true")) {
                    editable.add(text(parameter, "name"));
                }
            }
            parameters.addAll(editable);
            for (Element configuration : elements(goal, "configuration")) {
                for (String name : editable) {
                    for (Element parameter : elements(configuration, name)) {
                        Matcher property = PROPERTY.matcher(parameter.getTextContent());
                        if (property.matches()) {
                            properties.add(property.group(1));
                        }
                    }
                }
            }
        }
        return new Goals(phases, parameters, properties);
    }

    static Document document(Path file) {
        try {
            return factory().newDocumentBuilder().parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> children(Element parent, String list, String name) {
        return elements(parent, list).stream()
                .flatMap(element -> elements(element, name).stream())
                .toList();
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }
}
