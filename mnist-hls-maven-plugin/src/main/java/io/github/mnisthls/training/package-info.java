/** Trains networks in a child JVM: settings, the process, and what comes back from it. */
package io.github.mnisthls.training;
