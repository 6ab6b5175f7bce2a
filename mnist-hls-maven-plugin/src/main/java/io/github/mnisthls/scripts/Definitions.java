/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions and classes of a script: which of them round, and how. */
final class Definitions {
    private static final Pattern FUNCTION = Pattern.compile("(?:async\\s+)?def\\s+(\\w+)\\s*\\(.*");
    private static final Pattern INLINE = Pattern.compile("[^:]*\\([^()]*\\)[^:]*:\\s*(\\S.*)");
    private static final Pattern CLASS = Pattern.compile("class\\s+(\\w+)\\s*(?:\\((.*)\\))?\\s*:");
    private static final Pattern AUTOGRAD = Pattern.compile(".*\\bFunction\\b.*");
    private static final Pattern LAMBDA = Pattern.compile("(\\w+)\\s*=\\s*lambda\\b.*");
    private static final Pattern MEMBER = Pattern.compile("self\\.(\\w+)\\s*(?::[^=]*)?=\\s*([\\w.]+)\\s*\\(.*");
    private static final Pattern MODULE = Pattern.compile("(?:\\w+\\.)*(?!Parameter)[A-Z]\\w*");
    private static final String FORWARD = "forward";

    private final PythonText text;
    private final Map<String, String> libraries;

    /** By the name that code calls it: {@code quantize}, {@code Network.quantize} for a method, {@code Quantizer} for a class. */
    private final Map<String, Rounds> rounding = new LinkedHashMap<>();

    private final Set<String> classes = new HashSet<>();

    /** Classes that are made of others. */
    private final Set<String> networks = new HashSet<>();

    /** By class and member, what class the member is made of. */
    private final Map<String, String> members = new HashMap<>();

    /** How something rounds. */
    enum How {
        /** Does nothing else, and has no gradient. */
        PURELY,
        /** Among other things, without a gradient. */
        AMONG_OTHERS,
        /** With a gradient of its own. */
        STRAIGHT_THROUGH
    }

    /**
     * Something that rounds.
     *
     * @param reason where it is defined, or what library it is from
     */
    record Rounds(How how, String reason) {}

    Definitions(PythonText text) {
        this.text = text;
        this.libraries = StraightThrough.imports(text);
        for (int i = 0; i < text.statements().size(); i++) {
            Matcher member = MEMBER.matcher(code(i));
            Optional<String> owner = classOf(i);
            if (member.matches() && owner.isPresent()) {
                members.put(owner.get() + "." + member.group(1), member.group(2));
                if (MODULE.matcher(member.group(2)).matches()) {
                    networks.add(owner.get());
                }
            }
        }
        int known;
        do {
            known = rounding.size();
            for (int i = 0; i < text.statements().size(); i++) {
                define(i);
            }
        } while (rounding.size() > known);
    }

    private String code(int statement) {
        return text.statements().get(statement).code();
    }

    private void define(int statement) {
        Matcher function = FUNCTION.matcher(code(statement));
        Matcher type = CLASS.matcher(code(statement));
        Matcher lambda = LAMBDA.matcher(code(statement));
        Optional<String> owner = classOf(statement);
        if (lambda.matches()) {
            add(lambda.group(1), statement, List.of(code(statement)), owner);
        } else if (function.matches() && !function.group(1).equals(FORWARD)) {
            String name = owner.map(of -> of + ".").orElse("") + function.group(1);
            add(name, statement, body(statement), owner);
        } else if (type.matches()) {
            classes.add(type.group(1));
            if (isAutograd(statement)) {
                rounding.putIfAbsent(
                        type.group(1),
                        new Rounds(
                                How.STRAIGHT_THROUGH,
                                type.group(1) + " has a gradient of its own, line " + line(statement)));
            } else if (!networks.contains(type.group(1))) {
                text.block(statement).stream()
                        .filter(this::isForward)
                        .forEach(forward -> add(type.group(1), statement, body(forward), Optional.of(type.group(1))));
            }
        }
    }

    private List<String> body(int statement) {
        Matcher inline = INLINE.matcher(code(statement));
        return inline.matches()
                ? List.of(inline.group(1))
                : text.within(statement).stream().map(this::code).toList();
    }

