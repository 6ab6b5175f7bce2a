/** What the invoker cases' scripts use. */
package io.github.mnisthls.it;
