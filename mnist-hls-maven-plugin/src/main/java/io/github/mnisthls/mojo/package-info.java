/** The goals and their parameters: the only package that knows Maven. */
package io.github.mnisthls.mojo;
