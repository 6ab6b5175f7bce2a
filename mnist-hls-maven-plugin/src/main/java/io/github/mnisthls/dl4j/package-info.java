/** What runs inside the child JVM, and the only code that knows DeepLearning4J. */
package io.github.mnisthls.dl4j;
