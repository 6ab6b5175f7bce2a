/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Who has the jobs done: on this machine, or through a site's scheduler. */
package io.github.mnisthls.explore.run;
