/**
 * The command {@code demo}: starts Touchstone, builds a tea shop in it, imports four weeks of its customers, waits until they are
 * counted, sets the true effects beside the estimates, and lets customers keep coming. Start at {@link
 * io.touchstone.standalone.demo.DemoCommand}.
 */
@NullMarked
package io.touchstone.standalone.demo;

import org.jspecify.annotations.NullMarked;
