/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls;

import java.util.List;

/** Text that ends a comment, a string, a word or an element of some language in which this plugin writes. */
public final class HostileText {
    /** Each begins harmlessly, as what people paste does. */
    public static final List<String> ALL = List.of(
            "a\nint leaked_in = 1;",
            "a\r\nleaked_in",
            "a */ int leaked_in; /*",
            "a\\",
            "a \\\n",
            "a??/",
            "a??/\nleaked_in",
            "a\"; int leaked_in; //",
            "it's",
            "$(touch leaked_in)",
            "`touch leaked_in`",
            "$HOME ${HOME}",
            "#leaked_in",
            "a] [exec touch leaked_in]",
            "{a} }",
            "a} ; exec touch leaked_in ; {",
            "</script><script>leaked_in()</script>",
            "<b>&amp;]]>",
            "a\u202eb\u2066c",
            "a\u2028int leaked_in;",
            "a\u0000b\u0007",
            "a\ud800b",
            "größe \u00d7 2",
            "a;touch leaked_in",
            "a,b=c:d%e|f",
            "-a --leaked_in");

    private HostileText() {}
}
