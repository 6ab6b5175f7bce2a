/** The float32 network: its layers, shapes and trained parameters, free of any framework. */
package io.github.mnisthls.network;
