/**
 * ONNX models. Nothing in a file is run, and nothing is guessed: what has no exact counterpart among the layers is refused.
 */
package io.github.mnisthls.loading.onnx;
