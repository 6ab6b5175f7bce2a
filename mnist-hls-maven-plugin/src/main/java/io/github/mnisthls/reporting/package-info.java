/** What a build tells about itself: metrics.json, the console table, JUnit XML, HTML. */
package io.github.mnisthls.reporting;