    private void add(String name, int statement, List<String> body, Optional<String> owner) {
        List<Rounds> found =
                body.stream().flatMap(code -> rounding(code, owner)).toList();
        if (found.isEmpty() || rounding.containsKey(name)) {
            return;
        }
        boolean straight = body.stream().anyMatch(StraightThrough::hasDetachTrick)
                || found.stream().allMatch(each -> each.how() == How.STRAIGHT_THROUGH);
        boolean pure = body.stream().allMatch(code -> isPure(code, owner));
        How how = straight ? How.STRAIGHT_THROUGH : pure ? How.PURELY : How.AMONG_OTHERS;
        rounding.put(name, new Rounds(how, name + ", line " + line(statement)));
    }

    private int line(int statement) {
        return text.statements().get(statement).first() + 1;
    }

    /** Everything that rounds in a piece of code. */
    Stream<Rounds> rounding(String code, Optional<String> owner) {
        return Calls.of(code).stream().flatMap(call -> rounds(call, owner).stream());
    }

    /** Whether a piece of code calls nothing but what rounds, or goes with rounding. */
    boolean isPure(String code, Optional<String> owner) {
        return Calls.of(code).stream()
                .allMatch(call -> call.isAroundRounding()
                        || rounds(call, owner)
                                .filter(known -> known.how() == How.PURELY)
                                .isPresent());
    }

    private Optional<Rounds> rounds(Calls.Call call, Optional<String> owner) {
        if (StraightThrough.isFakeQuantization(call)) {
            return Optional.of(new Rounds(How.STRAIGHT_THROUGH, "torch." + call.name() + " has a gradient"));
        }
        String name = call.owner().replace("self.", owner.map(of -> of + ".").orElse("")) + call.name();
        String type = members.getOrDefault(name, name);
        return library(type)
                .or(() -> Optional.ofNullable(rounding.get(type)))
                .or(() -> applied(call))
                .or(() -> isDirect(call) ? Optional.of(new Rounds(How.PURELY, call + "()")) : Optional.empty());
    }

    /** Python's own {@code round} is of numbers, unless another was imported. */
    private boolean isDirect(Calls.Call call) {
        return call.rounds() && (!call.owner().isEmpty() || isImported(call.name()));
    }

    private boolean isImported(String name) {
        Pattern from = Pattern.compile("from\\s+torch\\s+import\\b.*\\b" + name + "\\b.*");
        return text.statements().stream()
                .anyMatch(line -> from.matcher(line.code()).matches());
    }

    private Optional<Rounds> applied(Calls.Call call) {
        return call.name().equals("apply")
                ? Optional.ofNullable(rounding.get(call.owner().replaceAll("\\.$", "")))
                : Optional.empty();
    }

    private Optional<Rounds> library(String name) {
        String root = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return Optional.ofNullable(libraries.get(root))
                .map(library -> new Rounds(How.STRAIGHT_THROUGH, name + " is of " + library));
    }

    /** The class that a statement is in. */
    Optional<String> classOf(int statement) {
        return text.around(statement).stream()
                .map(i -> CLASS.matcher(code(i)))
                .filter(Matcher::matches)
                .map(type -> type.group(1))
                .findFirst();
    }

    /** Whether a statement is the head of a {@code forward}. */
    boolean isForward(int statement) {
        Matcher function = FUNCTION.matcher(code(statement));
        return function.matches() && function.group(1).equals(FORWARD);
    }

    /** Whether what a class does is rounding, so that it is to be left out where it is called. */
    boolean isQuantizer(String type) {
        Rounds known = rounding.get(type);
        return known != null && known.how() != How.AMONG_OTHERS;
    }

    /** The class of modules that round and do nothing else, if a statement makes one that is no member of its own. */
    Optional<Rounds> strayQuantizer(int statement) {
        Matcher member = MEMBER.matcher(code(statement));
        String own = member.matches() ? member.group(2) : "";
        return Calls.of(code(statement)).stream()
                .map(Calls.Call::name)
                .filter(name -> classes.contains(name) && !name.equals(own))
                .map(rounding::get)
                .filter(known -> known != null && known.how() == How.PURELY)
                .filter(known -> !CLASS.matcher(code(statement)).matches())
                .findFirst();
    }

    private boolean isAutograd(int statement) {
        Matcher type = CLASS.matcher(code(statement));
        return type.matches()
                && type.group(2) != null
                && AUTOGRAD.matcher(type.group(2)).matches();
    }
}
